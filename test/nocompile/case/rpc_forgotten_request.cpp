// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A server that forgets a request does not compile.
// error: the server does not handle this request of its protocol

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

using Api = rpc::Protocol<Now, Stop>;

microkit::Message serve(microkit::Message message) {
  return rpc::serve<Api>(message, rpc::Overloaded{
                                      [](Now) { return Now::Reply{1}; },
#ifndef SEL4_NOCOMPILE
                                      [](Stop) { return Stop::Reply{}; },
#endif
                                  });
}
