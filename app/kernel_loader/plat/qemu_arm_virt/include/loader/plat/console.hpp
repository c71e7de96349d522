// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstdint>

/// The PL011 of QEMU's virt machine, as its firmware leaves it: ready to send.
namespace sel4::loader::plat {

inline constexpr std::uint64_t console_page = 0x0900'0000;

inline void console_init() {}

inline void console_put(char c) {
  auto* const data = reinterpret_cast<volatile std::uint32_t*>(console_page);
  auto* const flags = reinterpret_cast<volatile std::uint32_t*>(console_page + 0x18);
  constexpr std::uint32_t transmit_full = 1 << 5;
  while ((*flags & transmit_full) != 0) {
  }
  *data = static_cast<unsigned char>(c);
}

}  // namespace sel4::loader::plat
