// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/invocation_label.hpp>

namespace sel4::conformance {

/// Tables below the root of an address space that are mapped by methods of their own.
struct TableKind {
  Word object_type;
  sys::InvocationLabel map;
  sys::InvocationLabel unmap;
};

}  // namespace sel4::conformance
