// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What libgcc's unwinder asks for: which object an address belongs to, and where its unwind tables
// are. There is one object, the program.

#include <sel4/runtime/program_headers.hpp>

#include <cstdint>
#include <dlfcn.h>

extern "C" int _dl_find_object(void* address, dl_find_object* result) noexcept {
  constexpr std::uint32_t pt_gnu_eh_frame = 0x6474e550;
  constexpr std::uint32_t pt_load = 1;
  const auto wanted = reinterpret_cast<std::uintptr_t>(address);
  std::uintptr_t low = UINTPTR_MAX;
  std::uintptr_t high = 0;
  std::uintptr_t tables = 0;
  for (const auto& header : sel4::runtime::program_headers()) {
    if (header.type == pt_load) {
      if (header.vaddr < low) low = header.vaddr;
      if (header.vaddr + header.mem_size > high) high = header.vaddr + header.mem_size;
    } else if (header.type == pt_gnu_eh_frame) {
      tables = header.vaddr;
    }
  }
  if (wanted < low || wanted >= high || tables == 0) return -1;
  *result = {};
  result->dlfo_map_start = reinterpret_cast<void*>(low);
  result->dlfo_map_end = reinterpret_cast<void*>(high);
  result->dlfo_eh_frame = reinterpret_cast<void*>(tables);
  return 0;
}
