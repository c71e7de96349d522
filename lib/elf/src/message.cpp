// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/elf/file.hpp>

namespace sel4::elf {

std::string_view message(Problem problem) {
  switch (problem) {
    case Problem::truncated_header:
      return "the file ends inside the ELF header";
    case Problem::bad_magic:
      return "this is no ELF file";
    case Problem::not_64_bit:
      return "this is not a 64-bit ELF file";
    case Problem::not_little_endian:
      return "this is not a little-endian ELF file";
    case Problem::bad_version:
      return "unknown ELF version";
    case Problem::wrong_type:
      return "this is not an executable (ET_EXEC)";
    case Problem::wrong_machine:
      return "this is for another machine";
    case Problem::bad_program_header_size:
      return "program headers have an unknown size";
    case Problem::too_many_program_headers:
      return "more than 65534 program headers (PN_XNUM)";
    case Problem::no_program_headers:
      return "there are no program headers";
    case Problem::program_headers_outside_file:
      return "the program headers lie outside the file";
    case Problem::segment_outside_file:
      return "the segment lies outside the file";
    case Problem::segment_file_size_above_mem_size:
      return "the segment is larger in the file than in memory";
    case Problem::segment_address_wraps:
      return "the segment wraps around the address space";
    case Problem::segment_physical_address_wraps:
      return "the segment wraps around the physical address space";
    case Problem::segment_bad_alignment:
      return "the segment's alignment is no power of two";
    case Problem::segment_misaligned:
      return "the segment's address and file offset disagree modulo its alignment";
    case Problem::segments_overlap_or_unsorted:
      return "the loadable segment overlaps the one before it, or starts below it";
    case Problem::no_loadable_segment:
      return "there is no loadable segment";
    case Problem::dynamic_executable:
      return "the file wants a dynamic linker";
    case Problem::tls_bad_alignment:
      return "the alignment of the thread-local segment is no power of two";
    case Problem::tls_file_size_above_mem_size:
      return "the thread-local segment is larger in the file than in memory";
    case Problem::tls_outside_segments:
      return "the thread-local segment's data is in no loadable segment";
    case Problem::several_tls_segments:
      return "there is more than one thread-local segment";
    case Problem::entry_outside_segments:
      return "the entry point is in no loadable segment";
    case Problem::bad_section_header_size:
      return "section headers have an unknown size";
    case Problem::section_headers_outside_file:
      return "the section headers lie outside the file";
    case Problem::no_symbol_table:
      return "there is no symbol table";
    case Problem::symbol_table_broken:
      return "the symbol table is broken";
    case Problem::symbol_missing:
      return "the symbol is not defined";
    case Problem::symbol_duplicate:
      return "the symbol is defined more than once";
  }
  return "unknown problem";
}

}  // namespace sel4::elf
