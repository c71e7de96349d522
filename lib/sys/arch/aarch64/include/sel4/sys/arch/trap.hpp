// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The kernel's trap on aarch64: which value travels in which register (seL4 manual, "System
// calls"). Everything above this file is the same on all architectures.

#pragma once

#include <sel4/sys/registers.hpp>

namespace sel4::sys::arch {

/// A call with no words and no answer: only the number goes in.
[[gnu::always_inline]] inline void trap_null(Word number) noexcept {
  register Word nr __asm__("x7") = number;
  __asm__ volatile("svc #0" : : "r"(nr) : "memory");
}

/// A send without message words.
[[gnu::always_inline]] inline void trap_send_null(Word number, Word cap, Word info) noexcept {
  register Word nr __asm__("x7") = number;
  register Word c __asm__("x0") = cap;
  register Word i __asm__("x1") = info;
  __asm__ volatile("svc #0" : "+r"(c), "+r"(i) : "r"(nr) : "memory");
}

/// A send with the four message words in registers.
[[gnu::always_inline]] inline void trap_send(Word number, Registers in) noexcept {
  register Word nr __asm__("x7") = number;
  register Word c __asm__("x0") = in.cap;
  register Word i __asm__("x1") = in.info;
  register Word m0 __asm__("x2") = in.mr0;
  register Word m1 __asm__("x3") = in.mr1;
  register Word m2 __asm__("x4") = in.mr2;
  register Word m3 __asm__("x5") = in.mr3;
  __asm__ volatile("svc #0"
                   : "+r"(c), "+r"(i), "+r"(m0), "+r"(m1), "+r"(m2), "+r"(m3)
                   : "r"(nr)
                   : "memory");
}

/// A receive; `reply` names the reply object on MCS kernels.
[[gnu::always_inline]] inline Registers trap_recv(Word number, Word cap, Word reply) noexcept {
  register Word nr __asm__("x7") = number;
  register Word rep __asm__("x6") = reply;
  register Word c __asm__("x0") = cap;
  register Word i __asm__("x1");
  register Word m0 __asm__("x2");
  register Word m1 __asm__("x3");
  register Word m2 __asm__("x4");
  register Word m3 __asm__("x5");
  __asm__ volatile("svc #0"
                   : "+r"(c), "=r"(i), "=r"(m0), "=r"(m1), "=r"(m2), "=r"(m3)
                   : "r"(nr), "r"(rep)
                   : "memory");
  return {c, i, m0, m1, m2, m3};
}

/// A send and a receive in one: Call, ReplyRecv.
[[gnu::always_inline]] inline Registers trap_send_recv(Word number, Registers in,
                                                       Word reply) noexcept {
  register Word nr __asm__("x7") = number;
  register Word rep __asm__("x6") = reply;
  register Word c __asm__("x0") = in.cap;
  register Word i __asm__("x1") = in.info;
  register Word m0 __asm__("x2") = in.mr0;
  register Word m1 __asm__("x3") = in.mr1;
  register Word m2 __asm__("x4") = in.mr2;
  register Word m3 __asm__("x5") = in.mr3;
  __asm__ volatile("svc #0"
                   : "+r"(c), "+r"(i), "+r"(m0), "+r"(m1), "+r"(m2), "+r"(m3)
                   : "r"(nr), "r"(rep)
                   : "memory");
  return {c, i, m0, m1, m2, m3};
}

/// A send to `destination` and a receive from `in.cap`: NBSendRecv, NBSendWait.
[[gnu::always_inline]] inline Registers trap_nb_send_recv(Word number, Word destination,
                                                          Registers in, Word reply) noexcept {
  register Word nr __asm__("x7") = number;
  register Word dest __asm__("x8") = destination;
  register Word rep __asm__("x6") = reply;
  register Word c __asm__("x0") = in.cap;
  register Word i __asm__("x1") = in.info;
  register Word m0 __asm__("x2") = in.mr0;
  register Word m1 __asm__("x3") = in.mr1;
  register Word m2 __asm__("x4") = in.mr2;
  register Word m3 __asm__("x5") = in.mr3;
  __asm__ volatile("svc #0"
                   : "+r"(c), "+r"(i), "+r"(m0), "+r"(m1), "+r"(m2), "+r"(m3)
                   : "r"(nr), "r"(rep), "r"(dest)
                   : "memory");
  return {c, i, m0, m1, m2, m3};
}

}  // namespace sel4::sys::arch
