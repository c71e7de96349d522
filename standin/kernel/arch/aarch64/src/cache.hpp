// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <decode/invocation.hpp>

namespace sel4::kernel::arch {

inline constexpr unsigned huge_bits = seL4_HugePageBits;

/// Whether an entry is that of a frame.
[[nodiscard]] constexpr bool maps(Word entry, Word paddr, unsigned bits) {
  return (entry & 1) != 0 && (entry & 0x0000'ffff'ffff'f000 & ~low_bits(bits)) == paddr;
}

// Cache maintenance of frames and of ranges of an address space.
Error flush_frame(const Invocation& call);
Error flush_vspace(const Invocation& call);
/// Sending through a capability for software interrupts.
Error invoke_sgi(const Invocation& call);

}  // namespace sel4::kernel::arch
