// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The capability would be deleted at the end of the statement.
// error: deleted

#include <sel4/endpoint.hpp>
#include <sel4/owned_cap.hpp>

using namespace sel4;

OwnedCap<Endpoint> make();

Endpoint take() {
#ifdef SEL4_NOCOMPILE
  return make().borrow();
#else
  return make().release();
#endif
}
