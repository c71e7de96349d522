// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <cstdint>

namespace sel4::cxxrt {

/// What the unwinder knows of a function: its frame description entry, or null, and where it
/// begins.
struct FoundFde {
  const std::byte* fde = nullptr;
  std::uintptr_t function = 0;
};

/// Finds the entry of the function that `pc` is in, in the sorted table that the linker has put
/// into .eh_frame_hdr. Linkers write one form of that table; another one counts as empty.
[[nodiscard]] FoundFde find_fde(const std::byte* eh_frame_header, std::uintptr_t pc) noexcept;

}  // namespace sel4::cxxrt
