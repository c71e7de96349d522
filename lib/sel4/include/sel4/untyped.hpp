// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/blueprint.hpp>
#include <sel4/cap_range.hpp>
#include <sel4/cnode.hpp>
#include <sel4/config.hpp>
#include <sel4/reply.hpp>
#include <sel4/sys/invocations.hpp>

namespace sel4 {

/// Where Untyped::retype() puts capabilities: `count` slots from `offset` on of the CNode that
/// `node` leads to (`cnode.self()` for a CNode one has a capability to).
template <class Ipc>
struct BasicRetypeDestination {
  /// Leads to the CNode that has the slots.
  BasicSlot<Ipc> node;
  /// Index of the first slot in that CNode.
  Word offset;
  /// How many objects, and slots; at most the kernel's fan-out limit.
  Word count = 1;
};

/// A destination named through the calling thread's CSpace.
using RetypeDestination = BasicRetypeDestination<sys::ThreadIpc>;

/// Unused memory, from which objects are made.
///
/// Errors of all operations: not_enough_memory: too little is left; delete_first: a destination
/// slot is not empty; range: more slots than the CNode has or than one call may fill, or a size too
/// large; invalid_argument: no such object or size, or not from device memory; failed_lookup: no
/// such CNode; illegal_operation, invalid_capability: not an untyped.
template <class Ipc>
class BasicUntyped : public ObjectOf<BasicUntyped, Ipc> {
 public:
  using ObjectOf<BasicUntyped, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "Untyped";
  /// libsel4's number for retype().
  static constexpr Word object_type = ::seL4_UntypedObject;
  /// The smallest has 2^min_size_bits bytes.
  static constexpr Word min_size_bits = seL4_MinUntypedBits;
  /// The largest has 2^max_size_bits bytes.
  static constexpr Word max_size_bits = seL4_MaxUntypedBits;

  /// An untyped made with size argument `bits` has 2^size_bits(bits) bytes.
  [[nodiscard]] static constexpr Word size_bits(Word bits) noexcept { return bits; }

  /// Makes objects of any kind. (Manual: Untyped - Retype.)
  template <class Other>
  Result<> retype(Blueprint blueprint, BasicRetypeDestination<Other> destination) const noexcept {
    const BasicSlot<Other>& node = destination.node;
    return untyped_retype(this->ipc(), this->cptr(), blueprint.object_type(),
                          blueprint.size_argument(), node.root().cptr(), node.index(),
                          node.depth().bits(), destination.offset, destination.count);
  }
  /// The same; a list in braces is enough for the destination.
  Result<> retype(Blueprint blueprint, RetypeDestination destination) const noexcept {
    return retype<sys::ThreadIpc>(blueprint, destination);
  }

  /// Makes one T in `slot`, which must be one of the very CNode that is the slot's root: with a
  /// CSpace of one CNode, any. `untyped.retype<Endpoint>(cspace.slot(free))`.
  template <FixedSizeObject T, class Other>
  Result<T> retype(BasicSlot<Other> slot) const noexcept {
    return made<T>(Blueprint::of<T>(), slot);
  }
  /// The same for objects whose size is chosen: `untyped.retype<CNode>(slot, 8)`.
  template <VariableSizeObject T, class Other>
  Result<T> retype(BasicSlot<Other> slot, Word size_argument) const noexcept {
    return made<T>(Blueprint::of<T>(size_argument), slot);
  }

  /// Makes `count` Ts, the first in `first`, the others in the slots after it.
  template <FixedSizeObject T, class Other>
  Result<CapRange<T>> retype_many(BasicSlot<Other> first, Word count) const noexcept {
    return made_many<T>(Blueprint::of<T>(), first, count);
  }
  /// The same for objects whose size is chosen.
  template <VariableSizeObject T, class Other>
  Result<CapRange<T>> retype_many(BasicSlot<Other> first, Word count,
                                  Word size_argument) const noexcept {
    return made_many<T>(Blueprint::of<T>(size_argument), first, count);
  }

 private:
  template <class Other>
  Result<> make(Blueprint blueprint, const BasicSlot<Other>& slot, Word count) const noexcept {
    return untyped_retype(this->ipc(), this->cptr(), blueprint.object_type(),
                          blueprint.size_argument(), slot.root().cptr(), Word{0}, Word{0},
                          slot.index(), count);
  }
  template <class T, class Other>
  Result<T> made(Blueprint blueprint, const BasicSlot<Other>& slot) const noexcept {
    if (const Result<> result = make(blueprint, slot, 1); !result) return Failure{result.error()};
    return slot.template as<T>();
  }
  template <class T, class Other>
  Result<CapRange<T>> made_many(Blueprint blueprint, const BasicSlot<Other>& first,
                                Word count) const noexcept {
    if (const Result<> result = make(blueprint, first, count); !result) {
      return Failure{result.error()};
    }
    return CapRange<T>{first.index(), first.index() + count};
  }
};

/// Untyped memory, for operations through the calling thread's IPC buffer.
using Untyped = BasicUntyped<sys::ThreadIpc>;

/// An authority to answer callers: a new reply object in `slot` on MCS kernels; on others nothing
/// is made, and the slot stays free. Errors: those of Untyped::retype().
template <class A, class B>
Result<ReplyAuthority> make_reply_authority(BasicUntyped<A> untyped, BasicSlot<B> slot) noexcept {
  if constexpr (config::kernel_mcs) {
    return untyped.template retype<ReplyAuthority>(slot);
  } else {
    return ReplyAuthority{};
  }
}

}  // namespace sel4
