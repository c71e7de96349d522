// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A bare number is not a capability.
// error: cannot convert|could not convert|no viable conversion|no known conversion|conversion from

#include <sel4/endpoint.hpp>

using namespace sel4;

#ifdef SEL4_NOCOMPILE
const Endpoint endpoint = 12;
#else
const Endpoint endpoint{CPtr{12}};
#endif
bool is_null() { return endpoint.is_null(); }
