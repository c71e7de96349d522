// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

namespace sel4::test {

/// Addresses that nothing of the program is at, multiples of all frame sizes.
inline constexpr Vaddr window{0x10'0000'0000};
inline constexpr Vaddr other_window{0x14'0000'0000};

/// A place in that window for each size of frame: tables for smaller frames are where a larger one
/// would be.
template <class F>
inline constexpr Vaddr window_for = window + (F::size_bits - 12) / 9 * (Word{1} << 30);

inline volatile Word& word_at(Vaddr address) {
  return *reinterpret_cast<volatile Word*>(address.value());
}

/// Maps into this address space, making tables as needed.
template <class F>
Result<> map(F frame, Vaddr at, Rights rights) {
  return map_frame(init_thread::vspace, frame, {at, rights, VmAttributes::data}, allocator());
}

}  // namespace sel4::test
