// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the driver can be asked: shared by driver and clients.

#pragma once

#include <sel4/rpc/protocol.hpp>

#include <array>
#include <cstdint>

namespace serial {

/// Sends text. As much as fits is taken; the rest is for another request.
struct Write {
  static constexpr sel4::Word id = 1;
  struct Reply {
    std::uint8_t taken;
  };
  std::uint8_t length;
  std::array<char, 24> text;
};

/// Takes a character that has come. The driver notifies when there are some.
struct Read {
  static constexpr sel4::Word id = 2;
  struct Reply {
    bool there;
    std::uint8_t character;
  };
};

using Protocol = sel4::rpc::Protocol<Write, Read>;

}  // namespace serial
