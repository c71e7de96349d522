// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/registers.hpp>
#include <sel4/sys/syscall_number.hpp>

#include <cstdint>

// Model-specific registers of the processor itself, on kernels built to let any thread at them
// (KernelX86DangerousMSR): for experiments only.
namespace sel4 {

/// Writes a model-specific register. A register that the processor lacks brings the kernel down.
template <class Ipc = void>
  requires(sys::syscall::x86_dangerous_wrmsr.enabled)
void dangerous_write_msr(std::uint32_t msr, std::uint64_t value) noexcept {
  sys::arch::trap_send(sys::syscall::x86_dangerous_wrmsr.number,
                       {msr, 0, value, sys::any_word(), sys::any_word(), sys::any_word()});
}

/// Reads a model-specific register. A register that the processor lacks brings the kernel down.
template <class Ipc = void>
  requires(sys::syscall::x86_dangerous_rdmsr.enabled)
[[nodiscard]] std::uint64_t dangerous_read_msr(std::uint32_t msr) noexcept {
  return sys::arch::trap_recv(sys::syscall::x86_dangerous_rdmsr.number, msr, sys::any_word()).mr0;
}

}  // namespace sel4
