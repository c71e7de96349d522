// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/board.hpp>

namespace sel4::conformance {

/// CNodes in three levels with guards. Slots of the root: 1 leads on, 2 is an endpoint, 3 leads to
/// where all bits are used up, 4 is a TCB. Of the second level: 1 leads on, 2 is an endpoint. Of
/// the third: 0 is an endpoint, 1 the root again. All other slots are empty.
struct Space {
  static constexpr Word root_bits = 4;
  static constexpr Word root_guard_bits = 3;
  static constexpr Word root_guard = 0b101;
  static constexpr Word second_bits = 5;
  static constexpr Word second_guard_bits = 2;
  static constexpr Word second_guard = 0b01;
  static constexpr Word third_bits = 8;
  static constexpr Word last_bits = 57;
  static constexpr Word last_node_bits = 2;

  explicit Space(Board& board);

  /// An address from its parts, the first part in the highest bits.
  struct Part {
    Word value;
    Word bits;
  };
  [[nodiscard]] static constexpr Word address(std::initializer_list<Part> parts) noexcept {
    Word result = 0;
    Word used = 0;
    for (const Part& part : parts) {
      used += part.bits;
      result |= part.value << (64 - used);
    }
    return result;
  }
  [[nodiscard]] static constexpr Word in_root(Word slot, Word rest = 0) noexcept {
    return address({{root_guard, root_guard_bits}, {slot, root_bits}, {rest, 57}});
  }
  [[nodiscard]] static constexpr Word in_second(Word slot, Word rest = 0) noexcept {
    return address({{root_guard, root_guard_bits},
                    {1, root_bits},
                    {second_guard, second_guard_bits},
                    {slot, second_bits},
                    {rest, 50}});
  }
  [[nodiscard]] static constexpr Word in_third(Word slot, Word rest = 0) noexcept {
    return in_second(1) | address({{0, 14}, {slot, third_bits}, {rest, 42}});
  }

  /// Where the root is on the board; 1 and 2 have the other levels.
  static constexpr Word root = 0;
  static constexpr Word endpoint = 4;
  static constexpr Word tcb = 5;
};

struct Address {
  std::string_view name;
  Word bits;
};
inline constexpr std::array addresses{
    Address{"0", 0},
    Address{"all ones", ~Word{0}},
    Address{"no capability in the root", Space::in_root(0)},
    Address{"the endpoint in the root", Space::in_root(2)},
    Address{"the endpoint in the root, bits left", Space::in_root(2, 0x1234)},
    Address{"the TCB in the root", Space::in_root(4)},
    Address{"another guard", Space::address({{0b100, 3}, {2, 4}, {0, 57}})},
    Address{"the root's last slot", Space::in_root(15)},
    Address{"no capability in the second", Space::in_second(0)},
    Address{"the endpoint in the second", Space::in_second(2)},
    Address{"the endpoint in the second, bits left", Space::in_second(2, 1)},
    Address{"another guard in the second",
            Space::address({{0b101, 3}, {1, 4}, {0b11, 2}, {2, 5}, {0, 50}})},
    Address{"no capability in the third", Space::in_third(7)},
    Address{"the endpoint in the third", Space::in_third(0)},
    Address{"the endpoint in the third, bits left", Space::in_third(0, 0x3ff)},
    Address{"round and round, to no capability",
            Space::in_third(1, Space::address({{0b101, 3}, {0, 4}, {0, 57}}) >> 22)},
    Address{"round and round, to the endpoint",
            Space::in_third(1, Space::address({{0b101, 3}, {2, 4}, {0, 57}}) >> 22)},
    Address{"round and round, to another guard",
            Space::in_third(1, Space::address({{0b011, 3}, {2, 4}, {0, 57}}) >> 22)},
    Address{"round twice", Space::in_third(1, Space::in_third(1, Space::in_root(2) >> 22) >> 22)},
    Address{"round until no bits are left",
            Space::in_third(1, Space::in_third(1, Space::in_third(1) >> 22) >> 22)},
    Address{"a guard that leaves too few bits", Space::in_root(3)},
    Address{"the same, another guard", Space::in_root(3, Word{1} << 20)},
};

/// Cap faults of system calls, and what invocations say about their other capabilities.
void faulting(Board& board);
/// Lookups by index and depth.
void invoked(Board& board);

}  // namespace sel4::conformance
