// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/user_context.hpp>
#include <sel4/sys/types.hpp>

#include <cstddef>

namespace sel4 {

/// A thread's registers, in the order in which the kernel transfers them. The names that all
/// architectures share are here; the rest is in registers().
class UserContext {
 public:
  /// libsel4's structure.
  using Registers = ::seL4_UserContext;
  /// How many words Tcb::read_registers() and write_registers() transfer at most.
  static constexpr std::size_t word_count = sizeof(Registers) / sizeof(Word);
  static_assert(sizeof(Registers) % sizeof(Word) == 0);

  constexpr UserContext() noexcept = default;
  /// From registers by their libsel4 names.
  constexpr explicit UserContext(const Registers& registers) noexcept : registers_(registers) {}

  /// The program counter.
  [[nodiscard]] constexpr Vaddr pc() const noexcept {
    return Vaddr{arch::UserContextAccess::pc(registers_)};
  }
  /// Sets the program counter.
  constexpr void set_pc(Vaddr value) noexcept {
    arch::UserContextAccess::pc(registers_) = value.value();
  }
  /// The stack pointer.
  [[nodiscard]] constexpr Vaddr sp() const noexcept {
    return Vaddr{arch::UserContextAccess::sp(registers_)};
  }
  /// Sets the stack pointer; function entry wants it aligned as the architecture's ABI says.
  constexpr void set_sp(Vaddr value) noexcept {
    arch::UserContextAccess::sp(registers_) = value.value();
  }

  /// The thread pointer, from which thread-local variables are addressed.
  [[nodiscard]] constexpr Vaddr tls_base() const noexcept {
    return Vaddr{arch::UserContextAccess::tls_base(registers_)};
  }
  /// Sets the thread pointer.
  constexpr void set_tls_base(Vaddr value) noexcept {
    arch::UserContextAccess::tls_base(registers_) = value.value();
  }

  /// How many of a function's arguments are in registers.
  static constexpr std::size_t argument_count = arch::UserContextAccess::arguments.size();

  /// The register for a function's argument `index`, which is less than argument_count.
  [[nodiscard]] constexpr Word argument(std::size_t index) const noexcept {
    return arch::UserContextAccess::argument(registers_, index);
  }
  /// Sets the register for a function's argument `index`, which is less than argument_count.
  constexpr void set_argument(std::size_t index, Word value) noexcept {
    arch::UserContextAccess::argument(registers_, index) = value;
  }

  /// All registers by their libsel4 names.
  [[nodiscard]] constexpr Registers& registers() noexcept { return registers_; }
  /// The same for a constant.
  [[nodiscard]] constexpr const Registers& registers() const noexcept { return registers_; }

 private:
  Registers registers_{};
};

}  // namespace sel4
