// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The kernel's trap on the host: a function call to whoever plays the kernel. Everything above this
// file is the same on all architectures.

#pragma once

#include <sel4/sys/registers.hpp>

namespace sel4::sys::arch {

/// What a thread hands to the kernel.
struct Trap {
  /// Which of the functions below it came from: whether message words went in.
  enum class Shape { null, send_null, send, recv, send_recv, nb_send_recv };

  Shape shape;
  Word number;
  Registers in{0, 0, 0, 0, 0, 0};
  /// The reply register; on NBSendWait the destination.
  Word reply = 0;
  /// The destination of NBSendRecv.
  Word destination = 0;
};

/// Plays the kernel: sel4_fake_kernel defines it.
Registers host_kernel(const Trap& trap) noexcept;

inline void trap_null(Word number) noexcept {
  host_kernel({.shape = Trap::Shape::null, .number = number});
}

inline void trap_send_null(Word number, Word cap, Word info) noexcept {
  host_kernel({.shape = Trap::Shape::send_null, .number = number, .in = {cap, info, 0, 0, 0, 0}});
}

inline void trap_send(Word number, Registers in) noexcept {
  host_kernel({.shape = Trap::Shape::send, .number = number, .in = in});
}

inline Registers trap_recv(Word number, Word cap, Word reply) noexcept {
  return host_kernel(
      {.shape = Trap::Shape::recv, .number = number, .in = {cap, 0, 0, 0, 0, 0}, .reply = reply});
}

inline Registers trap_send_recv(Word number, Registers in, Word reply) noexcept {
  return host_kernel({.shape = Trap::Shape::send_recv, .number = number, .in = in, .reply = reply});
}

inline Registers trap_nb_send_recv(Word number, Word destination, Registers in,
                                   Word reply) noexcept {
  return host_kernel({.shape = Trap::Shape::nb_send_recv,
                      .number = number,
                      .in = in,
                      .reply = reply,
                      .destination = destination});
}

}  // namespace sel4::sys::arch
