// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A source_location for a place that C code named (assert).

#pragma once

#include <bit>
#include <source_location>

namespace sel4::libc {

/// What a std::source_location of GCC's and clang's libraries points to; the compilers' built-in
/// function fixes this layout.
struct Place {
  const char* file;
  const char* function;
  unsigned line;
  unsigned column;
};

/// `place` must outlive the result.
inline std::source_location source_location(const Place& place) noexcept {
  static_assert(sizeof(std::source_location) == sizeof(const Place*));
  return std::bit_cast<std::source_location>(&place);
}

}  // namespace sel4::libc
