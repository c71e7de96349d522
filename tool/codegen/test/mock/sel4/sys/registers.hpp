// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Stands in for lib/sys's header, which needs an installed kernel.

#pragma once

#include <sel4/sys/types.hpp>

#include <cstddef>

namespace sel4::sys {

inline constexpr std::size_t register_words = 4;

struct Registers {
  Word cap = 0;
  Word info = 0;
  Word mr0 = 0;
  Word mr1 = 0;
  Word mr2 = 0;
  Word mr3 = 0;
};

struct ShortMessage {
  Word mr0 = 0;
  Word mr1 = 0;
  Word mr2 = 0;
  Word mr3 = 0;
};

}  // namespace sel4::sys
