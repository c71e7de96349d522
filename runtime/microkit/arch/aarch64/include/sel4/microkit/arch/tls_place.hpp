// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>

namespace sel4::microkit::arch {

/// The thread pointer for thread-local variables from `start` to `end`, both aligned to
/// `alignment`, which is also what the linker knows as theirs: they come after two words for the
/// runtime, aligned. Nothing uses those two words.
[[nodiscard]] inline std::uintptr_t thread_pointer_for(std::uintptr_t start, std::uintptr_t,
                                                       std::uintptr_t alignment) noexcept {
  return start - alignment;
}

}  // namespace sel4::microkit::arch
