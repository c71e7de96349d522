// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/invocations.hpp>
#include <sel4/slot.hpp>
#include <sel4/untyped.hpp>
#include <sel4/vspace.hpp>

namespace sel4 {

/// A pool of address-space identifiers: an address space without one cannot be used or mapped into.
template <class Ipc>
class BasicAsidPool : public ObjectOf<BasicAsidPool, Ipc> {
 public:
  using ObjectOf<BasicAsidPool, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "ASID pool";
  /// How many address spaces one pool is for.
  static constexpr Word capacity = Word{1} << seL4_ASIDPoolIndexBits;

  /// Gives the VSpace an identifier from this pool; it keeps it as long as it exists.
  /// (Manual: ASID Pool - Assign.)
  /// Errors: delete_first: the pool is full; failed_lookup: the pool is no longer in use;
  /// invalid_argument, invalid_capability: not a root table, or it has an identifier.
  template <class V>
  Result<> assign(BasicVSpace<V> vspace) const noexcept {
    return arch::asid_pool_assign(this->ipc(), this->cptr(), vspace.cptr());
  }

  /// assign() for another kind of root table, such as that of a virtual machine.
  template <Capability Root>
    requires(Root::takes_asid)
  Result<> assign(Root root) const noexcept {
    return arch::asid_pool_assign(this->ipc(), this->cptr(), root.cptr());
  }
};

/// Identifiers for address spaces.
using AsidPool = BasicAsidPool<sys::ThreadIpc>;

/// The authority to make pools of address-space identifiers, each out of 4 KiB of untyped memory.
template <class Ipc>
class BasicAsidControl : public ObjectOf<BasicAsidControl, Ipc> {
 public:
  using ObjectOf<BasicAsidControl, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "ASID control";
  /// A pool is made of an untyped of exactly 2^pool_size_bits bytes.
  static constexpr Word pool_size_bits = seL4_ASIDPoolBits;

  /// Makes an ASID pool of an untyped, and its capability in `destination`.
  /// (Manual: ASID Control - Make Pool.)
  /// Errors: delete_first: the slot is not empty, or all identifiers are in pools; failed_lookup,
  /// range: no such slot; invalid_capability: not an untyped of pool_size_bits, or device memory;
  /// revoke_first: the untyped has been used.
  template <class U, class S>
  Result<BasicAsidPool<Ipc>> make_pool(BasicUntyped<U> untyped,
                                       BasicSlot<S> destination) const noexcept {
    SEL4_TRY(arch::asid_control_make_pool(this->ipc(), this->cptr(), untyped.cptr(),
                                          destination.root().cptr(), destination.index(),
                                          destination.depth_bits()));
    return BasicAsidPool<Ipc>{destination.cptr(), this->ipc()};
  }
};

/// The authority to make ASID pools.
using AsidControl = BasicAsidControl<sys::ThreadIpc>;

}  // namespace sel4
