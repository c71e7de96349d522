// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/destroy.hpp>
#include <core/vspace.hpp>
#include <decode/tcb_space.hpp>

namespace sel4::kernel {

namespace {

/// A capability on its way into a TCB.
struct Setting {
  Slot* source = nullptr;
  Cap cap;
};

/// Replaces what is in the slot by a copy of the source's capability, or by nothing.
void set_slot(Slot& slot, const Setting& setting) {
  destroy(slot);
  if (!setting.cap.is_null()) place_copy(*setting.source, slot, setting.cap);
}

/// A CSpace that would have to be destroyed may hold what is to take its place.
Error check_replaceable(const Tcb& tcb) {
  const Slot& cspace = tcb.slots[Tcb::cspace];
  if (!cspace.cap.is(Kind::cnode) || !is_last(cspace)) return seL4_NoError;
  return fail(seL4_IllegalOperation, "the thread has the last capability to its CSpace");
}

Error take_cspace(Slot& slot, Word data, Setting& cspace) {
  Cap cap = slot.cap;
  if (data != 0) cap = with_data(false, data, cap);
  if (const Error error = derive(slot, cap, cspace.cap)) return error;
  cspace.source = &slot;
  if (!cspace.cap.is(Kind::cnode)) return fail(seL4_IllegalOperation, "the CSpace is no CNode");
  return seL4_NoError;
}

Error take_vspace(Slot& slot, Setting& vspace) {
  if (const Error error = derive(slot, slot.cap, vspace.cap)) return error;
  vspace.source = &slot;
  if (!is_usable_vspace(vspace.cap)) {
    return fail(seL4_IllegalOperation, "the VSpace is none, or has no ASID");
  }
  return seL4_NoError;
}

Error take_buffer(Slot& slot, Word address, Setting& buffer) {
  if (address == 0) return seL4_NoError;
  if (const Error error = derive(slot, slot.cap, buffer.cap)) return error;
  buffer.source = &slot;
  if (!buffer.cap.is(Kind::frame)) return fail(seL4_IllegalOperation, "the buffer is in no frame");
  if (buffer.cap.is_device()) return fail(seL4_IllegalOperation, "the buffer is device memory");
  if (!aligned(address, seL4_IPCBufferSizeBits)) {
    return fail(seL4_AlignmentError, "the buffer's address is not aligned");
  }
  return seL4_NoError;
}

void apply_buffer(Tcb& tcb, Word address, const Setting& buffer) {
  set_slot(tcb.slots[Tcb::buffer], buffer);
  tcb.buffer_address = address;
}

void apply_spaces(Tcb& tcb, const Setting& cspace, const Setting& vspace) {
  set_slot(tcb.slots[Tcb::cspace], cspace);
  set_slot(tcb.slots[Tcb::vspace], vspace);
  if (&tcb == sched.current) arch::switch_vspace(&tcb);
}

}  // namespace

bool can_be_handler(const Cap& cap) {
  return cap.is_null() || (cap.is(Kind::endpoint) && cap.can(Rights::write) &&
                           cap.can(Rights::grant | Rights::grant_reply));
}

void set_handler(Tcb& tcb, unsigned slot, Slot& handler) {
  set_slot(tcb.slots[slot], {&handler, handler.cap});
}

Error configure(const Invocation& call) {
  if (!call.has(3, 3)) return truncated();
  const Word buffer_address = call.arg(2);
  Setting cspace;
  Setting vspace;
  Setting buffer;
  if (const Error error = take_buffer(*call.extra.slots[2], buffer_address, buffer)) return error;
  Tcb& tcb = object_of<Tcb>(call.cap);
  if (const Error error = check_replaceable(tcb)) return error;
  if (const Error error = take_cspace(*call.extra.slots[0], call.arg(0), cspace)) return error;
  if (const Error error = take_vspace(*call.extra.slots[1], vspace)) return error;
  apply_spaces(tcb, cspace, vspace);
  apply_buffer(tcb, buffer_address, buffer);
  return seL4_NoError;
}

Error set_space(const Invocation& call) {
  if (!call.has(2, 3)) return truncated();
  Setting cspace;
  Setting vspace;
  Tcb& tcb = object_of<Tcb>(call.cap);
  if (const Error error = check_replaceable(tcb)) return error;
  if (const Error error = take_cspace(*call.extra.slots[1], call.arg(0), cspace)) return error;
  if (const Error error = take_vspace(*call.extra.slots[2], vspace)) return error;
  if (!can_be_handler(call.extra_cap(0))) return fail_capability(1, "no handler for faults");
  set_handler(tcb, Tcb::fault_handler, *call.extra.slots[0]);
  apply_spaces(tcb, cspace, vspace);
  return seL4_NoError;
}

Error set_ipc_buffer(const Invocation& call) {
  if (!call.has(1, 1)) return truncated();
  Setting buffer;
  if (const Error error = take_buffer(*call.extra.slots[0], call.arg(0), buffer)) return error;
  apply_buffer(object_of<Tcb>(call.cap), call.arg(0), buffer);
  return seL4_NoError;
}

Error set_timeout_endpoint(const Invocation& call) {
  if (!call.has(0, 1)) return truncated();
  if (!can_be_handler(call.extra_cap(0))) return fail_capability(1, "no handler for timeouts");
  set_handler(object_of<Tcb>(call.cap), Tcb::timeout_handler, *call.extra.slots[0]);
  return seL4_NoError;
}

}  // namespace sel4::kernel
