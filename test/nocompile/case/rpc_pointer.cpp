// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Pointers mean nothing to a peer.
// error: no pointers, which mean nothing to a peer

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

struct Print {
  static constexpr Word id = 3;
  struct Reply {};
#ifdef SEL4_NOCOMPILE
  const char* text;
#else
  std::array<char, 40> text;
#endif
};

template struct rpc::Protocol<Print>;
