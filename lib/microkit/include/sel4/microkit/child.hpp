// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/microkit/channel.hpp>
#include <sel4/microkit/ipc.hpp>
#include <sel4/microkit/slots.hpp>
#include <sel4/tcb.hpp>

namespace sel4::microkit {

/// Where a domain's program begins, unless its linker script says something else.
inline constexpr Vaddr program_entry{0x20'0000};

namespace detail {

/// What a parent can do with a child domain. `Self` says the number.
///
/// Errors of all: illegal_operation, invalid_capability: the system description gives this domain
/// no such child.
template <class Self>
class ChildMethods {
 public:
  /// Stops the child; it keeps its place.
  Result<> stop() const noexcept { return tcb().suspend(); }
  /// Lets a child that stop() has stopped, or that a fault has, go on where it was.
  Result<> resume() const noexcept { return tcb().resume(); }
  /// Lets the child begin anew at `entry`, also after a fault. Only its program counter changes:
  /// variables keep their values unless the program's own start clears them, as the one here does
  /// with those that start as zero.
  Result<> restart(Vaddr entry = program_entry) const noexcept {
    return restart_thread(tcb(), entry);
  }

  /// The child's thread, for everything else.
  [[nodiscard]] BasicTcb<DomainIpc> tcb() const noexcept {
    return BasicTcb<DomainIpc>{CPtr{slot::child_tcb + static_cast<const Self&>(*this).number()}};
  }

 protected:
  static Result<> restart_thread(BasicTcb<DomainIpc> tcb, Vaddr entry) noexcept {
    constexpr std::uint8_t no_flags = 0;
    // The program counter is the first register that the kernel takes.
    constexpr Word registers = 1;
    UserContext context;
    context.set_pc(entry);
    return sys::tcb_write_registers(DomainIpc{}, tcb.cptr(), true, no_flags, registers,
                                    context.registers());
  }
};

}  // namespace detail

/// Child number `Id` of this domain (the `id` of the nested `protection_domain`).
template <unsigned Id>
class Child : public detail::ChildMethods<Child<Id>> {
  static_assert(Id < max_children, "a child has a number from 0 to 61");

 public:
  /// The number.
  [[nodiscard]] static constexpr unsigned number() noexcept { return Id; }
};

/// The child that a fault came from, or a number that is known only at run time. Compares with
/// Child. Virtual processors share these numbers: compare with Vcpu.
class AnyChild : public detail::ChildMethods<AnyChild> {
 public:
  /// The number of a child that is known when compiling.
  template <unsigned Id>
  constexpr AnyChild(Child<Id>) noexcept : number_(Id) {}  // NOLINT: implicit, loses nothing

  /// Of a number from elsewhere, such as a `setvar_id` variable. Error: too_large.
  [[nodiscard]] static constexpr Result<AnyChild, NumberError> checked(Word number) noexcept {
    if (number >= max_children) return Failure{NumberError::too_large};
    return AnyChild{static_cast<unsigned>(number)};
  }

  /// The number.
  [[nodiscard]] constexpr unsigned number() const noexcept { return number_; }

  friend constexpr bool operator==(AnyChild a, AnyChild b) noexcept {
    return a.number_ == b.number_;
  }

 private:
  template <class Handler>
  friend class EventLoop;
  constexpr explicit AnyChild(unsigned number) noexcept : number_(number) {}

  unsigned number_;
};

}  // namespace sel4::microkit
