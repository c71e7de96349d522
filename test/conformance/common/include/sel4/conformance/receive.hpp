// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/syscall_number.hpp>

namespace sel4::conformance {

// The system calls that receive. All registers go in as zeros: what the kernel leaves as it was,
// because nothing has come, is the same with every compiler.

inline sys::Registers receive(const sys::Syscall& call, CPtr from, CPtr reply = {}) noexcept {
  return sys::arch::trap_send_recv(call.number, {from.bits(), 0, 0, 0, 0, 0}, reply.bits());
}
inline sys::Registers recv(CPtr from, CPtr reply) noexcept {
  return receive(sys::syscall::recv, from, reply);
}
inline sys::Registers nb_recv(CPtr from, CPtr reply) noexcept {
  return receive(sys::syscall::nb_recv, from, reply);
}
inline sys::Registers wait(CPtr from) noexcept { return receive(sys::syscall::wait, from); }
inline sys::Registers nb_wait(CPtr from) noexcept { return receive(sys::syscall::nb_wait, from); }

}  // namespace sel4::conformance
