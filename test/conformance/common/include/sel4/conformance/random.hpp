// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::conformance {

/// The same numbers for the same seed, on every machine and with every compiler (xorshift64*).
class Random {
 public:
  explicit constexpr Random(Word seed) noexcept : state_(seed * 0x9e37'79b9'7f4a'7c15 + 1) {
    for (int i = 0; i < 4; ++i) static_cast<void>(next());
  }

  [[nodiscard]] constexpr Word next() noexcept {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545'f491'4f6c'dd1d;
  }
  /// 0 ... `bound` - 1.
  [[nodiscard]] constexpr Word below(Word bound) noexcept { return (next() >> 16) % bound; }

 private:
  Word state_;
};

}  // namespace sel4::conformance
