// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/elf/format.hpp>

#include <cstddef>

extern "C" {
/// The program's ELF header in memory, at the lowest address of its image. The linker defines this
/// symbol only if the header is in a loaded segment.
[[gnu::visibility("hidden")]] extern const sel4::elf::FileHeader __ehdr_start;
}

namespace sel4::runtime {

/// The size of a small frame; images are mapped with these.
inline constexpr std::size_t page_size = 4096;

}  // namespace sel4::runtime
