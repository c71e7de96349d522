// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Requests of a protocol have numbers of their own.
// error: two requests of a protocol have the same id

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

struct Again {
#ifdef SEL4_NOCOMPILE
  static constexpr Word id = 2;
#else
  static constexpr Word id = 3;
#endif
  struct Reply {};
};

template struct rpc::Protocol<Now, Stop, Again>;
