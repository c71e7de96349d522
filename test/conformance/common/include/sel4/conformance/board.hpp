// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>

namespace sel4::conformance {

/// A slot of a board: one of its own, or one that is found from the CNode in one of its own.
struct Field {
  Word own;
  bool is_inside = false;
  Word index = 0;
  Word depth = 0;
};
constexpr Field in(Word own, Word index, Word depth) noexcept { return {own, true, index, depth}; }

/// Slots of the root CNode in a row, numbered from 0, on which capabilities are moved about. Each
/// step is a line of the transcript that ends with which slots are full.
class Board {
 public:
  static constexpr Word size = 24;

  explicit Board(Scratch& scratch) noexcept : scratch_(scratch) { clear(); }

  /// A new case.
  template <class... Parts>
  void begin(const Parts&... name) {
    clear();
    line("# ", name...);
  }

  /// The slots that each step looks at, and those inside one of them.
  void watch(Word slots) noexcept { watched_ = slots; }
  void watch_inside(Word own, Word slots, Word depth) noexcept {
    inside_ = own;
    inside_slots_ = slots;
    inside_depth_ = depth;
  }

  [[nodiscard]] CPtr cap(Word own) const noexcept { return CPtr{first_.index() + own}; }
  [[nodiscard]] Place at(Field field) const noexcept {
    if (field.is_inside) return {cap(field.own), field.index, field.depth};
    return place_of(cap(field.own));
  }
  [[nodiscard]] Scratch& scratch() noexcept { return scratch_; }

  /// Whether a slot holds a CNode: to ask an endpoint would be to wait there.
  [[nodiscard]] bool is_node(Word own) const noexcept {
    const sys::Registers reply = conformance::copy(place_of(spare_.cptr()), {cap(own), 0, 0});
    return sys::reply_error(reply) != Error::failed_lookup;
  }

  sys::Registers make(Word own, Word type, Word bits = 0, Word count = 1) {
    return step(retype(scratch_.memory(), type, bits, cap(own), count), "make ", type, " ", bits,
                " x ", count, " at ", own);
  }
  sys::Registers make_from(Word untyped, Word own, Word type, Word bits = 0, Word count = 1) {
    return step(retype(cap(untyped), type, bits, cap(own), count), "from ", untyped, " make ", type,
                " ", bits, " x ", count, " at ", own);
  }
  sys::Registers copy(Field to, Field from, Word rights = all_rights) {
    return step(conformance::copy(at(to), at(from), rights), "copy ", Name{to}.view(), " of ",
                Name{from}.view(), " rights ", rights);
  }
  sys::Registers mint(Field to, Field from, Word badge, Word rights = all_rights) {
    return step(conformance::mint(at(to), at(from), badge, rights), "mint ", Name{to}.view(),
                " of ", Name{from}.view(), " badge ", hex(badge), " rights ", rights);
  }
  sys::Registers move(Field to, Field from) {
    return step(conformance::move(at(to), at(from)), "move ", Name{to}.view(), " from ",
                Name{from}.view());
  }
  sys::Registers mutate(Field to, Field from, Word badge) {
    return step(conformance::mutate(at(to), at(from), badge), "mutate ", Name{to}.view(), " from ",
                Name{from}.view(), " badge ", hex(badge));
  }
  sys::Registers rotate(Field to, Field pivot, Field from, Word to_badge = 0,
                        Word pivot_badge = 0) {
    return step(conformance::rotate(at(to), to_badge, at(pivot), pivot_badge, at(from)), "rotate ",
                Name{to}.view(), " from ", Name{pivot}.view(), " from ", Name{from}.view(),
                " badges ", hex(to_badge), " ", hex(pivot_badge));
  }
  sys::Registers revoke(Field field) {
    return step(conformance::revoke(at(field)), "revoke ", Name{field}.view());
  }
  sys::Registers remove(Field field) {
    return step(conformance::remove(at(field)), "delete ", Name{field}.view());
  }
  sys::Registers cancel(Field field) {
    return step(cancel_badged_sends(at(field)), "cancel ", Name{field}.view());
  }

  /// Any other step.
  template <class... Parts>
  sys::Registers step(const sys::Registers& reply, const Parts&... what) {
    Text text;
    text.add(what..., ": ");
    add_answer(text, reply);
    text.add("  ");
    add_state(text);
    line(text.view());
    return reply;
  }
  /// What is where now.
  template <class... Parts>
  void show(const Parts&... what) {
    Text text;
    text.add(what..., ": ");
    add_state(text);
    line(text.view());
  }

 private:
  void clear() noexcept {
    scratch_.clear();
    first_ = scratch_.slot();
    for (Word i = 1; i < size; ++i) static_cast<void>(scratch_.slot());
    spare_ = scratch_.slot();
    watched_ = 8;
    inside_slots_ = 0;
  }

  /// A field's name, as short text of its own.
  struct Name {
    explicit Name(Field field) noexcept {
      add(field.own);
      if (!field.is_inside) return;
      text[length++] = '/';
      add(field.index);
      text[length++] = ':';
      add(field.depth);
    }
    void add(Word value) noexcept {
      std::array<char, 20> digits{};
      std::size_t count = 0;
      do {
        digits[count++] = static_cast<char>('0' + value % 10);
        value /= 10;
      } while (value != 0);
      while (count > 0) text[length++] = digits[--count];
    }
    [[nodiscard]] std::string_view view() const noexcept { return {text.data(), length}; }
    std::array<char, 64> text{};
    std::size_t length = 0;
  };

  void add_state(Text& text) const noexcept {
    for (Word i = 0; i < watched_; ++i) text.add(look(at({i})));
    if (inside_slots_ == 0) return;
    text.add(' ');
    if (!is_node(inside_)) return text.add('-');
    for (Word i = 0; i < inside_slots_; ++i) text.add(look(at(in(inside_, i, inside_depth_))));
  }

  Scratch& scratch_;
  Slot first_{init_thread::cnode, 0, Depth{64}};
  Slot spare_ = first_;
  Word watched_ = 8;
  Word inside_ = 0;
  Word inside_slots_ = 0;
  Word inside_depth_ = 0;
};

}  // namespace sel4::conformance
