// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "serial.hpp"

#include <sel4/protection_domain.hpp>
#include <sel4/rpc/client.hpp>

#include <string_view>

using namespace sel4;
using namespace sel4::microkit;

namespace {

constexpr Channel<0> driver;
constexpr rpc::Client<serial::Protocol, Channel<0>> port;

void write(std::string_view text) noexcept {
  while (!text.empty()) {
    serial::Write request{};
    request.length = static_cast<std::uint8_t>(text.copy(request.text.data(), request.text.size()));
    const auto reply = port.call(request);
    if (!reply || reply->taken == 0) return;
    text.remove_prefix(reply->taken);
  }
}

class Client {
 public:
  Client() noexcept { write("type something, and a line end\n"); }

  void notified(ChannelSet channels) noexcept {
    if (!channels.contains(driver)) return;
    for (auto reply = port.call(serial::Read{}); reply && reply->there;
         reply = port.call(serial::Read{})) {
      const auto c = static_cast<char>(reply->character);
      if (c == '\r' || c == '\n') {
        write("\nTEST_PASS\n");
      } else {
        const char text[] = {'[', c, ']'};
        write({text, sizeof text});
      }
    }
  }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Client)
