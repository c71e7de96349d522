// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "space.hpp"

#include <sel4/conformance/arch_ask.hpp>

namespace sel4::conformance {

namespace {

struct Path {
  Word index;
  Word depth;
};

/// The addresses as paths of many depths: an index counts from its lowest bits.
template <class Use>
void for_each_path(Use use) {
  constexpr std::array<Word, 18> depths{0,  1,  2,  3,  4,  6,  7,  8,  9,
                                        12, 13, 14, 15, 21, 22, 23, 64, 65};
  for (const Address& address : addresses) {
    for (const Word depth : depths) {
      const Word shift = depth == 0 || depth > 64 ? 0 : 64 - depth;
      use(address, Path{address.bits >> shift, depth});
    }
  }
  // What is above the depth does not count.
  use(Address{"more than the depth", 0}, Path{~Word{0}, 7});
  use(Address{"more than the depth", 0}, Path{0xf52, 7});
}

}  // namespace

void invoked(Board& board) {
  board.begin("lookups by index and depth");
  const Space space{board};
  static_cast<void>(space);
  // With its guard, as the root of lookups.
  board.mint({6}, {Space::root}, Space::root_guard << 6 | Space::root_guard_bits);
  board.make(8, ::seL4_UntypedObject, 12);
  const Place spare = place_of(board.cap(9));
  for_each_path([&](const Address& address, Path path) {
    const Place place{board.cap(6), path.index, path.depth};
    Text text;
    const auto say = [&](const sys::Registers& reply, std::string_view what) {
      text.add(what, " ");
      add_answer(text, reply);
      text.add(" / ");
    };
    say(copy(spare, place), "source");
    say(remove(spare), "delete");
    // A move to where something is, or of nothing.
    say(move(place, place), "both");
    say(rotate(place, 0, spare, 0, spare), "rotated to");
    say(rotate(spare, 0, place, 0, spare), "pivot");
    say(cancel_badged_sends(place), "cancel");
    line(address.name, ", depth ", path.depth, ": ", text.view());
    text.clear();
    say(ask(board.cap(8), InvocationLabel::untyped_retype,
            {::seL4_EndpointObject, 0, path.index, path.depth, 3, 0}, {board.cap(6)}),
        "retype none");
    say(ask(board.cap(8), InvocationLabel::untyped_retype,
            {::seL4_EndpointObject, 0, path.index, path.depth, 2, 1}, {board.cap(6)}),
        "retype to slot 2");
    say(ask(init_thread::irq_control.cptr(), InvocationLabel::irq_issue_irq_handler,
            {5000, path.index, path.depth}, {board.cap(6)}),
        "no such IRQ");
    say(ask(init_thread::asid_control.cptr(), machine::asid_control_make_pool,
            {path.index, path.depth}, {board.cap(8), board.cap(6)}),
        "ASID pool");
    line("  ", text.view());
  });
  board.begin("no capability, and every method");
  for (Word label = 0; label < sys::invocation_label_count; ++label) {
    tell(ask_label(board.cap(0), label, {1, 2, 3, 4, 5, 6, 7, 8}), "method ", label);
  }
}

}  // namespace sel4::conformance
