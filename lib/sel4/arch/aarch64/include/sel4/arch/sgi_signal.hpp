// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/object.hpp>
#include <sel4/sys/syscalls.hpp>

namespace sel4 {

/// The authority to send one software-generated interrupt to one core.
template <class Ipc>
class BasicSgiSignal : public ObjectOf<BasicSgiSignal, Ipc> {
 public:
  using ObjectOf<BasicSgiSignal, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SGI signal";

  /// Raises the interrupt. The kernel does not say whether it arrived.
  void signal() const noexcept { sys::signal(this->cptr()); }
};

/// The authority to raise one software-generated interrupt on one core.
using SgiSignal = BasicSgiSignal<sys::ThreadIpc>;

}  // namespace sel4
