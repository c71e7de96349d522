// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What libstdc++'s own assertions (_GLIBCXX_ASSERTIONS) call. Not the library's definition, which
// formats with printf.

#include "place.hpp"

#include <sel4/base/panic.hpp>

namespace std {
void __glibcxx_assert_fail(const char* file, int line, const char* function,
                           const char* condition) noexcept {
  const sel4::libc::Place place{.file = file != nullptr ? file : "",
                                .function = function != nullptr ? function : "",
                                .line = static_cast<unsigned>(line),
                                .column = 0};
  sel4::panic("library assertion failed", condition != nullptr ? condition : "unreachable",
              sel4::libc::source_location(place));
}
}  // namespace std
