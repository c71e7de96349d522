// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Rights are never a default.
// error: rights|no matching|could not convert

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>

using namespace sel4;

Result<Endpoint> copy(CNode cspace, Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  return cspace.slot(9).copy(endpoint, {});
#else
  return cspace.slot(9).copy(endpoint, {.rights = Rights::all});
#endif
}
