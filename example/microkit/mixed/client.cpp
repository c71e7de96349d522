// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>
#include <sel4/rpc/client.hpp>

#include <cstdint>
#include <numeric>

using namespace sel4;
using namespace sel4::microkit;

SEL4_MEMORY_REGION(Word, shared);

namespace {

// The server's protocol, each member a message word, in this order.
struct Double {
  static constexpr Word id = 1;
  struct Reply {
    std::uint32_t twice;
  };
  std::uint32_t value;
};
struct Sum {
  static constexpr Word id = 2;
  struct Reply {
    Word sum;
    Word calls;
  };
  std::uint32_t count;
};
struct NotInC {
  static constexpr Word id = 3;
  struct Reply {};
};
using Protocol = rpc::Protocol<Double, Sum, NotInC>;

constexpr Channel<2> server;
constexpr rpc::Client<Protocol, Channel<2>> requests;

class Client {
 public:
  Client() noexcept {
    debug_println("twice 21 is ", requests.call(Double{21}).or_panic("Double").twice);
    const auto words = shared.span().first(10);
    std::iota(words.begin(), words.end(), Word{1});
    const auto sum = requests.call(Sum{10}).or_panic("Sum");
    debug_println("sum ", sum.sum, " after ", sum.calls, " calls");
    debug_println("request 3: ", requests.call(NotInC{}).error());
    server.notify();
  }

  void notified(ChannelSet channels) const noexcept {
    if (channels.contains(server)) debug_print("TEST_PASS\n");
  }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Client)
