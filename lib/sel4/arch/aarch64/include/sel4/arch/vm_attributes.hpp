// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4 {

/// How a frame is mapped, apart from rights: flags on Arm (seL4 manual, "Page attributes").
class VmAttributes {
 public:
  /// Normal cacheable memory.
  static const VmAttributes cached;
  /// Neither cached nor reordered.
  static const VmAttributes uncached;
  /// Parity checks, on processors that have them.
  static const VmAttributes parity;
  /// No instructions are fetched from it.
  static const VmAttributes execute_never;

  /// For memory that may hold code. Every architecture has this and the next two.
  static const VmAttributes standard;
  /// Cached, and no code.
  static const VmAttributes data;
  /// Neither cached nor code.
  static const VmAttributes device;

  /// Whether all attributes of `other` are set here.
  [[nodiscard]] constexpr bool contains(VmAttributes other) const noexcept {
    return (bits_ & other.bits_) == other.bits_;
  }
  /// These but those of `other`.
  [[nodiscard]] constexpr VmAttributes without(VmAttributes other) const noexcept {
    return VmAttributes{bits_ & ~other.bits_};
  }

  /// As an invocation takes them.
  [[nodiscard]] constexpr Word raw() const noexcept { return bits_; }

  friend constexpr VmAttributes operator|(VmAttributes a, VmAttributes b) noexcept {
    return VmAttributes{a.bits_ | b.bits_};
  }
  friend constexpr bool operator==(VmAttributes, VmAttributes) noexcept = default;

 private:
  constexpr explicit VmAttributes(Word bits) noexcept : bits_(bits) {}

  Word bits_;
};

inline constexpr VmAttributes VmAttributes::cached{Word{seL4_ARM_PageCacheable}};
inline constexpr VmAttributes VmAttributes::uncached{Word{0}};
inline constexpr VmAttributes VmAttributes::parity{Word{seL4_ARM_ParityEnabled}};
inline constexpr VmAttributes VmAttributes::execute_never{Word{seL4_ARM_ExecuteNever}};
inline constexpr VmAttributes VmAttributes::standard{Word{seL4_ARM_Default_VMAttributes}};
inline constexpr VmAttributes VmAttributes::data =
    VmAttributes::standard | VmAttributes::execute_never;
inline constexpr VmAttributes VmAttributes::device =
    VmAttributes::uncached | VmAttributes::execute_never;

}  // namespace sel4
