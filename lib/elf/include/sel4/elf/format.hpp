// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstdint>

/// The ELF64 structures and numbers that this project reads and writes, as the System V gABI
/// (chapters 4 and 5) gives them. All values are little-endian.
namespace sel4::elf {

/// Processors that images are made for (gABI: e_machine).
enum class Machine : std::uint16_t { i386 = 3, x86_64 = 62, aarch64 = 183, riscv = 243 };

/// Kinds of file (gABI: e_type); a program linked to fixed addresses is `executable`.
enum class FileType : std::uint16_t { relocatable = 1, executable = 2, shared = 3 };

/// The first bytes of an ELF64 file, as they lie there. Names: the ELF specification's, in words.
struct FileHeader {
  /// 0x7f "ELF", class, byte order, version, then the ABI and padding.
  unsigned char ident[16];
  /// A FileType.
  std::uint16_t type;
  /// A Machine.
  std::uint16_t machine;
  /// Of the format: 1.
  std::uint32_t version;
  /// Virtual address of the first instruction.
  std::uint64_t entry;
  /// In bytes from the file's start; so are all offsets.
  std::uint64_t program_headers_offset;
  /// 0 if there are no section headers.
  std::uint64_t section_headers_offset;
  /// Processor-specific.
  std::uint32_t flags;
  /// Bytes of this structure.
  std::uint16_t header_size;
  /// Bytes of one program header, 56.
  std::uint16_t program_header_size;
  /// Or pn_xnum, if the count is elsewhere.
  std::uint16_t program_header_count;
  /// Bytes of one section header, 64.
  std::uint16_t section_header_size;
  /// Can be 0: a program runs without section headers.
  std::uint16_t section_header_count;
  /// Number of the section that holds the sections' names.
  std::uint16_t section_names_index;
};
static_assert(sizeof(FileHeader) == 64);

/// A program header as it lies in the file.
struct ProgramHeader {
  /// What the segment is for: pt_load and others.
  std::uint32_t type;
  /// Of pf_read, pf_write, pf_execute.
  std::uint32_t flags;
  /// Where its bytes are in the file.
  std::uint64_t offset;
  /// Where the program sees it.
  std::uint64_t vaddr;
  /// Where it is to be loaded.
  std::uint64_t paddr;
  /// Bytes in the file.
  std::uint64_t file_size;
  /// Bytes in memory; those beyond file_size are zeros.
  std::uint64_t mem_size;
  /// A power of two; 0 and 1 mean none.
  std::uint64_t align;
};
static_assert(sizeof(ProgramHeader) == 56);

/// A section header as it lies in the file.
struct SectionHeader {
  /// Offset in the section of names.
  std::uint32_t name;
  /// What the section holds: sht_symtab and others.
  std::uint32_t type;
  /// Whether it is written to, in memory, code.
  std::uint64_t flags;
  /// Virtual address, or 0 if it is not in memory.
  std::uint64_t addr;
  /// Where its bytes are in the file.
  std::uint64_t offset;
  /// In bytes; of sht_nobits none are in the file.
  std::uint64_t size;
  /// Number of a related section: for a symbol table that of the names.
  std::uint32_t link;
  /// Depends on the type: for a symbol table the number of local symbols.
  std::uint32_t info;
  /// A power of two; 0 and 1 mean none.
  std::uint64_t align;
  /// Bytes of one entry, if it is a table.
  std::uint64_t entry_size;
};
static_assert(sizeof(SectionHeader) == 64);

/// An entry of a symbol table as it lies in the file.
struct SymbolEntry {
  /// Offset in the table's section of names; 0: none.
  std::uint32_t name;
  /// The type in bits 3..0, the binding above.
  unsigned char info;
  /// The visibility in bits 1..0.
  unsigned char other;
  /// Number of the section it is defined in; 0: undefined.
  std::uint16_t section;
  /// In a program: the virtual address.
  std::uint64_t value;
  /// In bytes; 0: unknown.
  std::uint64_t size;
};
static_assert(sizeof(SymbolEntry) == 24);

/// Segment type: is loaded into memory.
inline constexpr std::uint32_t pt_load = 1;
/// Segment type: what a dynamic linker works on.
inline constexpr std::uint32_t pt_dynamic = 2;
/// Segment type: names a dynamic linker.
inline constexpr std::uint32_t pt_interp = 3;
/// Segment type: the template of thread-local variables.
inline constexpr std::uint32_t pt_tls = 7;
/// Segment flag: holds code.
inline constexpr std::uint32_t pf_execute = 1;
/// Segment flag: may be written.
inline constexpr std::uint32_t pf_write = 2;
/// Segment flag: may be read.
inline constexpr std::uint32_t pf_read = 4;
/// e_phnum when the real count is elsewhere (gABI: PN_XNUM).
inline constexpr std::uint16_t pn_xnum = 0xffff;
/// Section type: symbols.
inline constexpr std::uint32_t sht_symtab = 2;
/// Section type: names.
inline constexpr std::uint32_t sht_strtab = 3;
/// Section type: takes memory, but no bytes of the file.
inline constexpr std::uint32_t sht_nobits = 8;

}  // namespace sel4::elf
