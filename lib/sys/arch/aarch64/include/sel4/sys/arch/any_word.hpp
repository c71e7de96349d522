// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::sys {

/// A word of no particular value, for registers whose contents do not matter: costs no instruction,
/// and unlike an uninitialised variable it has a definite value.
[[nodiscard, gnu::always_inline]] inline Word any_word() noexcept {
  Word word;
  // Volatile, lest the compiler take all of these for one and copy it from register to register.
  __asm__ volatile("" : "=r"(word));
  return word;
}

}  // namespace sel4::sys
