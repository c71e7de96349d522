// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstdint>

/// The ELF64 structures and numbers that this project reads and writes, as the System V gABI
/// (chapters 4 and 5) gives them. All values are little-endian.
namespace sel4::elf {

enum class Machine : std::uint16_t { i386 = 3, x86_64 = 62, aarch64 = 183, riscv = 243 };

enum class FileType : std::uint16_t { relocatable = 1, executable = 2, shared = 3 };

/// The first bytes of an ELF64 file, as they lie there. Names: the ELF specification's, in words.
struct FileHeader {
  unsigned char ident[16];
  std::uint16_t type;
  std::uint16_t machine;
  std::uint32_t version;
  std::uint64_t entry;
  std::uint64_t program_headers_offset;
  std::uint64_t section_headers_offset;
  std::uint32_t flags;
  std::uint16_t header_size;
  std::uint16_t program_header_size;
  std::uint16_t program_header_count;
  std::uint16_t section_header_size;
  std::uint16_t section_header_count;
  std::uint16_t section_names_index;
};
static_assert(sizeof(FileHeader) == 64);

/// A program header as it lies in the file.
struct ProgramHeader {
  std::uint32_t type;
  std::uint32_t flags;
  std::uint64_t offset;
  std::uint64_t vaddr;
  std::uint64_t paddr;
  std::uint64_t file_size;
  std::uint64_t mem_size;
  std::uint64_t align;
};
static_assert(sizeof(ProgramHeader) == 56);

/// A section header as it lies in the file.
struct SectionHeader {
  std::uint32_t name;
  std::uint32_t type;
  std::uint64_t flags;
  std::uint64_t addr;
  std::uint64_t offset;
  std::uint64_t size;
  std::uint32_t link;
  std::uint32_t info;
  std::uint64_t align;
  std::uint64_t entry_size;
};
static_assert(sizeof(SectionHeader) == 64);

/// An entry of a symbol table as it lies in the file.
struct SymbolEntry {
  std::uint32_t name;
  unsigned char info;
  unsigned char other;
  std::uint16_t section;
  std::uint64_t value;
  std::uint64_t size;
};
static_assert(sizeof(SymbolEntry) == 24);

inline constexpr std::uint32_t pt_load = 1;
inline constexpr std::uint32_t pt_dynamic = 2;
inline constexpr std::uint32_t pt_interp = 3;
inline constexpr std::uint32_t pt_tls = 7;
inline constexpr std::uint32_t pf_execute = 1;
inline constexpr std::uint32_t pf_write = 2;
inline constexpr std::uint32_t pf_read = 4;
/// e_phnum when the real count is elsewhere (gABI: PN_XNUM).
inline constexpr std::uint16_t pn_xnum = 0xffff;
inline constexpr std::uint32_t sht_symtab = 2;
inline constexpr std::uint32_t sht_strtab = 3;
inline constexpr std::uint32_t sht_nobits = 8;

}  // namespace sel4::elf
