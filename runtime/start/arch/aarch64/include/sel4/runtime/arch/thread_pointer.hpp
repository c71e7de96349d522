// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/tls_layout.hpp>

#include <cstddef>
#include <cstdint>

namespace sel4::runtime::arch {

/// How a thread's block is laid out here.
inline constexpr TlsAbi tls_abi = aarch64_tls;

/// The two words at the thread pointer are for dynamic linking; nothing here uses them.
inline void fill_thread_control(std::byte*) noexcept {}

/// Makes `value` the calling thread's thread pointer (TPIDR_EL0).
inline void set_thread_pointer(std::uintptr_t value) noexcept {
  __asm__ volatile("msr tpidr_el0, %0" : : "r"(value) : "memory");
}

/// The calling thread's thread pointer.
[[nodiscard]] inline std::uintptr_t thread_pointer() noexcept {
  std::uintptr_t value;
  __asm__("mrs %0, tpidr_el0" : "=r"(value));
  return value;
}

}  // namespace sel4::runtime::arch
