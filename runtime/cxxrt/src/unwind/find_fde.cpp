// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What libgcc's unwinder asks for: the unwind tables of the function that an address is in. In
// place of libgcc's own, which looks through several objects, allocates memory to sort their tables
// and so makes every program have a heap. Here is one object, the program, and it is sorted.

#include "fde_table.hpp"

#include <sel4/runtime/program_headers.hpp>

#include <cstdint>

extern "C" {

/// libgcc's: what addresses in the tables are relative to.
struct dwarf_eh_bases {
  void* text;
  void* data;
  void* function;
};

const void* _Unwind_Find_FDE(void* pc, dwarf_eh_bases* bases) noexcept;

const void* _Unwind_Find_FDE(void* pc, dwarf_eh_bases* bases) noexcept {
  constexpr std::uint32_t pt_gnu_eh_frame = 0x6474e550;
  for (const auto& header : sel4::runtime::program_headers()) {
    if (header.type != pt_gnu_eh_frame) continue;
    const auto found = sel4::cxxrt::find_fde(reinterpret_cast<const std::byte*>(header.vaddr),
                                             reinterpret_cast<std::uintptr_t>(pc));
    *bases = {
        .text = nullptr, .data = nullptr, .function = reinterpret_cast<void*>(found.function)};
    return found.fde;
  }
  return nullptr;
}
}
