// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/cspace.hpp>

namespace sel4::kernel {

/// Words of an IPC buffer.
struct BufferWord {
  static constexpr unsigned message = 1;
  static constexpr unsigned caps = offsetof(seL4_IPCBuffer, caps_or_badges) / sizeof(Word);
  static constexpr unsigned receive_cnode = offsetof(seL4_IPCBuffer, receiveCNode) / sizeof(Word);
  static constexpr unsigned receive_index = offsetof(seL4_IPCBuffer, receiveIndex) / sizeof(Word);
  static constexpr unsigned receive_depth = offsetof(seL4_IPCBuffer, receiveDepth) / sizeof(Word);
};

/// The memory of a thread's IPC buffer, or null if it has none that can be used that way.
[[nodiscard]] inline Word* buffer_of(const Tcb& tcb, bool for_writing) {
  const Cap& frame = tcb.slots[Tcb::buffer].cap;
  if (!frame.is(Kind::frame) || frame.is_device()) return nullptr;
  const Word need = for_writing ? Rights::read | Rights::write : Rights::read;
  if ((frame.rights() & need) != need) return nullptr;
  return reinterpret_cast<Word*>(arch::to_virtual(frame.address()) +
                                 (tcb.buffer_address & low_bits(frame.size())));
}

/// Writes a message word to registers or, where there is one, the buffer. False if there is none.
inline bool put_word(Tcb& tcb, Word* buffer, unsigned n, Word value) {
  if (n < message_registers) {
    tcb.context.message(n) = value;
  } else if (buffer != nullptr) {
    buffer[BufferWord::message + n] = value;
  } else {
    return false;
  }
  return true;
}

/// Slots of the capabilities that go with a message.
struct ExtraCaps {
  Slot* slots[max_extra_caps]{};
  unsigned count = 0;
};

/// Looks up the capabilities that `sender` wants to send. False if one is not there: the address is
/// in `bad_address` then, and `lookup_failure` says why.
[[nodiscard]] bool find_extra_caps(const Tcb& sender, MessageInfo info, ExtraCaps& caps,
                                   Word& bad_address);

/// Carries what `sender` sends, or its fault, to `receiver`. `endpoint` may be null (replies).
void transfer(Tcb& sender, Endpoint* endpoint, Word badge, bool can_grant, Tcb& receiver);

/// Carries an answer; for a fault, it may change registers of `receiver`. Returns whether it is to
/// go on.
[[nodiscard]] bool transfer_reply(Tcb& sender, bool can_grant, Tcb& receiver);

/// The answer of the kernel to a call: an error and what goes with it.
void answer_error(Tcb& caller, Error error);
/// Or words, after a message tag of that label.
void answer(Tcb& caller, const Word* words, unsigned count);

}  // namespace sel4::kernel
