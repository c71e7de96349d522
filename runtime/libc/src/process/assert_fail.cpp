// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "place.hpp"

#include <sel4/base/panic.hpp>

extern "C" [[noreturn]] void __assert_fail(const char* condition, const char* file, unsigned line,
                                           const char* function) noexcept {
  const sel4::libc::Place place{.file = file != nullptr ? file : "",
                                .function = function != nullptr ? function : "",
                                .line = line,
                                .column = 0};
  sel4::panic("assertion failed", condition != nullptr ? condition : "",
              sel4::libc::source_location(place));
}
