// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>

namespace sel4::microkit::arch {

/// The thread pointer for thread-local variables from `start` to `end`, both aligned to
/// `alignment`: they end where it points. The linker script leaves room for the words there.
[[nodiscard]] inline std::uintptr_t thread_pointer_for(std::uintptr_t, std::uintptr_t end,
                                                       std::uintptr_t) noexcept {
  return end;
}

}  // namespace sel4::microkit::arch
