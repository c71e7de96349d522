// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/elf/format.hpp>

#include <span>

namespace sel4::runtime {

/// The running program's own ELF program headers, which the linker has left in its first loaded
/// segment. Aborts if what is there is no ELF header.
///
/// A program whose headers are elsewhere (because a tool has appended segments) defines this
/// function itself; the library's definition then stays out.
[[nodiscard]] std::span<const elf::ProgramHeader> program_headers() noexcept;

}  // namespace sel4::runtime
