// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <arch/translation.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/invocation.hpp>

namespace sel4::kernel {

namespace {

/// Bits that an object of a type takes; 0 for a type that does not exist.
unsigned object_bits(Word type, Word size_bits) {
  switch (type) {
    case seL4_UntypedObject:
    case seL4_SchedContextObject:
      return static_cast<unsigned>(size_bits);
    case seL4_TCBObject:
      return seL4_TCBBits;
    case seL4_EndpointObject:
      return seL4_EndpointBits;
    case seL4_NotificationObject:
      return seL4_NotificationBits;
    case seL4_CapTableObject:
      return static_cast<unsigned>(size_bits) + seL4_SlotBits;
    case seL4_ReplyObject:
      return seL4_ReplyBits;
    default:
      return arch::object_type(type).bits;
  }
}

/// Makes an object of cleared memory at `address`.
Cap make_object(Word type, Word address, unsigned size_bits, unsigned bits, bool is_device) {
  const auto cap = [&](Kind kind, unsigned size, Word rights = 0) {
    return Cap::make({.kind = kind, .address = address, .size = size, .rights = rights});
  };
  if (type == seL4_UntypedObject) {
    Cap untyped = cap(Kind::untyped, size_bits);
    untyped.set_extra(is_device);
    return untyped;
  }
  if (!is_device) {
    void* memory = reinterpret_cast<void*>(arch::to_virtual(address));
    if (bits >= 6) {
      arch::clear_memory(memory, bit(bits));
    } else {
      for (Word i = 0; i < bit(bits) / sizeof(Word); ++i) static_cast<Word*>(memory)[i] = 0;
    }
  }
  switch (type) {
    case seL4_TCBObject: {
      const Cap tcb = cap(Kind::tcb, 0);
      const Tcb* parent = sched.current;
      Tcb& made = object_of<Tcb>(tcb);
      init_tcb(made, sched.domain);
      static constexpr char prefix[] = "child of: '";
      unsigned n = 0;
      for (const char* c = prefix; *c != 0; ++c) made.name[n++] = *c;
      for (const char* c = parent->name; *c != 0 && n < Tcb::name_size - 2; ++c)
        made.name[n++] = *c;
      made.name[n++] = '\'';
      return tcb;
    }
    case seL4_EndpointObject:
      return cap(Kind::endpoint, 0, Rights::all);
    case seL4_NotificationObject:
      return cap(Kind::notification, 0, Rights::read | Rights::write);
    case seL4_CapTableObject:
      return cap(Kind::cnode, size_bits);
    case seL4_SchedContextObject:
      return cap(Kind::sched_context, size_bits);
    case seL4_ReplyObject:
      return cap(Kind::reply, 0, Rights::grant);
    default:
      break;
  }
  const Kind kind = arch::object_type(type).kind;
  if (kind != Kind::frame) {
    Cap table = cap(kind, 0);
    table.set_extra(arch::object_type(type).extra);
    return table;
  }
  Cap frame = cap(kind, bits, Rights::read | Rights::write);
  frame.set_extra(is_device);
  return frame;
}

/// Device memory becomes frames and smaller untypeds, nothing that the kernel writes to.
bool can_be_device(Word type) {
  return type == seL4_UntypedObject ||
         (type >= seL4_NonArchObjectTypeCount && arch::object_type(type).kind == Kind::frame);
}

struct Range {
  Slot* first;
  Word count;
};

/// The slots that are to be filled.
Error find_range(const Invocation& call, Range& range) {
  const Word index = call.arg(2);
  const Word depth = call.arg(3);
  const Word offset = call.arg(4);
  const Word count = call.arg(5);
  Cap node = call.extra_cap(0);
  if (depth != 0) {
    Slot* slot = nullptr;
    if (const Error error = lookup_named_slot(false, node, index, depth, slot)) return error;
    node = slot->cap;
  }
  if (!node.is(Kind::cnode)) {
    lookup_failure = LookupFailure::missing(depth);
    return fail_lookup(false, "the destination is no CNode");
  }
  const Word slots = bit(node.radix());
  if (offset >= slots) return fail_range(0, slots - 1, "the destination offset ", offset);
  if (count < 1 || count > CONFIG_RETYPE_FAN_OUT_LIMIT) {
    return fail_range(1, CONFIG_RETYPE_FAN_OUT_LIMIT, "the number of objects ", count);
  }
  if (count > slots - offset) {
    return fail_range(1, slots - offset, "the number of objects ", count);
  }
  range = {&object_of<Slot>(node) + offset, count};
  for (Word i = 0; i < count; ++i) {
    if (!range.first[i].is_empty()) {
      return fail(seL4_DeleteFirst, "destination slot ", offset + i, " is not empty");
    }
  }
  return seL4_NoError;
}

}  // namespace

Error invoke_untyped(const Invocation& call) {
  if (call.label() != UntypedRetype) return no_such_method();
  if (!call.has(6, 1)) return truncated();
  const Word type = call.arg(0);
  const Word size_bits = call.arg(1);
  if (type >= seL4_ObjectTypeCount) return fail_argument(0, "there is no object type ", type);
  const unsigned bits = size_bits < word_bits ? object_bits(type, size_bits) : word_bits;
  if (size_bits >= word_bits || bits > seL4_MaxUntypedBits) {
    return fail_range(0, seL4_MaxUntypedBits, "the object's size");
  }
  if (type == seL4_CapTableObject && size_bits == 0) return fail_argument(1, "a CNode of one slot");
  if (type == seL4_UntypedObject && size_bits < seL4_MinUntypedBits) {
    return fail_argument(1, "an untyped of ", size_bits, " bits");
  }
  if (type == seL4_SchedContextObject && size_bits < seL4_MinSchedContextBits) {
    return fail_argument(1, "a scheduling context of ", size_bits, " bits");
  }
  Range range{};
  if (const Error error = find_range(call, range)) return error;

  Cap& untyped = call.slot.cap;
  if (!has_children(call.slot)) untyped.data = 0;
  const Word size = bit(untyped.size());
  const Word free = size - untyped.data;
  const Word start = round_up(untyped.address() + untyped.data, bits);
  if (free >> bits < range.count) {
    problem = {{free}, 1};
    return fail(seL4_NotEnoughMemory, "the untyped has ", free, " bytes left");
  }
  const bool is_device = untyped.is_device();
  if (is_device && !can_be_device(type)) {
    return fail_argument(1, "device memory holds no objects of the type ", type);
  }
  // Alignment may have used up what seemed to be enough.
  if (start - untyped.address() + (range.count << bits) > size) {
    problem = {{untyped.address() + size - start}, 1};
    return fail(seL4_NotEnoughMemory, "the untyped has too little left behind the alignment");
  }
  untyped.data = start - untyped.address() + (range.count << bits);
  for (Word i = 0; i < range.count; ++i) {
    Cap cap =
        make_object(type, start + (i << bits), static_cast<unsigned>(size_bits), bits, is_device);
    cap.set_original(true);
    insert_behind(call.slot, range.first[i], cap);
  }
  return seL4_NoError;
}

}  // namespace sel4::kernel
