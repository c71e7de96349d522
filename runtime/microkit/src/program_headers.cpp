// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/program_headers.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

extern "C" {
// The linker script's.
extern const std::byte sel4_domain_eh_frame_hdr[];
extern const std::byte sel4_domain_eh_frame_hdr_end[];
}

// A domain's ELF header is not in memory: its image begins with code. Exceptions ask for the
// headers to find the unwind tables, and only for that.
std::span<const sel4::elf::ProgramHeader> sel4::runtime::program_headers() noexcept {
  constexpr std::uint32_t pt_gnu_eh_frame = 0x6474e550;
  static std::array<elf::ProgramHeader, 1> headers;
  const auto size = static_cast<std::uint64_t>(sel4_domain_eh_frame_hdr_end -
                                               sel4_domain_eh_frame_hdr);
  headers[0] = {};
  headers[0].type = pt_gnu_eh_frame;
  headers[0].vaddr = reinterpret_cast<std::uintptr_t>(sel4_domain_eh_frame_hdr);
  headers[0].file_size = size;
  headers[0].mem_size = size;
  return headers;
}
