// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

constexpr Channel<1> pong;
constexpr unsigned rounds = 5;

class Ping {
 public:
  Ping() noexcept { pong.notify(); }

  void notified(AnyChannel channel) noexcept {
    if (channel != pong) return;
    ++answers_;
    debug_println("answer ", answers_);
    if (answers_ < rounds) {
      // Goes out with the wait for the next event: one system call for both.
      pong.defer_notify();
    } else {
      debug_print("TEST_PASS\n");
    }
  }

 private:
  unsigned answers_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Ping)
