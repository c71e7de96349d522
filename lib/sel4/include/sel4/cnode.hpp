// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/slot.hpp>

namespace sel4 {

/// A CNode: 2^n slots for capabilities. A CSpace is a CNode and the CNodes reachable through it.
template <class Ipc>
class BasicCNode : public ObjectOf<BasicCNode, Ipc> {
 public:
  using ObjectOf<BasicCNode, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "CNode";
  /// libsel4's number for retype().
  static constexpr Word object_type = ::seL4_CapTableObject;

  /// A CNode of 2^`slot_bits` slots takes 2^size_bits(slot_bits) bytes.
  [[nodiscard]] static constexpr Word size_bits(Word slot_bits) noexcept {
    return slot_bits + seL4_SlotBits;
  }

  /// The slot with the address `index` in the CSpace whose root this CNode is.
  [[nodiscard]] constexpr BasicSlot<Ipc> slot(Word index) const noexcept {
    return {self_cap(), index, Depth::whole()};
  }
  /// The slot that the lowest `depth` bits of `index` lead to. For a slot of this very CNode, where
  /// its capability has no guard, the depth is the CNode's own number of bits.
  [[nodiscard]] constexpr BasicSlot<Ipc> slot(Word index, Depth depth) const noexcept {
    return {self_cap(), index, depth};
  }
  /// The slot that `cap` is in, a capability of the CSpace whose root this CNode is.
  template <Capability T>
  [[nodiscard]] constexpr BasicSlotOf<T, Ipc> slot(T cap) const noexcept {
    return {self_cap(), cap.cptr().bits(), Depth::whole()};
  }

  /// This CNode itself, as the place where Untyped::retype() puts capabilities.
  [[nodiscard]] constexpr BasicSlot<Ipc> self() const noexcept { return {self_cap(), 0, Depth{0}}; }

 private:
  [[nodiscard]] constexpr BasicCNode self_cap() const noexcept {
    return BasicCNode{this->cptr(), this->ipc()};
  }
};

/// A CNode, for operations through the calling thread's IPC buffer.
using CNode = BasicCNode<sys::ThreadIpc>;
/// A slot of a CNode, for operations through the calling thread's IPC buffer.
using Slot = BasicSlot<sys::ThreadIpc>;
/// A slot that holds a T.
template <class T>
using SlotOf = BasicSlotOf<T, sys::ThreadIpc>;

}  // namespace sel4
