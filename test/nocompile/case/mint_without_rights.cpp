// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Rights are never a default.
// error: rights

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>

using namespace sel4;

Result<Endpoint> mint(CNode cspace, Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  return cspace.slot(9).mint(endpoint, {.badge = Badge{1}});
#else
  return cspace.slot(9).mint(endpoint, {.rights = Rights::write, .badge = Badge{1}});
#endif
}
