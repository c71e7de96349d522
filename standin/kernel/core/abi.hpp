// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

// The interface that programs see: numbers, constants and layouts come from the interface files.

#include <sel4/arch/invocation.h>
#include <sel4/arch/objecttype.h>
#include <sel4/bootinfo_types.h>
#include <sel4/config.h>
#include <sel4/constants.h>
#include <sel4/errors.h>
#include <sel4/invocation.h>
#include <sel4/sel4_arch/invocation.h>
#include <sel4/shared_types.h>
#include <sel4/syscall.h>

#include <cstddef>
#include <cstdint>

namespace sel4::kernel {

using Word = std::uint64_t;
/// Time in ticks of the timer.
using Ticks = std::uint64_t;
using Error = seL4_Error;

inline constexpr unsigned word_bits = 64;
inline constexpr unsigned message_registers = 4;
inline constexpr Word max_message = seL4_MsgMaxLength;
inline constexpr unsigned max_extra_caps = seL4_MsgMaxExtraCaps;

[[nodiscard]] constexpr Word bit(unsigned n) { return Word{1} << n; }
[[nodiscard]] constexpr Word low_bits(unsigned n) { return n >= 64 ? ~Word{0} : bit(n) - 1; }
[[nodiscard]] constexpr Word round_down(Word value, unsigned bits) {
  return value & ~low_bits(bits);
}
[[nodiscard]] constexpr Word round_up(Word value, unsigned bits) {
  return (value + low_bits(bits)) & ~low_bits(bits);
}
[[nodiscard]] constexpr bool aligned(Word value, unsigned bits) {
  return (value & low_bits(bits)) == 0;
}

/// The message tag: what seL4_MessageInfo holds, with its lengths brought into range.
struct MessageInfo {
  Word raw = 0;

  [[nodiscard]] static constexpr MessageInfo of(Word label, Word length, Word caps = 0,
                                                Word unwrapped = 0) {
    return {label << 12 | unwrapped << 9 | caps << 7 | length};
  }
  [[nodiscard]] constexpr Word label() const { return raw >> 12; }
  [[nodiscard]] constexpr Word extra_caps() const { return raw >> 7 & 3; }
  [[nodiscard]] constexpr Word length() const {
    const Word value = raw & 0x7f;
    return value > max_message ? max_message : value;
  }
};

/// Rights as bits of seL4_CapRights.
struct Rights {
  static constexpr Word write = 1;
  static constexpr Word read = 2;
  static constexpr Word grant = 4;
  static constexpr Word grant_reply = 8;
  static constexpr Word all = 15;
};

/// An invocation's label counted from the generic ones; those of the architecture follow.
inline constexpr Word first_arch_label = nInvocationLabels;

}  // namespace sel4::kernel
