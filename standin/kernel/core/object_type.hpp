// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/cap.hpp>

namespace sel4::kernel::arch {

// What each architecture says of its objects of translation.

/// Bits of an object, and what a capability to it is.
struct ObjectType {
  Kind kind;
  unsigned bits;
  Word extra = 0;
};

/// The methods of a table.
struct TableLabels {
  Word map;
  Word unmap;
};

}  // namespace sel4::kernel::arch
