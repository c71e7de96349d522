// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "processor.hpp"

#include <arch/machine.hpp>
#include <decode/vspace.hpp>

// I/O spaces, of which there are none, and I/O ports: a capability to a range keeps its first and
// last port in its word of data.

namespace sel4::kernel::arch {

namespace {

constexpr unsigned port_bits = 16;
constinit Word used[bit(port_bits) / word_bits]{};

bool is_used_port(Word port) { return (used[port / word_bits] >> port % word_bits & 1) != 0; }
void set_used(Word port, bool is) {
  const Word mask = bit(port % word_bits);
  Word& word = used[port / word_bits];
  word = is ? word | mask : word & ~mask;
}

Word first_port(const Cap& cap) { return cap.data >> port_bits; }
Word last_port(const Cap& cap) { return cap.data & low_bits(port_bits); }

Error issue(const Invocation& call) {
  if (call.label() != X86IOPortControlIssue) return no_such_method();
  if (!call.has(4, 1)) return truncated();
  const Word first = call.arg(0) & low_bits(port_bits);
  const Word last = call.arg(1) & low_bits(port_bits);
  if (last < first) return fail_argument(1, "the last port comes before the first");
  for (Word port = first; port <= last; ++port) {
    if (is_used_port(port)) return fail(seL4_RevokeFirst, "port ", port, " has been given out");
  }
  Slot* slot = nullptr;
  if (const Error error =
          lookup_named_slot(false, call.extra_cap(0), call.arg(2), call.arg(3), slot)) {
    return error;
  }
  if (!slot->is_empty()) return fail(seL4_DeleteFirst, "the destination slot is not empty");
  for (Word port = first; port <= last; ++port) set_used(port, true);
  place_copy(call.slot, *slot,
             Cap::make({.kind = Kind::io_port, .data = first << port_bits | last}));
  return seL4_NoError;
}

Error use(const Invocation& call) {
  const Word label = call.label();
  if (label < X86IOPortIn8 || label > X86IOPortOut32) return no_such_method();
  const bool is_out = label >= X86IOPortOut8;
  if (!call.has(is_out ? 2 : 1, 0)) return truncated();
  const unsigned width = 1U << (label - (is_out ? X86IOPortOut8 : X86IOPortIn8));
  const Word port = call.arg(0) & low_bits(port_bits);
  if (port < first_port(call.cap) || port + width - 1 > last_port(call.cap)) {
    return fail(seL4_IllegalOperation, "port ", port, " is not of the capability's range");
  }
  const auto at = static_cast<unsigned>(port);
  const auto value = is_out ? static_cast<std::uint32_t>(call.arg(1)) : 0;
  switch (label) {
    case X86IOPortIn8:
      return answer_word(call, in8(at));
    case X86IOPortIn16:
      return answer_word(call, in16(at));
    case X86IOPortIn32:
      return answer_word(call, in32(at));
    case X86IOPortOut8:
      out8(at, value);
      return seL4_NoError;
    case X86IOPortOut16:
      out16(at, value);
      return seL4_NoError;
    default:
      out32(at, value);
      return seL4_NoError;
  }
}

/// There is no IOMMU, so no device address space that something could be mapped into.
Error map_for_device(const Invocation& call, unsigned words) {
  if (!call.has(words, 1)) return truncated();
  return fail_capability(0, "there is no device address space");
}

Error invoke_io_page_table(const Invocation& call) {
  switch (call.label()) {
    case X86IOPageTableMap:
      return map_for_device(call, 1);
    case X86IOPageTableUnmap:
      return seL4_NoError;
    default:
      return no_such_method();
  }
}

}  // namespace

void release_ports(const Cap& cap) {
  for (Word port = first_port(cap); port <= last_port(cap); ++port) set_used(port, false);
}

Error invoke_frame(const Invocation& call) {
  return call.label() == X86PageMapIO ? map_for_device(call, 2) : no_such_method();
}

Error invoke(const Invocation& call) {
  switch (call.cap.kind()) {
    case Kind::io_port_control:
      return issue(call);
    case Kind::io_port:
      return use(call);
    case Kind::io_page_table:
      return invoke_io_page_table(call);
    default:
      return no_such_method();
  }
}

}  // namespace sel4::kernel::arch
