// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/sys/invocation_label.hpp>
#include <sel4/sys/registers.hpp>
#include <sel4/sys/syscall_number.hpp>

namespace sel4::sys {

/// The kernel's verdict in the answer to an invocation: the label of the answer.
[[nodiscard, gnu::always_inline]] inline Error reply_error(const Registers& reply) noexcept {
  return static_cast<Error>(MessageInfo::from_words({reply.info}).label());
}

/// Invokes the object behind `service`: a Call whose label says the method. Message words beyond
/// the four of `words`, and capabilities, must already be in the calling thread's IPC buffer.
[[gnu::always_inline]] inline Registers invoke(CPtr service, InvocationLabel label, Word extra_caps,
                                               Word length, ShortMessage words = {}) noexcept {
  const MessageInfo info{
      {.label = static_cast<Word>(label), .extra_caps = extra_caps, .length = length}};
  return arch::trap_send_recv(
      syscall::call.number,
      {service.bits(), info.words()[0], words.mr0, words.mr1, words.mr2, words.mr3}, any_word());
}

}  // namespace sel4::sys
