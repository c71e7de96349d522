// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/panic.hpp>
#include <sel4/message_info.hpp>
#include <sel4/microkit/ipc.hpp>
#include <sel4/sys/registers.hpp>
#include <sel4/sys/syscalls.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <span>

namespace sel4::microkit {

/// A message of a protected call, an answer, or a fault: a label and up to 120 words. The first
/// four words are in the object, which travels in registers; the others are in the domain's IPC
/// buffer, where the next message overwrites them.
class Message {
 public:
  /// How many words a message can have.
  static constexpr std::size_t max_words = ::seL4_MsgMaxLength;

  /// Label 0, no words.
  Message() noexcept = default;

  /// From what came in registers.
  [[gnu::always_inline]] explicit Message(const sys::Registers& in) noexcept
      : info_(sys::message_info(in)), words_{in.mr0, in.mr1, in.mr2, in.mr3} {}

  /// With up to four words: `Message::of(label, 1, 2)`. Of the label 52 bits count.
  template <std::convertible_to<Word>... Words>
    requires(sizeof...(Words) <= sys::register_words)
  [[nodiscard, gnu::always_inline]] static Message of(Word label, Words... words) noexcept {
    return Message{MessageInfo{{.label = label, .length = sizeof...(Words)}},
                   ShortMessage{static_cast<Word>(words)...}};
  }

  /// With the first `count` words of buffer(), as they are now. `count` is at most max_words.
  [[nodiscard]] static Message of_buffer(Word label, std::size_t count) noexcept {
    SEL4_ASSERT(count <= max_words);
    return Message{MessageInfo{{.label = label, .length = count}},
                   sys::load_words(detail::ipc_buffer())};
  }

  /// Where the words of a message to be are put, for of_buffer().
  [[nodiscard]] static std::span<Word, max_words> buffer() noexcept {
    return detail::ipc_buffer().msg;
  }

  /// What the sender calls it.
  [[nodiscard]] Word label() const noexcept { return info_.label(); }
  /// How many words it has. A sender cannot make it more than max_words.
  [[nodiscard]] std::size_t size() const noexcept {
    return static_cast<std::size_t>(info_.length());
  }

  /// Word `index`. One that the sender did not send, from size() on, is any value.
  [[nodiscard, gnu::always_inline]] Word operator[](std::size_t index) const noexcept {
    switch (index) {
      case 0:
        return words_.mr0;
      case 1:
        return words_.mr1;
      case 2:
        return words_.mr2;
      case 3:
        return words_.mr3;
      default:
        SEL4_DEBUG_ASSERT(index < max_words);
        return detail::ipc_buffer().msg[index];
    }
  }

  /// All words of this message, the last one received: puts those of the object into the IPC
  /// buffer, where the others are.
  [[nodiscard]] std::span<const Word> words() const noexcept {
    const std::span<Word, max_words> all = buffer();
    all[0] = words_.mr0;
    all[1] = words_.mr1;
    all[2] = words_.mr2;
    all[3] = words_.mr3;
    return all.first(size() < max_words ? size() : max_words);
  }

  /// Label, length and capabilities as the kernel takes them.
  [[nodiscard]] MessageInfo info() const noexcept { return info_; }
  /// The words that travel in registers.
  [[nodiscard]] const ShortMessage& short_words() const noexcept { return words_; }

 private:
  Message(MessageInfo info, ShortMessage words) noexcept : info_(info), words_(words) {}

  MessageInfo info_{};
  ShortMessage words_{};
};

}  // namespace sel4::microkit
