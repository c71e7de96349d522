// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/message.hpp>

namespace sel4::kernel {

/// An invocation of a kernel object: who calls what with which arguments.
struct Invocation {
  Tcb& caller;
  Slot& slot;
  Cap cap;
  MessageInfo info;
  ExtraCaps extra;
  const Word* buffer;
  bool is_call;
  Word address;

  [[nodiscard]] Word label() const { return info.label(); }
  [[nodiscard]] Word length() const {
    const Word length = info.length();
    return length > message_registers && buffer == nullptr ? Word{message_registers} : length;
  }
  [[nodiscard]] Word arg(unsigned n) const {
    return n < message_registers ? caller.context.message(n) : buffer[BufferWord::message + n];
  }
  /// Capabilities that came along, from 0; the invoked one is number 0 in error messages.
  [[nodiscard]] const Cap& extra_cap(unsigned n) const { return extra.slots[n]->cap; }
  /// Fails if fewer words or capabilities came than a method needs.
  [[nodiscard]] bool has(unsigned words, unsigned caps) const {
    return length() >= words && extra.count >= caps;
  }
};

/// Ends a method that came with too little.
[[nodiscard]] inline Error truncated() {
  return fail(seL4_TruncatedMessage, "the message is too short");
}
[[nodiscard]] inline Error no_such_method() {
  return fail(seL4_IllegalOperation, "the object has no such method");
}

/// How an invocation ended that did not fail.
enum class Ending : std::uint8_t {
  /// The caller gets an empty answer.
  plain,
  /// The answer, if any, has been given, or the caller is blocked.
  answered,
};
inline constinit Ending ending = Ending::plain;

/// Answers a call with words.
inline Error answer_words(const Invocation& call, const Word* words, unsigned count) {
  ending = Ending::answered;
  if (call.is_call) answer(call.caller, words, count);
  return seL4_NoError;
}
inline Error answer_word(const Invocation& call, Word word) { return answer_words(call, &word, 1); }

// One function per kind of object; the call does nothing if it fails.
Error invoke_untyped(const Invocation& call);
Error invoke_cnode(const Invocation& call);
Error invoke_tcb(const Invocation& call);
Error invoke_sched_context(const Invocation& call);
Error invoke_sched_control(const Invocation& call);
Error invoke_irq_control(const Invocation& call);
Error invoke_irq_handler(const Invocation& call);
Error invoke_domain_set(const Invocation& call);

/// Makes a system call of the current thread, with the number and arguments in its registers, and
/// decides who goes on.
void handle_syscall();

}  // namespace sel4::kernel
