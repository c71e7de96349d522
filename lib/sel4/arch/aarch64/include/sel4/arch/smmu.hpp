// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/object.hpp>
#include <sel4/slot.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/vspace.hpp>

// Devices' address spaces on kernels with an Arm SMMU version 2 (seL4 manual, "Arm SMMU version
// 2.0"): a stream of a device's accesses is translated by the context bank that it is bound to.
namespace sel4 {

/// A translation context of the SMMU: the address space that streams bound to it see.
template <class Ipc>
class BasicContextBank : public ObjectOf<BasicContextBank, Ipc> {
 public:
  using ObjectOf<BasicContextBank, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SMMU context bank";

  /// Why a device's access failed.
  struct Fault {
    /// The bank's fault status register.
    Word status;
    /// Where the device's access went.
    Word address;
  };

  /// Makes the bank translate as `vspace` does. (Manual: CB - Assign VSpace.)
  /// Errors: delete_first: it has a VSpace; invalid_capability: `vspace` has no ASID.
  template <class V>
    requires(sys::available::arm_cb_assign_vspace)
  Result<> assign(BasicVSpace<V> vspace) const noexcept {
    return arm_cb_assign_vspace(this->ipc(), this->cptr(), vspace.cptr());
  }

  /// Undoes assign(). Errors: illegal_operation: it has no VSpace.
  Result<> unassign() const noexcept
    requires(sys::available::arm_cb_unassign_vspace)
  {
    return arm_cb_unassign_vspace(this->ipc(), this->cptr());
  }

  /// Forgets cached translations of the bank's address space. Errors: illegal_operation: it has
  /// none.
  Result<> invalidate_tlb() const noexcept
    requires(sys::available::arm_cb_tlb_invalidate)
  {
    return arm_cb_tlb_invalidate(this->ipc(), this->cptr());
  }

  /// The bank's fault status. (Manual: CB - CB Get Fault.)
  Result<Fault> get_fault() const noexcept
    requires(sys::available::arm_cb_cb_get_fault)
  {
    return arm_cb_cb_get_fault(this->ipc(), this->cptr()).transform([](const auto& fault) {
      return Fault{fault.status, fault.address};
    });
  }

  /// Clears the bank's fault status.
  Result<> clear_fault() const noexcept
    requires(sys::available::arm_cb_cb_clear_fault)
  {
    return arm_cb_cb_clear_fault(this->ipc(), this->cptr());
  }
};

/// A translation context of the SMMU.
using ContextBank = BasicContextBank<sys::ThreadIpc>;

/// The authority over all context banks: hands out single ones and maintains the SMMU's TLB.
template <class Ipc>
class BasicContextBankControl : public ObjectOf<BasicContextBankControl, Ipc> {
 public:
  using ObjectOf<BasicContextBankControl, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SMMU context bank control";

  /// Makes the capability for context bank `bank`. (Manual: CB Control - Get CB.)
  /// Errors: delete_first: the slot is not empty; failed_lookup: no such slot; range: no such bank;
  /// revoke_first: the bank has a capability.
  template <class S>
    requires(sys::available::arm_cb_control_get_cb)
  Result<BasicContextBank<Ipc>> get(Word bank, BasicSlot<S> destination) const noexcept {
    SEL4_TRY(arm_cb_control_get_cb(this->ipc(), this->cptr(), bank, destination.root().cptr(),
                                   destination.index(), destination.depth_bits()));
    return BasicContextBank<Ipc>{destination.cptr(), this->ipc()};
  }

  /// Forgets all cached translations. (Manual: CB Control - TLB Invalidate All.)
  Result<> invalidate_all_tlb() const noexcept
    requires(sys::available::arm_cb_control_tlb_invalidate_all)
  {
    return arm_cb_control_tlb_invalidate_all(this->ipc(), this->cptr());
  }
};

/// The authority over the SMMU's context banks.
using ContextBankControl = BasicContextBankControl<sys::ThreadIpc>;

/// A stream of a device's memory accesses, to be bound to a context bank.
template <class Ipc>
class BasicStream : public ObjectOf<BasicStream, Ipc> {
 public:
  using ObjectOf<BasicStream, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SMMU stream";

  /// Lets the bank translate the stream's accesses. (Manual: SID - Bind CB.)
  /// Errors: delete_first: it is bound; invalid_capability: the bank has no VSpace.
  template <class B>
    requires(sys::available::arm_sid_bind_cb)
  Result<> bind(BasicContextBank<B> bank) const noexcept {
    return arm_sid_bind_cb(this->ipc(), this->cptr(), bank.cptr());
  }

  /// Undoes bind(). Errors: illegal_operation: it is not bound.
  Result<> unbind() const noexcept
    requires(sys::available::arm_sid_unbind_cb)
  {
    return arm_sid_unbind_cb(this->ipc(), this->cptr());
  }
};

/// A stream of accesses to memory by a device.
using Stream = BasicStream<sys::ThreadIpc>;

/// The authority over all streams: hands out single ones and reads the global fault registers.
template <class Ipc>
class BasicStreamControl : public ObjectOf<BasicStreamControl, Ipc> {
 public:
  using ObjectOf<BasicStreamControl, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SMMU stream control";

  /// The SMMU's global fault registers.
  struct Fault {
    /// The global fault status register.
    Word status;
    /// The global fault syndrome register 0.
    Word syndrome_0;
    /// The global fault syndrome register 1.
    Word syndrome_1;
  };

  /// Makes the capability for the stream with identifier `id`. (Manual: SID Control - Get SID.)
  /// Errors: delete_first: the slot is not empty; failed_lookup: no such slot; range: no such
  /// stream; revoke_first: the stream has a capability.
  template <class S>
    requires(sys::available::arm_sid_control_get_sid)
  Result<BasicStream<Ipc>> get(Word id, BasicSlot<S> destination) const noexcept {
    SEL4_TRY(arm_sid_control_get_sid(this->ipc(), this->cptr(), id, destination.root().cptr(),
                                     destination.index(), destination.depth_bits()));
    return BasicStream<Ipc>{destination.cptr(), this->ipc()};
  }

  /// The global fault status. (Manual: SID Control - Get Fault.)
  Result<Fault> get_fault() const noexcept
    requires(sys::available::arm_sid_control_get_fault)
  {
    return arm_sid_control_get_fault(this->ipc(), this->cptr()).transform([](const auto& fault) {
      return Fault{fault.status, fault.syndrome_0, fault.syndrome_1};
    });
  }

  /// Clears the global fault status.
  Result<> clear_fault() const noexcept
    requires(sys::available::arm_sid_control_clear_fault)
  {
    return arm_sid_control_clear_fault(this->ipc(), this->cptr());
  }
};

/// The authority over the SMMU's streams.
using StreamControl = BasicStreamControl<sys::ThreadIpc>;

}  // namespace sel4
