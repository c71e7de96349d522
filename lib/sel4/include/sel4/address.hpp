// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <compare>

namespace sel4 {

namespace detail {

/// An address of one kind. Addresses of different kinds do not mix; distances are plain words.
template <class Kind>
class Address {
 public:
  constexpr Address() noexcept = default;
  constexpr explicit Address(Word value) noexcept : value_(value) {}

  [[nodiscard]] constexpr Word value() const noexcept { return value_; }

  /// Whether the lowest `bits` bits are zero.
  [[nodiscard]] constexpr bool is_aligned(Word bits) const noexcept {
    return bits == 0 || (bits < sizeof(Word) * 8 && (value_ & ((Word{1} << bits) - 1)) == 0);
  }

  /// The nearest address that is not above this one and whose lowest `bits` bits are zero; `bits`
  /// is less than the word's width.
  [[nodiscard]] constexpr Address align_down(Word bits) const noexcept {
    return Address{value_ >> bits << bits};
  }

  friend constexpr Address operator+(Address a, Word distance) noexcept {
    return Address{a.value_ + distance};
  }
  friend constexpr Address operator-(Address a, Word distance) noexcept {
    return Address{a.value_ - distance};
  }
  friend constexpr Word operator-(Address a, Address b) noexcept { return a.value_ - b.value_; }
  constexpr Address& operator+=(Word distance) noexcept {
    value_ += distance;
    return *this;
  }
  friend constexpr auto operator<=>(Address, Address) noexcept = default;

 private:
  Word value_ = 0;
};

struct VirtualAddressKind;
struct PhysicalAddressKind;
struct GuestAddressKind;
struct DeviceAddressKind;

}  // namespace detail

/// A virtual address, in bytes, of some address space.
using Vaddr = detail::Address<detail::VirtualAddressKind>;

/// A physical address in bytes.
using Paddr = detail::Address<detail::PhysicalAddressKind>;

/// An address, in bytes, that a virtual machine takes for a physical one.
using GuestPaddr = detail::Address<detail::GuestAddressKind>;

/// An address, in bytes, as a device behind an IOMMU sees it.
using IoAddr = detail::Address<detail::DeviceAddressKind>;

/// The virtual address of an object of this address space.
[[nodiscard]] inline Vaddr vaddr_of(const volatile void* pointer) noexcept {
  return Vaddr{reinterpret_cast<Word>(pointer)};
}

}  // namespace sel4
