// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

/// The console of the firmware below (RISC-V SBI, legacy extension 1), which all of QEMU virt,
/// spike and HiFive have.
namespace sel4::loader::plat {

inline void console_init() {}

inline void console_put(char c) {
  register unsigned long a0 asm("a0") = static_cast<unsigned char>(c);
  register unsigned long a7 asm("a7") = 1;
  asm volatile("ecall" : "+r"(a0) : "r"(a7) : "memory", "a1");
}

}  // namespace sel4::loader::plat
