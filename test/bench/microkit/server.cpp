// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4;
using namespace sel4::microkit;

namespace {

class Server {
 public:
  Message protected_call(AnyChannel, Message message) noexcept {
    switch (message.label()) {
      case 0:
        return {};
      case 1:
        return Message::of(0, message[0] + 1);
      default:
        return Message::of(0, notified_);
    }
  }
  void notified(AnyChannel) noexcept { ++notified_; }

 private:
  Word notified_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Server)
