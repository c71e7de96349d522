// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Stands in for lib/sys's header, which needs an installed kernel.

#pragma once

#include <compare>
#include <cstdint>

namespace sel4 {

using Word = std::uint64_t;

class CPtr {
 public:
  constexpr explicit CPtr(Word bits) noexcept : bits_(bits) {}
  [[nodiscard]] constexpr Word bits() const noexcept { return bits_; }

 private:
  Word bits_;
};

}  // namespace sel4
