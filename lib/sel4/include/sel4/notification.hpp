// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/endpoint.hpp>

namespace sel4 {

/// A notification: a word of bits. Signalling or-s the capability's badge into it; waiting takes
/// the word and clears it.
template <class Ipc>
class BasicNotification : public ObjectOf<BasicNotification, Ipc> {
 public:
  using ObjectOf<BasicNotification, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "Notification";
  /// libsel4's number for retype().
  static constexpr Word object_type = ::seL4_NotificationObject;
  /// A notification takes 2^size_bits bytes; more with MCS.
  static constexpr Word size_bits = seL4_NotificationBits;

  /// Signals; never blocks. Needs write. (Manual: Signal.)
  [[gnu::always_inline]] void signal() const noexcept { sys::signal(this->cptr()); }

  /// Waits until a bit is set, and takes the word. Needs read. (Manual: Wait.)
  [[gnu::always_inline]] Badge wait() const noexcept { return Badge{sys::wait(this->cptr()).cap}; }

  /// Takes the word; 0 if no bit is set. Needs read. (Manual: Poll.)
  [[nodiscard, gnu::always_inline]] Badge poll() const noexcept {
    return Badge{sys::nb_wait(this->cptr()).cap};
  }

  /// Sends to `destination` if that needs no waiting, then waits here. MCS kernels only.
  /// (Manual: NBSendWait.)
  [[gnu::always_inline]] Badge nb_send_wait(AnyCap destination, MessageInfo info) const noexcept
    requires(config::kernel_mcs)
  {
    return Badge{sys::nb_send_wait(destination.cptr(), info, sys::load_words(this->ipc().buffer()),
                                   this->cptr())
                     .cap};
  }
  /// nb_send_wait() with the first message words in registers.
  [[gnu::always_inline]] Badge nb_send_wait_with_words(AnyCap destination, MessageInfo info,
                                                       ShortMessage words = {}) const noexcept
    requires(config::kernel_mcs)
  {
    return Badge{sys::nb_send_wait(destination.cptr(), info, words, this->cptr()).cap};
  }
};

/// A notification, for operations through the calling thread's IPC buffer.
using Notification = BasicNotification<sys::ThreadIpc>;

}  // namespace sel4
