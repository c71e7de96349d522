// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

constexpr Channel<7> server;

class Client {
 public:
  Client() noexcept {
    const Message first = server.call(Message::of(0, 100));
    const Message second = server.call(Message::of(0, 200));
    debug_println("answers ", first[0], " and ", second[0]);
  }

  void notified(AnyChannel) noexcept {
    if (++notifications_ == 1) {
      debug_println("notified by the calls");
      server.notify();
    } else {
      debug_println("notified by the notification");
      debug_print("TEST_PASS\n");
    }
  }

 private:
  unsigned notifications_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Client)
