// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// So is a new capability.
// flags: -Werror=unused-result
// error: nodiscard

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>

using namespace sel4;

void copy(CNode cspace, Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  cspace.slot(9).copy(endpoint, {.rights = Rights::all});
#else
  cspace.slot(9).copy(endpoint, {.rights = Rights::all}).or_panic("copying the endpoint");
#endif
}
