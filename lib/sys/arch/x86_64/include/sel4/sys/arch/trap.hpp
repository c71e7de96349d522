// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The kernel's trap on x86_64: which value travels in which register (seL4 manual, "System calls").
// SYSCALL destroys rcx and r11, and the kernel does not keep rsp: it is parked in rbx.
// Everything above this file is the same on all architectures.

#pragma once

#include <sel4/sys/registers.hpp>

namespace sel4::sys::arch {

/// A call with no words and no answer: only the number goes in.
[[gnu::always_inline]] inline void trap_null(Word number) noexcept {
  __asm__ volatile(
      "movq %%rsp, %%rbx\n\t"
      "syscall\n\t"
      "movq %%rbx, %%rsp"
      :
      : "d"(number)
      // libsel4 does not rely on rsi and rdi either.
      : "rcx", "r11", "rbx", "rsi", "rdi", "memory");
}

/// A send without message words. As libsel4 has it, sends leave their registers as they were.
[[gnu::always_inline]] inline void trap_send_null(Word number, Word cap, Word info) noexcept {
  __asm__ volatile(
      "movq %%rsp, %%rbx\n\t"
      "syscall\n\t"
      "movq %%rbx, %%rsp"
      :
      : "d"(number), "D"(cap), "S"(info)
      : "rcx", "r11", "rbx", "memory");
}

/// A send with the four message words in registers.
[[gnu::always_inline]] inline void trap_send(Word number, Registers in) noexcept {
  register Word m0 __asm__("r10") = in.mr0;
  register Word m1 __asm__("r8") = in.mr1;
  register Word m2 __asm__("r9") = in.mr2;
  register Word m3 __asm__("r15") = in.mr3;
  __asm__ volatile(
      "movq %%rsp, %%rbx\n\t"
      "syscall\n\t"
      "movq %%rbx, %%rsp"
      :
      : "d"(number), "D"(in.cap), "S"(in.info), "r"(m0), "r"(m1), "r"(m2), "r"(m3)
      : "rcx", "r11", "rbx", "memory");
}

/// A receive; `reply` names the reply object on MCS kernels.
[[gnu::always_inline]] inline Registers trap_recv(Word number, Word cap, Word reply) noexcept {
  Word info;
  register Word m0 __asm__("r10");
  register Word m1 __asm__("r8");
  register Word m2 __asm__("r9");
  register Word m3 __asm__("r15");
  register Word rep __asm__("r12") = reply;
  __asm__ volatile(
      "movq %%rsp, %%rbx\n\t"
      "syscall\n\t"
      "movq %%rbx, %%rsp"
      : "+D"(cap), "=S"(info), "=r"(m0), "=r"(m1), "=r"(m2), "=r"(m3)
      : "d"(number), "r"(rep)
      : "rcx", "r11", "rbx", "memory");
  return {cap, info, m0, m1, m2, m3};
}

/// A send and a receive in one: Call, ReplyRecv.
[[gnu::always_inline]] inline Registers trap_send_recv(Word number, Registers in,
                                                       Word reply) noexcept {
  register Word m0 __asm__("r10") = in.mr0;
  register Word m1 __asm__("r8") = in.mr1;
  register Word m2 __asm__("r9") = in.mr2;
  register Word m3 __asm__("r15") = in.mr3;
  register Word rep __asm__("r12") = reply;
  __asm__ volatile(
      "movq %%rsp, %%rbx\n\t"
      "syscall\n\t"
      "movq %%rbx, %%rsp"
      : "+D"(in.cap), "+S"(in.info), "+r"(m0), "+r"(m1), "+r"(m2), "+r"(m3)
      : "d"(number), "r"(rep)
      : "rcx", "r11", "rbx", "memory");
  return {in.cap, in.info, m0, m1, m2, m3};
}

/// A send to `destination` and a receive from `in.cap`: NBSendRecv, NBSendWait.
[[gnu::always_inline]] inline Registers trap_nb_send_recv(Word number, Word destination,
                                                          Registers in, Word reply) noexcept {
  register Word m0 __asm__("r10") = in.mr0;
  register Word m1 __asm__("r8") = in.mr1;
  register Word m2 __asm__("r9") = in.mr2;
  register Word m3 __asm__("r15") = in.mr3;
  register Word rep __asm__("r12") = reply;
  register Word dest __asm__("r13") = destination;
  __asm__ volatile(
      "movq %%rsp, %%rbx\n\t"
      "syscall\n\t"
      "movq %%rbx, %%rsp"
      : "+D"(in.cap), "+S"(in.info), "+r"(m0), "+r"(m1), "+r"(m2), "+r"(m3)
      : "d"(number), "r"(rep), "r"(dest)
      : "rcx", "r11", "rbx", "memory");
  return {in.cap, in.info, m0, m1, m2, m3};
}

}  // namespace sel4::sys::arch
