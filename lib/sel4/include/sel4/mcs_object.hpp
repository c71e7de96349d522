// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What is fixed about the kinds of object that only MCS kernels have. libsel4 does not declare
// their constants elsewhere, so that here, and only here, the preprocessor decides: without MCS the
// two structures are empty, and nothing can be retyped to a class derived from them.

#pragma once

#include <sel4/object_kind.hpp>
#include <sel4/sys/types.hpp>

namespace sel4::detail {

#ifdef CONFIG_KERNEL_MCS

struct ReplyFacts {
  static constexpr Word object_type = ::seL4_ReplyObject;
  static constexpr Word size_bits = seL4_ReplyBits;
};

struct SchedContextFacts {
  static constexpr Word object_type = ::seL4_SchedContextObject;
  static constexpr Word min_size_bits = seL4_MinSchedContextBits;

  /// A scheduling context made with size argument `bits` takes 2^size_bits(bits) bytes.
  [[nodiscard]] static constexpr Word size_bits(Word bits) noexcept { return bits; }

  /// How many refills beyond the two that every scheduling context has fit in one of 2^`bits`
  /// bytes.
  [[nodiscard]] static constexpr Word max_extra_refills(Word bits) noexcept {
    return ((Word{1} << bits) - seL4_CoreSchedContextBytes) / seL4_RefillSizeBytes;
  }
};

inline constexpr Word sporadic_flag = ::seL4_SchedContext_Sporadic;

#else

struct ReplyFacts {};
struct SchedContextFacts {};
inline constexpr Word sporadic_flag = 0;

#endif

}  // namespace sel4::detail
