// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>

namespace sel4::conformance {

/// Where actors' faults go. Never waits for one.
class Handler {
 public:
  explicit Handler(Scratch& scratch, Word badge = 9) noexcept
      : endpoint_(scratch.make(::seL4_EndpointObject, 0)),
        badged_(scratch.slot().cptr()),
        reply_(scratch.make(::seL4_ReplyObject, 0)) {
    must(mint(place_of(badged_), place_of(endpoint_), badge), "no fault handler");
  }

  /// What a thread is configured with.
  [[nodiscard]] CPtr cap() const noexcept { return badged_; }
  [[nodiscard]] CPtr endpoint() const noexcept { return endpoint_; }
  [[nodiscard]] CPtr reply() const noexcept { return reply_; }

  /// Adds the message that a fault left, if there is one, and tells whether. Word 0 is where the
  /// program was, in all faults but timeouts: it depends on the compiler.
  bool take(Text& text) noexcept {
    const sys::Registers got = nb_recv(endpoint_, reply_);
    if (got.cap == 0) return false;
    info_ = sys::message_info(got);
    IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
    sys::store_words(buffer, got);
    text.add("fault ", info_.label(), " badge ", got.cap, " length ", info_.length());
    for (Word i = 0; i < info_.length(); ++i) words_[i] = buffer.msg[i];
    return true;
  }
  [[nodiscard]] MessageInfo info() const noexcept { return info_; }
  [[nodiscard]] Word word(Word index) const noexcept { return words_[index]; }

  /// The same with the words from `first` on.
  bool take_words(Text& text, Word first = 1) noexcept {
    if (!take(text)) {
      text.add("no fault");
      return false;
    }
    text.add(':');
    for (Word i = first; i < info_.length(); ++i) text.add(' ', hex(words_[i]));
    return true;
  }

 private:
  CPtr endpoint_;
  CPtr badged_;
  CPtr reply_;
  MessageInfo info_{};
  std::array<Word, ::seL4_MsgMaxLength> words_{};
};

}  // namespace sel4::conformance
