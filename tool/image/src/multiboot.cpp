// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "bytes.hpp"

#include <sel4/image/multiboot.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace sel4::image {

namespace {

struct FileHeader32 {
  unsigned char ident[16];
  std::uint16_t type;
  std::uint16_t machine;
  std::uint32_t version;
  std::uint32_t entry;
  std::uint32_t program_headers_offset;
  std::uint32_t section_headers_offset;
  std::uint32_t flags;
  std::uint16_t header_size;
  std::uint16_t program_header_size;
  std::uint16_t program_header_count;
  std::uint16_t section_header_size;
  std::uint16_t section_header_count;
  std::uint16_t section_names_index;
};
static_assert(sizeof(FileHeader32) == 52);

struct ProgramHeader32 {
  std::uint32_t type;
  std::uint32_t offset;
  std::uint32_t vaddr;
  std::uint32_t paddr;
  std::uint32_t file_size;
  std::uint32_t mem_size;
  std::uint32_t flags;
  std::uint32_t align;
};
static_assert(sizeof(ProgramHeader32) == 32);

// Where boot loaders look for the header (Multiboot specification, 3.1).
constexpr std::size_t search_size = 8192;
constexpr std::uint32_t multiboot_magic = 0x1badb002;

bool has_multiboot_header(const Bytes& bytes) {
  const std::size_t limit = std::min(bytes.size(), search_size);
  for (std::size_t at = 0; at + 12 <= limit; at += 4) {
    std::array<std::uint32_t, 3> words{};
    std::memcpy(words.data(), bytes.data() + at, sizeof(words));
    if (words[0] == multiboot_magic && words[0] + words[1] + words[2] == 0) return true;
  }
  return false;
}

}  // namespace

Outcome<Bytes> make_multiboot_kernel(const Program& kernel) {
  constexpr std::uint64_t limit = std::uint64_t{1} << 32;
  const elf::File& file = kernel.file;
  const Range phys = file.physical_range();
  if (phys.end > limit || file.entry() >= limit) {
    return fail(kernel.name, {}, "the kernel at " + hex(phys) + " is not below 4 GiB",
                "use the kernel.elf that the kernel's build installed");
  }
  FileHeader32 header{};
  constexpr std::array<unsigned char, 7> ident{0x7f, 'E', 'L', 'F', 1, 1, 1};
  std::ranges::copy(ident, header.ident);
  header.type = static_cast<std::uint16_t>(elf::FileType::executable);
  header.machine = static_cast<std::uint16_t>(elf::Machine::i386);
  header.version = 1;
  header.entry = static_cast<std::uint32_t>(file.entry());
  header.program_headers_offset = sizeof(header);
  header.header_size = sizeof(header);
  header.program_header_size = sizeof(ProgramHeader32);
  header.section_header_size = 40;

  std::vector<ProgramHeader32> table;
  Bytes contents;
  std::uint64_t count = 0;
  for ([[maybe_unused]] const elf::Segment segment : file.loads()) ++count;
  const std::uint64_t first = sizeof(header) + count * sizeof(ProgramHeader32);
  for (const elf::Segment segment : file.loads()) {
    // The file offset of a page's bytes is the same in the page, as p_align promises.
    std::uint64_t offset = first + contents.size();
    offset += (segment.paddr - offset) % page;
    if (offset + segment.file_size >= limit) return fail(kernel.name, {}, "larger than 4 GiB");
    contents.resize(offset - first);
    const auto data = file.data(segment);
    contents.insert(contents.end(), data.begin(), data.end());
    table.push_back({.type = elf::pt_load,
                     .offset = static_cast<std::uint32_t>(offset),
                     .vaddr = static_cast<std::uint32_t>(segment.vaddr),
                     .paddr = static_cast<std::uint32_t>(segment.paddr),
                     .file_size = static_cast<std::uint32_t>(segment.file_size),
                     .mem_size = static_cast<std::uint32_t>(segment.mem_size),
                     .flags = segment.flags,
                     .align = static_cast<std::uint32_t>(page)});
  }
  std::ranges::sort(table, {}, &ProgramHeader32::paddr);
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (std::uint64_t{table[i - 1].paddr} + table[i - 1].mem_size > table[i].paddr) {
      return fail(kernel.name, {}, "two segments overlap in physical memory",
                  "use the kernel.elf that the kernel's build installed");
    }
  }
  header.program_header_count = static_cast<std::uint16_t>(table.size());
  Bytes bytes;
  append(bytes, header);
  for (const ProgramHeader32& entry : table) append(bytes, entry);
  bytes.insert(bytes.end(), contents.begin(), contents.end());
  if (!has_multiboot_header(bytes)) {
    return fail(kernel.name, {}, "there is no multiboot header in the first 8 KiB",
                "use the kernel.elf that an x86_64 build of the kernel installed");
  }
  return bytes;
}

std::string grub_config(const std::string& kernel, const std::string& module) {
  return "set timeout=0\n"
         "menuentry \"seL4\" {\n"
         "  multiboot $prefix/../" +
         kernel +
         "\n"
         "  module $prefix/../" +
         module +
         "\n"
         "  boot\n"
         "}\n";
}

}  // namespace sel4::image
