// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A client sends only requests of its protocol.
// error: the protocol has no such request

#include <sel4/microkit/channel.hpp>
#include <sel4/rpc/client.hpp>
#include <sel4/rpc/server.hpp>

using namespace sel4;

struct Now {
  static constexpr Word id = 1;
  struct Reply {
    std::uint64_t time;
  };
};
struct Stop {
  static constexpr Word id = 2;
  struct Reply {};
};

using Api = rpc::Protocol<Now>;

bool stop(rpc::Client<Api, microkit::AnyChannel> client) {
#ifdef SEL4_NOCOMPILE
  return client.call(Stop{}).has_value();
#else
  return client.call(Now{}).has_value();
#endif
}
