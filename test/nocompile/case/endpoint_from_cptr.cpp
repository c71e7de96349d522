// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// An address becomes a typed capability only where it says so.
// error: cannot convert|could not convert|no viable conversion|no known conversion|conversion from

#include <sel4/endpoint.hpp>

using namespace sel4;

bool is_null(Endpoint endpoint) { return endpoint.is_null(); }

bool check(CPtr address) {
#ifdef SEL4_NOCOMPILE
  return is_null(address);
#else
  return is_null(Endpoint{address});
#endif
}
