// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Only a CNode's capability can be mutated: the kernel refuses endpoints and notifications.
// error: no matching member function|no matching function|deleted

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>

using namespace sel4;

#ifdef SEL4_NOCOMPILE
Result<Endpoint> mutate(CNode cspace, Endpoint cap) {
#else
Result<CNode> mutate(CNode cspace, CNode cap) {
#endif
  return cspace.slot(9).mutate(cap, Guard{});
}
