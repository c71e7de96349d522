// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4 {

/// How a frame is mapped, apart from rights: on x86 one of five ways of caching, so these values do
/// not combine. The kernel has no attribute against execution on x86.
class VmAttributes {
 public:
  /// Cached: for memory.
  static const VmAttributes write_back;
  /// Cached for reads; writes go to memory at once.
  static const VmAttributes write_through;
  /// Not cached, unless the processor's memory type ranges make it write-combining.
  static const VmAttributes cache_disabled;
  /// Not cached, whatever the ranges say: for device registers.
  static const VmAttributes uncacheable;
  /// Not cached, and writes are gathered: for frame buffers.
  static const VmAttributes write_combining;

  /// The same as write_back.
  static const VmAttributes cached;
  /// The same as uncacheable.
  static const VmAttributes uncached;

  /// For memory that may hold code. Every architecture has this and the next two.
  static const VmAttributes standard;
  /// As `standard`.
  static const VmAttributes data;
  /// As `uncacheable`.
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
  /// Cached: for memory.
  static const EptAttributes write_back;
  /// Cached for reads; writes go to memory at once.
  static const EptAttributes write_through;
  /// Cached for reads; writes go to memory and discard what other caches hold.
  static const EptAttributes write_protected;
  /// Not cached, and writes are gathered: for frame buffers.
  static const EptAttributes write_combining;
  /// Not cached: for device registers.
  static const EptAttributes uncacheable;
  /// libsel4's default: write_back.
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
