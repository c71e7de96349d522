// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

#include <sel4/conformance/arch_ask.hpp>
#include <sel4/conformance/random.hpp>

namespace sel4::conformance {

namespace {

constexpr Word board_slots = 10;
constexpr Word inner_bits = 2;
// No endpoints: to ask one for a capability is to wait there.
constexpr std::array<Word, 10> types{::seL4_UntypedObject,      ::seL4_UntypedObject,
                                     ::seL4_NotificationObject, ::seL4_CapTableObject,
                                     ::seL4_CapTableObject,     ::seL4_TCBObject,
                                     ::seL4_ReplyObject,        SmallFrame::object_type,
                                     ::seL4_NotificationObject, ::seL4_SchedContextObject};

Field any_field(Board& board, Random& random) {
  const Word own = random.below(board_slots);
  if (random.below(3) != 0 || !board.is_node(own)) return {own};
  return in(own, random.below(4), random.below(8) == 0 ? random.below(6) : inner_bits);
}

Word any_rights(Random& random) { return random.below(2) == 0 ? all_rights : random.below(16); }
Word any_badge(Random& random) {
  constexpr std::array<Word, 6> badges{0, 1, 2, Word{1} << 6 | 1, 62, 2};
  return badges[random.below(badges.size())];
}

Word size_for(Word type) {
  if (type == ::seL4_UntypedObject) return 13;
  if (type == ::seL4_SchedContextObject) return 7;
  return type == ::seL4_CapTableObject ? inner_bits : 0;
}

void any_step(Board& board, Random& random) {
  const Word type = types[random.below(types.size())];
  switch (random.below(16)) {
    case 0:
    case 1:
      board.make(random.below(board_slots), type, size_for(type));
      break;
    case 2:
    case 3:
      board.make_from(random.below(board_slots), random.below(board_slots), type,
                      size_for(type) == 13 ? 4 + random.below(9) : size_for(type),
                      1 + random.below(2));
      break;
    case 4:
    case 5:
    case 6:
      board.copy(any_field(board, random), any_field(board, random), any_rights(random));
      break;
    case 7:
    case 8:
      board.mint(any_field(board, random), any_field(board, random), any_badge(random),
                 any_rights(random));
      break;
    case 9:
    case 10:
      board.move(any_field(board, random), any_field(board, random));
      break;
    case 11:
      board.mutate(any_field(board, random), any_field(board, random), any_badge(random));
      break;
    case 12:
      board.rotate(any_field(board, random), any_field(board, random), any_field(board, random),
                   any_badge(random), any_badge(random));
      break;
    case 13:
      board.revoke(any_field(board, random));
      break;
    case 14:
      board.cancel(any_field(board, random));
      break;
    default:
      board.remove(any_field(board, random));
      break;
  }
}

}  // namespace

void anything(Board& board) {
  constexpr Word series = 40;
  constexpr Word steps = 60;
  for (Word seed = 1; seed <= series; ++seed) {
    board.begin("series ", seed);
    board.watch(board_slots);
    Random random{seed};
    for (Word i = 0; i < steps; ++i) any_step(board, random);
  }
}

}  // namespace sel4::conformance
