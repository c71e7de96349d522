// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/abort.hpp>
#include <sel4/runtime/image.hpp>
#include <sel4/runtime/program_headers.hpp>

namespace sel4::runtime {

std::span<const elf::ProgramHeader> program_headers() noexcept {
  const elf::FileHeader& header = __ehdr_start;
  const bool is_elf = header.ident[0] == 0x7f && header.ident[1] == 'E' && header.ident[2] == 'L' &&
                      header.ident[3] == 'F';
  if (!is_elf || header.program_header_size != sizeof(elf::ProgramHeader)) [[unlikely]] {
    abort("no ELF header at the start of the image");
  }
  const auto* const start = reinterpret_cast<const std::byte*>(&header);
  return {reinterpret_cast<const elf::ProgramHeader*>(start + header.program_headers_offset),
          header.program_header_count};
}

}  // namespace sel4::runtime
