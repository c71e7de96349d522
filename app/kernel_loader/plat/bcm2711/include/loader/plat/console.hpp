// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstdint>

/// The mini UART (AUX UART 1) of the BCM2711, as its firmware leaves it with enable_uart=1.
namespace sel4::loader::plat {

inline constexpr std::uint64_t console_page = 0xfe21'5000;

inline void console_init() {}

inline void console_put(char c) {
  auto* const data = reinterpret_cast<volatile std::uint32_t*>(console_page + 0x40);
  auto* const status = reinterpret_cast<volatile std::uint32_t*>(console_page + 0x54);
  constexpr std::uint32_t transmit_has_room = 1 << 5;
  while ((*status & transmit_has_room) == 0) {
  }
  *data = static_cast<unsigned char>(c);
}

}  // namespace sel4::loader::plat
