// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/plain_interrupts.hpp>
#include <sel4/conformance/scratch.hpp>

namespace sel4::conformance::machine {

/// Interrupts that a program raises itself: who may have them, and where they arrive.
inline void own_interrupts(Scratch& scratch) {
  line("# software interrupts");
  constexpr Word depth = 64;
  const CPtr control = init_thread::irq_control.cptr();
  const CPtr to = scratch.slot().cptr();
  const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
  const auto issue = [&](Word irq, Word target, CPtr slot) {
    return ask(control, InvocationLabel::arm_irq_issue_sgi_signal,
               {irq, target, slot.bits(), depth}, {init_thread::cnode.cptr()});
  };
  for (const Word irq : {Word{0}, Word{1}, Word{15}, Word{16}, Word{1} << 32, ~Word{0}}) {
    for (const Word target : {Word{0}, Word{7}, Word{8}, ~Word{0}}) {
      tell(issue(irq, target, to), "software interrupt ", hex(irq), " at core ", hex(target));
      tell(issue(irq, target, notification), "  into a full slot");
      tell(remove(place_of(to)), "  deleted");
    }
  }
  constexpr Word irq = 5;
  const CPtr handler = scratch.slot().cptr();
  const CPtr copied = scratch.slot().cptr();
  const auto arrived = [&] {
    // It takes a few instructions.
    for (int i = 0; i < 1000; ++i) {
      if (nb_wait(notification).cap != 0) return true;
    }
    return false;
  };
  const CPtr badged = scratch.slot().cptr();
  must(mint(place_of(badged), place_of(notification), 0x20), "no badge");
  tell(issue(irq, 0, to), "one");
  tell(ask(control, InvocationLabel::irq_issue_irq_handler, {irq, handler.bits(), depth},
           {init_thread::cnode.cptr()}),
       "its handler");
  tell(ask(handler, InvocationLabel::irq_set_irq_handler, {}, {badged}), "to a notification");
  tell(copy(place_of(copied), place_of(to)), "copied");
  for (const CPtr signal : {to, copied}) {
    tell(ask_label(signal, 0), "raised");
    line("arrived ", arrived());
    tell(ask_label(signal, 0), "raised again");
    line("arrived ", arrived());
    tell(ask(handler, InvocationLabel::irq_ack_irq), "acknowledged");
    line("arrived ", arrived());
    tell(ask(handler, InvocationLabel::irq_ack_irq), "acknowledged");
  }
  const CPtr third = scratch.slot().cptr();
  tell(copy(place_of(third), place_of(copied)), "the copy copied");
  tell(revoke(place_of(copied)), "the copy revoked");
  tell(ask_label(third, 0), "its copy raised");
  line("arrived ", arrived());
  tell(ask(handler, InvocationLabel::irq_ack_irq), "acknowledged");
  tell(revoke(place_of(to)), "revoked");
  tell(ask_label(copied, 0), "the copy raised");
  line("arrived ", arrived());
  tell(ask(handler, InvocationLabel::irq_ack_irq), "acknowledged");
  tell(revoke(place_of(control)), "all revoked");
  tell(ask_label(to, 0), "raised");
  tell(ask_label(copied, 0), "the copy raised");
}

}  // namespace sel4::conformance::machine
