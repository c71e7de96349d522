// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel::arch {

// What only the kernel's own code may do.

inline void out8(unsigned port, unsigned value) {
  asm volatile("outb %b0, %w1" ::"a"(value), "Nd"(port));
}
inline void out16(unsigned port, unsigned value) {
  asm volatile("outw %w0, %w1" ::"a"(value), "Nd"(port));
}
inline void out32(unsigned port, unsigned value) {
  asm volatile("outl %0, %w1" ::"a"(value), "Nd"(port));
}
[[nodiscard]] inline unsigned in8(unsigned port) {
  std::uint8_t value;
  asm volatile("inb %w1, %0" : "=a"(value) : "Nd"(port));
  return value;
}
[[nodiscard]] inline unsigned in16(unsigned port) {
  std::uint16_t value;
  asm volatile("inw %w1, %0" : "=a"(value) : "Nd"(port));
  return value;
}
[[nodiscard]] inline unsigned in32(unsigned port) {
  std::uint32_t value;
  asm volatile("inl %w1, %0" : "=a"(value) : "Nd"(port));
  return value;
}

[[nodiscard]] inline Word read_msr(unsigned number) {
  std::uint32_t low;
  std::uint32_t high;
  asm volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(number));
  return Word{high} << 32 | low;
}
inline void write_msr(unsigned number, Word value) {
  asm volatile("wrmsr" ::"a"(static_cast<std::uint32_t>(value)),
               "d"(static_cast<std::uint32_t>(value >> 32)), "c"(number)
               : "memory");
}

}  // namespace sel4::kernel::arch
