// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>

#include <array>

namespace sel4::conformance::machine {

/// What the methods take besides the slot: for messages bus, device, function and handle, for a pin
/// the I/O APIC, the pin, whether it is told by its level and whether it is active when low; last
/// the vector.
using Source = std::array<Word, 5>;

inline sys::Registers issue_from(CPtr control, InvocationLabel label, const Source& source,
                                 CPtr to) noexcept {
  return ask(control, label, {to.bits(), 64, source[0], source[1], source[2], source[3], source[4]},
             {init_thread::cnode.cptr()});
}
/// A handler of messages, which ask least of the device.
inline sys::Registers issue(CPtr control, Word irq, CPtr to) noexcept {
  return issue_from(control, InvocationLabel::x86_irq_issue_irq_handler_msi, {0, 0, 0, 0, irq}, to);
}
/// One of a pin, told by its edge (0) or level (1).
inline sys::Registers issue_triggered(CPtr control, Word irq, Word trigger, CPtr to) noexcept {
  return issue_from(control, InvocationLabel::x86_irq_issue_irq_handler_ioapic,
                    {0, 20, trigger, 0, irq}, to);
}

/// Pins and devices there are and are not, and the method of other architectures.
inline void own_interrupts(Scratch& scratch) {
  line("# pins and messages");
  const CPtr control = init_thread::irq_control.cptr();
  const CPtr to = scratch.slot().cptr();
  const CPtr full = scratch.make(::seL4_NotificationObject, 0);
  const auto tell_issue = [&](InvocationLabel label, const Source& source, std::string_view what) {
    tell(issue_from(control, label, source, to), what, " ", hex(source[0]), " ", hex(source[1]),
         " ", hex(source[2]), " ", hex(source[3]), " vector ", hex(source[4]));
    tell(issue_from(control, label, source, full), "  into a full slot");
    tell(remove(place_of(to)), "  deleted");
  };
  constexpr Word far = Word{1} << 32;
  constexpr Word all = ~Word{0};
  constexpr auto pin = InvocationLabel::x86_irq_issue_irq_handler_ioapic;
  for (const Word value : {Word{0}, Word{1}, Word{23}, Word{24}, far, all}) {
    tell_issue(pin, {value, 20, 0, 0, 30}, "pin");
    tell_issue(pin, {0, value, 0, 0, 30}, "pin");
    tell_issue(pin, {0, 20, value, 0, 30}, "pin");
    tell_issue(pin, {0, 20, 0, value, 30}, "pin");
  }
  constexpr auto message = InvocationLabel::x86_irq_issue_irq_handler_msi;
  for (const Word value :
       {Word{0}, Word{7}, Word{8}, Word{31}, Word{32}, Word{255}, Word{256}, far, all}) {
    tell_issue(message, {value, 0, 0, 0, 30}, "message");
    tell_issue(message, {0, value, 0, 0, 30}, "message");
    tell_issue(message, {0, 0, value, 0, 30}, "message");
    tell_issue(message, {0, 0, 0, value, 30}, "message");
  }
  for (const Word irq : {Word{0}, Word{1}, Word{20}, all}) {
    tell(ask(control, InvocationLabel::irq_issue_irq_handler, {irq, to.bits(), 64},
             {init_thread::cnode.cptr()}),
         "without a source ", hex(irq));
  }
}

}  // namespace sel4::conformance::machine
