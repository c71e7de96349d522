// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

constexpr Channel<3> client;

class Server {
 public:
  Server() noexcept { debug_println("initialised, on its own time"); }

  // Runs on the client's time.
  Message protected_call(AnyChannel, Message message) noexcept {
    ++calls_;
    // Done before the answer, which takes the receive along.
    client.defer_notify();
    return Message::of(0, message[0] + calls_);
  }

  // Runs on the time that the monitor has bound to the domain's notification.
  void notified(ChannelSet channels) noexcept {
    if (!channels.contains(client)) return;
    debug_println("notified after ", calls_, " calls");
    client.defer_notify();
  }

 private:
  unsigned calls_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Server)
