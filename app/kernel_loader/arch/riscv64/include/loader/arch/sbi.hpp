// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstdint>

namespace sel4::loader::arch {

struct SbiResult {
  std::int64_t error;
  std::uint64_t value;
};

/// Calls function `function` of extension `extension` (SBI specification, chapter 3).
inline SbiResult sbi_call(std::uint64_t extension, std::uint64_t function, std::uint64_t first = 0,
                          std::uint64_t second = 0, std::uint64_t third = 0) {
  register std::uint64_t a0 asm("a0") = first;
  register std::uint64_t a1 asm("a1") = second;
  register std::uint64_t a2 asm("a2") = third;
  register std::uint64_t a6 asm("a6") = function;
  register std::uint64_t a7 asm("a7") = extension;
  asm volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a2), "r"(a6), "r"(a7) : "memory");
  return {static_cast<std::int64_t>(a0), a1};
}

/// Whether the firmware has an extension (base extension, function 3).
[[nodiscard]] inline bool sbi_has_extension(std::uint64_t extension) {
  const SbiResult result = sbi_call(0x10, 3, extension);
  return result.error == 0 && result.value != 0;
}

}  // namespace sel4::loader::arch
