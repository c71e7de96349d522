// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/runtime/tls_layout.hpp>
#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/syscall_number.hpp>

#include <cstddef>
#include <cstdint>

namespace sel4::runtime::arch {

/// How a thread's block is laid out here.
inline constexpr TlsAbi tls_abi = x86_64_tls;

/// What -fstack-protector compares with; its lowest byte is zero so that strings cannot carry it.
inline constexpr std::uint64_t stack_canary = 0x5bd1'e995'a6c1'3d00;

/// Stores the thread pointer's own value at fs:0, from where code takes addresses of thread-local
/// variables, and the canary at fs:0x28.
inline void fill_thread_control(std::byte* thread_pointer) noexcept {
  auto* const words = reinterpret_cast<std::uint64_t*>(thread_pointer);
  words[0] = reinterpret_cast<std::uintptr_t>(thread_pointer);
  words[0x28 / sizeof(std::uint64_t)] = stack_canary;
}

/// Makes `value` the calling thread's thread pointer (fs base), by what this kernel allows: a
/// system call or an instruction. Does not compile if it allows neither.
inline void set_thread_pointer(std::uintptr_t value) noexcept {
  if constexpr (sys::syscall::set_tls_base.enabled) {
    sys::arch::trap_send_null(sys::syscall::set_tls_base.number, value, 0);
  } else {
    static_assert(config::set_tls_base_self || config::fsgsbase_inst,
                  "this kernel lets no thread set its own fs base: configure it with "
                  "KernelFSGSBase=inst or KernelSetTLSBaseSelf=ON");
    __asm__ volatile("wrfsbase %0" : : "r"(value) : "memory");
  }
}

/// The calling thread's thread pointer; fill_thread_control() must have filled its block.
[[nodiscard]] inline std::uintptr_t thread_pointer() noexcept {
  std::uintptr_t value;
  __asm__ volatile("movq %%fs:0, %0" : "=r"(value));
  return value;
}

}  // namespace sel4::runtime::arch
