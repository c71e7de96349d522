// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4 {

/// How a frame is mapped, apart from rights: on x86 one of five ways of caching, so these values do
/// not combine. The kernel has no attribute against execution on x86.
class VmAttributes {
 public:
  static const VmAttributes write_back;
  static const VmAttributes write_through;
  static const VmAttributes cache_disabled;
  static const VmAttributes uncacheable;
  static const VmAttributes write_combining;

  static const VmAttributes cached;
  static const VmAttributes uncached;

  /// What every architecture has under these names: memory that may hold code; memory that holds
  /// only data; device registers.
  static const VmAttributes standard;
  static const VmAttributes data;
  static const VmAttributes device;

  /// As an invocation takes them.
  [[nodiscard]] constexpr Word raw() const noexcept { return value_; }

  friend constexpr bool operator==(VmAttributes, VmAttributes) noexcept = default;

 private:
  constexpr explicit VmAttributes(::seL4_X86_VMAttributes value) noexcept : value_(value) {}

  ::seL4_X86_VMAttributes value_;
};

inline constexpr VmAttributes VmAttributes::write_back{seL4_X86_WriteBack};
inline constexpr VmAttributes VmAttributes::write_through{seL4_X86_WriteThrough};
inline constexpr VmAttributes VmAttributes::cache_disabled{seL4_X86_CacheDisabled};
inline constexpr VmAttributes VmAttributes::uncacheable{seL4_X86_Uncacheable};
inline constexpr VmAttributes VmAttributes::write_combining{seL4_X86_WriteCombining};
inline constexpr VmAttributes VmAttributes::cached = VmAttributes::write_back;
inline constexpr VmAttributes VmAttributes::uncached = VmAttributes::uncacheable;
inline constexpr VmAttributes VmAttributes::standard{seL4_X86_Default_VMAttributes};
inline constexpr VmAttributes VmAttributes::data = VmAttributes::standard;
inline constexpr VmAttributes VmAttributes::device = VmAttributes::uncacheable;

/// How a frame is mapped into a virtual machine's address space: one of five ways of caching.
class EptAttributes {
 public:
  static const EptAttributes write_back;
  static const EptAttributes write_through;
  static const EptAttributes write_protected;
  static const EptAttributes write_combining;
  static const EptAttributes uncacheable;
  static const EptAttributes standard;

  /// As an invocation takes them.
  [[nodiscard]] constexpr Word raw() const noexcept { return value_; }

  friend constexpr bool operator==(EptAttributes, EptAttributes) noexcept = default;

 private:
  constexpr explicit EptAttributes(::seL4_X86_EPT_VMAttributes value) noexcept : value_(value) {}

  ::seL4_X86_EPT_VMAttributes value_;
};

inline constexpr EptAttributes EptAttributes::write_back{seL4_X86_EPT_WriteBack};
inline constexpr EptAttributes EptAttributes::write_through{seL4_X86_EPT_WriteThrough};
inline constexpr EptAttributes EptAttributes::write_protected{seL4_X86_EPT_WriteProtected};
inline constexpr EptAttributes EptAttributes::write_combining{seL4_X86_EPT_WriteCombining};
inline constexpr EptAttributes EptAttributes::uncacheable{seL4_X86_EPT_Uncacheable};
inline constexpr EptAttributes EptAttributes::standard{seL4_X86_EPT_Default_VMAttributes};

}  // namespace sel4
