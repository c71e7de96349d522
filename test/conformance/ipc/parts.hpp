// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/handler.hpp>

namespace sel4::conformance {

/// Rights, lengths, labels, and threads without IPC buffers.
void messages(Scratch& scratch);
/// Capabilities that go along.
void transfer(Scratch& scratch);
/// Signals, waiting for them, and notifications bound to threads.
void notifications(Scratch& scratch);
/// Reply objects, call chains, scheduling contexts that go along, servers without one.
void replies(Scratch& scratch);
/// Random series of all these.
void anything(Scratch& scratch);

inline MessageInfo message(Word label, Word length = 0, Word extra = 0) noexcept {
  return MessageInfo{{.label = label, .extra_caps = extra, .length = length}};
}

/// Notes what a receive gave.
inline void note_got(std::string_view who, const sys::Registers& got) noexcept {
  const MessageInfo info = sys::message_info(got);
  note(who, " got badge ", got.cap, " label ", hex(Word{info.label()}), " length ", info.length(),
       " caps ", info.extra_caps(), " unwrapped ", info.caps_unwrapped());
}

inline CPtr minted(Scratch& scratch, CPtr cap, Word badge, Word rights = all_rights) noexcept {
  const CPtr to = scratch.slot().cptr();
  must(mint(place_of(to), place_of(cap), badge, rights), "no badged capability");
  return to;
}

}  // namespace sel4::conformance
