// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The system calls that carry messages, in registers: no memory is touched. Each is one trap, with
// the numbers of this kernel. Typed wrappers are in lib/sel4.

#pragma once

#include <sel4/config.hpp>
#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/ipc.hpp>
#include <sel4/sys/registers.hpp>
#include <sel4/sys/syscall_number.hpp>

namespace sel4::sys {

/// Where the first words of a message are when it goes through the IPC buffer: the kernel takes and
/// leaves them in registers only.
[[nodiscard, gnu::always_inline]] inline ShortMessage load_words(const IpcBuffer& buffer) noexcept {
  return {buffer.msg[0], buffer.msg[1], buffer.msg[2], buffer.msg[3]};
}

/// Puts the words that came in registers where load_words() takes them from: the kernel leaves them
/// in registers only.
[[gnu::always_inline]] inline void store_words(IpcBuffer& buffer, const Registers& in) noexcept {
  buffer.msg[0] = in.mr0;
  buffer.msg[1] = in.mr1;
  buffer.msg[2] = in.mr2;
  buffer.msg[3] = in.mr3;
}

/// What the kernel says of the message that came; for an invocation its label is the error.
[[nodiscard, gnu::always_inline]] inline MessageInfo message_info(const Registers& in) noexcept {
  return MessageInfo::from_words({in.info});
}

/// The registers of a call that sends: to `cap`, with `info` and the first message words.
[[nodiscard, gnu::always_inline]] inline Registers outgoing(CPtr cap, MessageInfo info,
                                                            ShortMessage words) noexcept {
  return {cap.bits(), info.words()[0], words.mr0, words.mr1, words.mr2, words.mr3};
}

/// Waits for a receiver. Needs write; grant if capabilities go along. (Manual: Send.)
[[gnu::always_inline]] inline void send(CPtr destination, MessageInfo info,
                                        ShortMessage words) noexcept {
  arch::trap_send(syscall::send.number, outgoing(destination, info, words));
}

/// Sends if a receiver waits, else drops the message. Needs write; grant if capabilities go along.
/// (Manual: NBSend.)
[[gnu::always_inline]] inline void nb_send(CPtr destination, MessageInfo info,
                                           ShortMessage words) noexcept {
  arch::trap_send(syscall::nb_send.number, outgoing(destination, info, words));
}

/// A send of the empty message: all that a notification needs.
[[gnu::always_inline]] inline void signal(CPtr destination) noexcept {
  arch::trap_send_null(syscall::send.number, destination.bits(), 0);
}

/// `reply` is the reply object's address on MCS kernels; on others any_word().
[[nodiscard, gnu::always_inline]] inline Registers recv(CPtr source, Word reply) noexcept {
  return arch::trap_recv(syscall::recv.number, source.bits(), reply);
}

/// The same if a sender waits; else returns at once with badge 0. Needs read. (Manual: NBRecv.)
[[nodiscard, gnu::always_inline]] inline Registers nb_recv(CPtr source, Word reply) noexcept {
  return arch::trap_recv(syscall::nb_recv.number, source.bits(), reply);
}

/// A receive that cannot be replied to: Wait on MCS kernels, Recv on others.
[[nodiscard, gnu::always_inline]] inline Registers wait(CPtr source) noexcept {
  constexpr Word number = config::kernel_mcs ? syscall::wait.number : syscall::recv.number;
  return arch::trap_recv(number, source.bits(), any_word());
}

/// The same if there is something to receive; else returns at once with badge 0. Needs read. NBWait
/// on MCS kernels, NBRecv on others.
[[nodiscard, gnu::always_inline]] inline Registers nb_wait(CPtr source) noexcept {
  constexpr Word number = config::kernel_mcs ? syscall::nb_wait.number : syscall::nb_recv.number;
  return arch::trap_recv(number, source.bits(), any_word());
}

/// Sends and waits for the answer; so an invocation is made. On endpoints needs write, and grant or
/// grant_reply. (Manual: Call.)
[[nodiscard, gnu::always_inline]] inline Registers call(CPtr destination, MessageInfo info,
                                                        ShortMessage words) noexcept {
  return arch::trap_send_recv(syscall::call.number, outgoing(destination, info, words), any_word());
}

/// Answers the last caller and receives from `source`, on which it needs read. `reply` is as for
/// recv(). (Manual: ReplyRecv.)
[[nodiscard, gnu::always_inline]] inline Registers reply_recv(CPtr source, MessageInfo info,
                                                              ShortMessage words,
                                                              Word reply) noexcept {
  return arch::trap_send_recv(syscall::reply_recv.number, outgoing(source, info, words), reply);
}

/// MCS kernels only, as is nb_send_wait().
[[nodiscard, gnu::always_inline]] inline Registers nb_send_recv(CPtr destination, MessageInfo info,
                                                                ShortMessage words, CPtr source,
                                                                Word reply) noexcept {
  return arch::trap_nb_send_recv(syscall::nb_send_recv.number, destination.bits(),
                                 outgoing(source, info, words), reply);
}

/// Sends to `destination` if a receiver waits there, then waits on `source` as wait() does. Needs
/// write there, read here. MCS kernels only. (Manual: NBSendWait.)
[[nodiscard, gnu::always_inline]] inline Registers nb_send_wait(CPtr destination, MessageInfo info,
                                                                ShortMessage words,
                                                                CPtr source) noexcept {
  // This call has the destination where others have the reply object.
  return arch::trap_send_recv(syscall::nb_send_wait.number, outgoing(source, info, words),
                              destination.bits());
}

/// Kernels without MCS only.
[[gnu::always_inline]] inline void reply(MessageInfo info, ShortMessage words) noexcept {
  arch::trap_send(syscall::reply.number, outgoing(CPtr{any_word()}, info, words));
}

/// Gives up the rest of the time slice (MCS: of the budget). (Manual: Yield.)
[[gnu::always_inline]] inline void yield() noexcept { arch::trap_null(syscall::yield.number); }

}  // namespace sel4::sys
