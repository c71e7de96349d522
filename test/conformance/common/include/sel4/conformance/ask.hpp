// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/receive.hpp>
#include <sel4/conformance/transcript.hpp>
#include <sel4/debug.hpp>
#include <sel4/sel4.hpp>
#include <sel4/sys/invoke.hpp>

#include <initializer_list>

namespace sel4::conformance {

using sys::InvocationLabel;

/// Invokes as nothing typed would: any message to any capability. For the calling thread.
inline sys::Registers ask_label(CPtr object, Word label, std::initializer_list<Word> words = {},
                                std::initializer_list<CPtr> caps = {}) noexcept {
  IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
  std::array<Word, sys::register_words> first{};
  std::size_t length = 0;
  for (const Word word : words) {
    if (length < first.size()) first[length] = word;
    buffer.msg[length++] = word;
  }
  std::size_t extra = 0;
  for (const CPtr cap : caps) buffer.caps_or_badges[extra++] = cap.bits();
  const sys::Registers reply = sys::invoke(object, static_cast<InvocationLabel>(label), extra,
                                           length, {first[0], first[1], first[2], first[3]});
  Tally::count(label, reply);
  return reply;
}
inline sys::Registers ask(CPtr object, InvocationLabel label,
                          std::initializer_list<Word> words = {},
                          std::initializer_list<CPtr> caps = {}) noexcept {
  return ask_label(object, static_cast<Word>(label), words, caps);
}

/// A line of the transcript: what was asked, and the answer.
template <class... Parts>
void tell(const sys::Registers& reply, const Parts&... what) {
  Text text;
  text.add(what..., ": ");
  add_answer(text, reply);
  line(text.view());
}

[[nodiscard]] inline bool is_ok(const sys::Registers& reply) noexcept {
  return sys::reply_error(reply) == Error::none;
}

/// For what a case needs and does not test.
inline void must(const sys::Registers& reply, std::string_view what) noexcept {
  if (!is_ok(reply)) panic(what, describe(sys::reply_error(reply)));
}

/// A slot: where the lookup starts, and what is looked up.
struct Place {
  CPtr root;
  Word index;
  Word depth = sizeof(Word) * 8;
};
/// The slot of the root CNode that an address of this program names.
[[nodiscard]] constexpr Place place_of(CPtr cap) noexcept {
  return {init_thread::cnode.cptr(), cap.bits()};
}

constexpr Word all_rights = 15;
constexpr Word write_right = 1;
constexpr Word read_right = 2;
constexpr Word grant_right = 4;
constexpr Word grant_reply_right = 8;

inline sys::Registers copy(Place to, Place from, Word rights = all_rights) noexcept {
  return ask(to.root, InvocationLabel::cnode_copy,
             {to.index, to.depth, from.index, from.depth, rights}, {from.root});
}
inline sys::Registers mint(Place to, Place from, Word badge, Word rights = all_rights) noexcept {
  return ask(to.root, InvocationLabel::cnode_mint,
             {to.index, to.depth, from.index, from.depth, rights, badge}, {from.root});
}
inline sys::Registers move(Place to, Place from) noexcept {
  return ask(to.root, InvocationLabel::cnode_move, {to.index, to.depth, from.index, from.depth},
             {from.root});
}
inline sys::Registers mutate(Place to, Place from, Word badge) noexcept {
  return ask(to.root, InvocationLabel::cnode_mutate,
             {to.index, to.depth, from.index, from.depth, badge}, {from.root});
}
inline sys::Registers rotate(Place to, Word to_badge, Place pivot, Word pivot_badge,
                             Place from) noexcept {
  return ask(
      to.root, InvocationLabel::cnode_rotate,
      {to.index, to.depth, to_badge, pivot.index, pivot.depth, pivot_badge, from.index, from.depth},
      {pivot.root, from.root});
}
inline sys::Registers revoke(Place at) noexcept {
  return ask(at.root, InvocationLabel::cnode_revoke, {at.index, at.depth});
}
inline sys::Registers remove(Place at) noexcept {
  return ask(at.root, InvocationLabel::cnode_delete, {at.index, at.depth});
}
inline sys::Registers cancel_badged_sends(Place at) noexcept {
  return ask(at.root, InvocationLabel::cnode_cancel_badged_sends, {at.index, at.depth});
}
/// Objects into slots of the root CNode from `to` on.
inline sys::Registers retype(CPtr untyped, Word type, Word size, CPtr to, Word count = 1) noexcept {
  return ask(untyped, InvocationLabel::untyped_retype, {type, size, 0, 0, to.bits(), count},
             {init_thread::cnode.cptr()});
}

/// Whether a slot holds nothing (`.`), something (`#`), or cannot be reached (`?`): a capability
/// moved to where it is finds its place taken, if there is one.
[[nodiscard]] inline char look(Place at) noexcept {
  if constexpr (sys::syscall::debug_cap_identify.enabled) {
    // The kernel has something to say about every error, which takes its time.
    if (at.root == init_thread::cnode.cptr()) {
      return debug_cap_identify<>(CPtr{at.index}) == 0 ? '.' : '#';
    }
  }
  const sys::Registers moved = move(at, at);
  if (sys::reply_error(moved) == Error::delete_first) return '#';
  // The destination is looked up first, as lookup 0.
  return sys::reply_error(moved) == Error::failed_lookup && moved.mr0 == 1 ? '.' : '?';
}

}  // namespace sel4::conformance
