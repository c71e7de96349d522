// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A bare number is not a badge.
// error: cannot convert|could not convert|no viable conversion|no known conversion|explicit
// constructor

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>

using namespace sel4;

Result<Endpoint> mint(CNode cspace, Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  return cspace.slot(9).mint(endpoint, {.rights = Rights::all, .badge = 7});
#else
  return cspace.slot(9).mint(endpoint, {.rights = Rights::all, .badge = Badge{7}});
#endif
}
