// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/panic.hpp>
#include <sel4/cnode.hpp>
#include <sel4/message_info.hpp>
#include <sel4/sys/ipc.hpp>

#include <cstddef>
#include <span>

namespace sel4 {

/// Reads and writes an IPC buffer: the message words, the capabilities to send, the badges and
/// places of those received. A view: it does not own the buffer.
///
/// Invocations (`slot.mint()`, `tcb.configure()`...) write their arguments to the same words and
/// capability fields: first invoke, then fill in what a message is to carry.
///
/// `Ipc` says which buffer: the calling thread's (ipc_buffer()) or a given one. Indices out of
/// range panic unless built with NDEBUG.
template <class Ipc>
class BasicIpcBufferView {
 public:
  /// How many words a message can have.
  static constexpr std::size_t max_words = ::seL4_MsgMaxLength;
  /// How many capabilities can go with a message.
  static constexpr std::size_t max_caps = seL4_MsgMaxExtraCaps;

  constexpr BasicIpcBufferView() noexcept
    requires std::is_empty_v<Ipc>
  = default;
  /// Of a buffer that the caller names.
  constexpr explicit BasicIpcBufferView(Ipc ipc) noexcept : ipc_(ipc) {}

  /// All message words. After a register-only receive the first sys::register_words are stale.
  [[nodiscard]] std::span<Word, max_words> words() const noexcept { return buffer().msg; }

  /// The words of a message just received: as many as `info` says, at most max_words, which a
  /// sender cannot exceed.
  [[nodiscard]] std::span<Word> words(MessageInfo info) const noexcept {
    const std::size_t length = static_cast<std::size_t>(info.length());
    return words().first(length < max_words ? length : max_words);
  }

  /// The message words as bytes.
  [[nodiscard]] std::span<std::byte> bytes() const noexcept {
    return std::as_writable_bytes(std::span<Word>{words()});
  }

  /// Message word `index`, which is below max_words.
  [[nodiscard]] Word word(std::size_t index) const noexcept {
    SEL4_DEBUG_ASSERT(index < max_words);
    return buffer().msg[index];
  }
  /// Sets message word `index`, which is below max_words.
  void set_word(std::size_t index, Word value) const noexcept {
    SEL4_DEBUG_ASSERT(index < max_words);
    buffer().msg[index] = value;
  }

  /// Copies the words that came in registers to where the others are.
  void store(const ShortMessage& words) const noexcept {
    IpcBuffer& to = buffer();
    to.msg[0] = words.mr0;
    to.msg[1] = words.mr1;
    to.msg[2] = words.mr2;
    to.msg[3] = words.mr3;
  }

  /// The capability to send along as number `index`. It goes with the next message whose
  /// `extra_caps` is larger than `index`.
  void set_cap(std::size_t index, AnyCap cap) const noexcept {
    SEL4_DEBUG_ASSERT(index < max_caps);
    buffer().caps_or_badges[index] = cap.cptr().bits();
  }

  /// The badge of the received capability number `index`, if bit `index` of the message's
  /// caps_unwrapped is set.
  [[nodiscard]] Badge badge(std::size_t index) const noexcept {
    SEL4_DEBUG_ASSERT(index < max_caps);
    return Badge{buffer().caps_or_badges[index]};
  }

  /// Where the kernel puts a received capability.
  template <class Other>
  void set_receive_slot(BasicSlot<Other> slot) const noexcept {
    IpcBuffer& to = buffer();
    to.receiveCNode = slot.root().cptr().bits();
    to.receiveIndex = slot.index();
    to.receiveDepth = slot.depth().bits();
  }
  /// Where the next received capability goes.
  [[nodiscard]] Slot receive_slot() const noexcept {
    const IpcBuffer& from = buffer();
    return Slot{CNode{CPtr{from.receiveCNode}}, from.receiveIndex, Depth{from.receiveDepth}};
  }

  /// A word for the thread's own use. The kernel sets the initial thread's to the buffer's address.
  [[nodiscard]] Word user_data() const noexcept { return buffer().userData; }
  /// Sets user_data().
  void set_user_data(Word value) const noexcept { buffer().userData = value; }

  /// libsel4's structure.
  [[nodiscard]] IpcBuffer& buffer() const noexcept { return ipc_.buffer(); }

 private:
  [[no_unique_address]] Ipc ipc_{};
};

/// The calling thread's IPC buffer: `ipc_buffer().set_word(0, 1)`.
[[nodiscard]] constexpr BasicIpcBufferView<sys::ThreadIpc> ipc_buffer() noexcept { return {}; }

/// A given IPC buffer.
[[nodiscard]] constexpr BasicIpcBufferView<sys::GivenIpc> ipc_buffer(IpcBuffer& buffer) noexcept {
  return BasicIpcBufferView<sys::GivenIpc>{sys::GivenIpc{&buffer}};
}

/// Makes `buffer` the calling thread's IPC buffer for all that uses the default context. It must be
/// the one that the thread's TCB says.
inline void set_ipc_buffer(IpcBuffer& buffer) noexcept { sys::set_thread_ipc_buffer(&buffer); }

}  // namespace sel4
