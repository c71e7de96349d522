// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/mcs_object.hpp>
#include <sel4/message_info.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/syscalls.hpp>

#include <type_traits>

namespace sel4 {

/// A reply object: holds the authority to answer one Call. MCS kernels only.
template <class Ipc>
class BasicReply : public ObjectOf<BasicReply, Ipc>, public detail::ReplyFacts {
 public:
  using ObjectOf<BasicReply, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "Reply";

  /// Answers the caller that this object holds, with the words in the IPC buffer, and forgets it.
  /// Nothing happens if it holds none. (Manual: Send on a reply capability.)
  [[gnu::always_inline]] void reply(MessageInfo info) const noexcept {
    sys::send(this->cptr(), info, sys::load_words(this->ipc().buffer()));
  }

  /// The same with the words in registers.
  [[gnu::always_inline]] void reply_with_words(MessageInfo info,
                                               ShortMessage words = {}) const noexcept {
    sys::send(this->cptr(), info, words);
  }

  /// What a receive puts in the reply register.
  [[nodiscard, gnu::always_inline]] Word reply_register() const noexcept {
    return this->cptr().bits();
  }
};

/// The authority to answer on a kernel without MCS: the kernel keeps it in the receiver's TCB, so
/// nothing is here. Has BasicReply's members.
template <class Ipc>
class BasicCallerAuthority {
 public:
  /// Which IPC buffer operations use.
  using Context = Ipc;

  constexpr BasicCallerAuthority() noexcept = default;
  /// With a buffer that the caller names.
  constexpr explicit BasicCallerAuthority(Ipc ipc) noexcept : ipc_(ipc) {}
  /// So that the source for MCS compiles: the address plays no part.
  constexpr explicit BasicCallerAuthority(CPtr) noexcept
    requires std::is_empty_v<Ipc>
  {}
  /// The same with a buffer that the caller names.
  constexpr BasicCallerAuthority(CPtr, Ipc ipc) noexcept : ipc_(ipc) {}

  /// The same authority, for operations through another IPC buffer.
  template <class Other>
  [[nodiscard]] constexpr BasicCallerAuthority<Other> with(Other ipc) const noexcept {
    return BasicCallerAuthority<Other>{ipc};
  }
  /// The same authority, for operations in a context that is a type alone.
  template <class Other>
    requires(!std::same_as<Other, Ipc> && std::is_empty_v<Other>)
  constexpr operator BasicCallerAuthority<Other>() const noexcept {  // NOLINT: implicit
    return {};
  }

  /// Answers the caller of the last receive. (Manual: Reply.)
  [[gnu::always_inline]] void reply(MessageInfo info) const noexcept {
    sys::reply(info, sys::load_words(ipc_.buffer()));
  }
  /// reply() with the first message words in registers.
  [[gnu::always_inline]] void reply_with_words(MessageInfo info,
                                               ShortMessage words = {}) const noexcept {
    sys::reply(info, words);
  }
  /// Nothing: receives do not name a reply object here.
  [[nodiscard, gnu::always_inline]] static Word reply_register() noexcept {
    return sys::any_word();
  }

 private:
  [[no_unique_address]] Ipc ipc_{};
};

/// The authority to answer a Call: a reply object on MCS kernels, nothing on others. Code that
/// takes one by value and passes it on compiles for both; make one with make_reply_authority().
template <class Ipc>
using BasicReplyAuthority =
    std::conditional_t<config::kernel_mcs, BasicReply<Ipc>, BasicCallerAuthority<Ipc>>;

/// A reply object, for operations through the calling thread's IPC buffer.
using Reply = BasicReply<sys::ThreadIpc>;
/// What receives take, for operations through the calling thread's IPC buffer.
using ReplyAuthority = BasicReplyAuthority<sys::ThreadIpc>;

static_assert(config::kernel_mcs || std::is_empty_v<ReplyAuthority>);

}  // namespace sel4
