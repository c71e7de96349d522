// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/image_frames.hpp>
#include <sel4/sel4.hpp>
#include <sel4/thread.hpp>

#include <array>

namespace fuzz {

using sel4::CPtr;
using sel4::Word;

/// The same numbers for the same seed (xorshift64*).
class Random {
 public:
  void seed(Word seed) noexcept {
    state_ = seed * 0x9e37'79b9'7f4a'7c15 + 1;
    for (int i = 0; i < 4; ++i) static_cast<void>(next());
  }
  [[nodiscard]] Word next() noexcept {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545'f491'4f6c'dd1d;
  }
  /// 0 ... `bound` - 1.
  [[nodiscard]] Word below(Word bound) noexcept { return (next() >> 16) % bound; }

 private:
  Word state_ = 1;
};

/// A thread's CNode has 2^node_bits slots; its address in the CNode itself is the first.
inline constexpr Word node_bits = 8;
inline constexpr Word node_slot = 1;
/// What a new round puts into a thread's slots; what follows is empty at first.
inline constexpr Word first_empty = 64;
/// Reply objects are in every fifth slot from here on, three of them.
inline constexpr Word first_reply = 17;
inline constexpr Word reply_step = 5;
/// Endpoints, then notifications, each without a badge and with one.
inline constexpr Word first_place = 29;
inline constexpr Word place_count = 8;
/// Where threads map what they have.
inline constexpr Word window = 0x10'0000'0000;

/// All that a fuzzing thread writes to: no other page of the program is writable for it.
struct alignas(4096) Room {
  sel4::ThreadStack<std::size_t{8} * 1024> stack;
  sel4::IpcBufferPage ipc_buffer;
  Random random;
  /// System calls so far.
  Word calls;

  /// Makes system calls for ever.
  void operator()() noexcept;
};

}  // namespace fuzz
