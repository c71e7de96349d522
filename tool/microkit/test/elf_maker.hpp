// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/elf/format.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace sel4::mk::test {

using Bytes = std::vector<std::byte>;

/// Makes ELF files as linkers do, with whatever is to be wrong in them.
struct ElfMaker {
  struct Segment {
    std::uint64_t address;
    std::uint64_t file_size;
    std::uint64_t mem_size;
    std::uint32_t flags;
  };
  struct Symbol {
    std::string name;
    std::uint64_t address;
    std::uint64_t size;
  };
  elf::Machine machine = elf::Machine::aarch64;
  std::uint64_t entry = 0x20'0000;
  /// Code, and data with .bss.
  std::vector<Segment> segments{{0x20'0000, 0x800, 0x800, elf::pf_read | elf::pf_execute},
                                {0x20'1000, 0x300, 0x2000, elf::pf_read | elf::pf_write}};
  std::vector<Symbol> symbols{{"microkit_name", 0x20'1000, 64},
                              {"microkit_passive", 0x20'1040, 1},
                              {"microkit_irqs", 0x20'1048, 8},
                              {"microkit_notifications", 0x20'1050, 8},
                              {"microkit_pps", 0x20'1058, 8},
                              // In .bss.
                              {"microkit_ioports", 0x20'1400, 8}};
  bool with_symbols = true;

  [[nodiscard]] Bytes make() const {
    Bytes bytes(sizeof(elf::FileHeader) + segments.size() * sizeof(elf::ProgramHeader));
    elf::FileHeader header{};
    constexpr unsigned char ident[] = {0x7f, 'E', 'L', 'F', 2, 1, 1};
    std::memcpy(header.ident, ident, sizeof(ident));
    header.type = 2;
    header.machine = static_cast<std::uint16_t>(machine);
    header.version = 1;
    header.entry = entry;
    header.program_headers_offset = sizeof(header);
    header.header_size = sizeof(header);
    header.program_header_size = sizeof(elf::ProgramHeader);
    header.program_header_count = static_cast<std::uint16_t>(segments.size());
    header.section_header_size = sizeof(elf::SectionHeader);
    std::size_t at = sizeof(header);
    for (const Segment& segment : segments) {
      const elf::ProgramHeader program{.type = elf::pt_load,
                                       .flags = segment.flags,
                                       .offset = bytes.size(),
                                       .vaddr = segment.address,
                                       .paddr = segment.address,
                                       .file_size = segment.file_size,
                                       .mem_size = segment.mem_size,
                                       .align = 1};
      std::memcpy(bytes.data() + at, &program, sizeof(program));
      at += sizeof(program);
      for (std::uint64_t i = 0; i < segment.file_size; ++i) {
        bytes.push_back(static_cast<std::byte>(i % 251 + 1));
      }
    }
    if (with_symbols) add_symbols(bytes, header);
    std::memcpy(bytes.data(), &header, sizeof(header));
    return bytes;
  }

 private:
  void add_symbols(Bytes& bytes, elf::FileHeader& header) const {
    std::string strings(1, '\0');
    std::vector<elf::SymbolEntry> entries(1);
    for (const Symbol& symbol : symbols) {
      entries.push_back({.name = static_cast<std::uint32_t>(strings.size()),
                         .info = 0x11,
                         .other = 0,
                         .section = 1,
                         .value = symbol.address,
                         .size = symbol.size});
      strings += symbol.name + '\0';
    }
    const auto append = [&](std::span<const std::byte> part) {
      const std::uint64_t offset = bytes.size();
      bytes.insert(bytes.end(), part.begin(), part.end());
      return offset;
    };
    elf::SectionHeader sections[3]{};
    sections[1].type = elf::sht_symtab;
    sections[1].offset = append(std::as_bytes(std::span(entries)));
    sections[1].size = entries.size() * sizeof(elf::SymbolEntry);
    sections[1].link = 2;
    sections[1].entry_size = sizeof(elf::SymbolEntry);
    sections[2].type = elf::sht_strtab;
    sections[2].offset = append(std::as_bytes(std::span(strings)));
    sections[2].size = strings.size();
    header.section_headers_offset = append(std::as_bytes(std::span(sections)));
    header.section_header_count = 3;
  }
};

/// The monitor's program.
[[nodiscard]] inline ElfMaker monitor_maker() {
  ElfMaker maker;
  maker.segments[1].mem_size = 0x8000;
  maker.symbols = {{"pd_names_len", 0x20'1000, 8},
                   {"pd_names", 0x20'2000, 4096},
                   {"vm_names_len", 0x20'1008, 8},
                   {"vm_names", 0x20'3000, 4096},
                   {"pd_stack_bottom_addrs", 0x20'4000, 512},
                   {"monitor_regions_len", 0x20'1010, 8},
                   {"monitor_regions", 0x20'5000, 72 * 6}};
  return maker;
}

}  // namespace sel4::mk::test
