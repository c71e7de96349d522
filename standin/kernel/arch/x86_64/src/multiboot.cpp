// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <sel4/arch/bootinfo_types.h>

#include <core/print.hpp>

// What the boot loader tells (Multiboot, version 1), and the program that it brought.

namespace sel4::kernel::arch {

namespace {

constexpr Word loader_magic = 0x2bad'b002;
constexpr Word low_memory_end = 0x10'0000;
constexpr std::uint32_t has_modules = 1 << 3;
constexpr std::uint32_t has_memory_map = 1 << 6;

struct Information {
  std::uint32_t flags;
  std::uint32_t not_used[4];
  std::uint32_t module_count;
  std::uint32_t modules;
  std::uint32_t symbols[4];
  std::uint32_t map_length;
  std::uint32_t map;
};
struct Module {
  std::uint32_t start;
  std::uint32_t end;
};
using MapEntry = seL4_X86_mb_mmap_t;

struct ElfHeader {
  std::uint8_t identity[16];
  std::uint16_t type;
  std::uint16_t machine;
  std::uint32_t version;
  Word entry;
  Word program_headers;
  Word sections;
  std::uint32_t flags;
  std::uint16_t header_size;
  std::uint16_t entry_size;
  std::uint16_t entry_count;
};
struct ProgramHeader {
  std::uint32_t type;
  std::uint32_t flags;
  Word offset;
  Word virtual_address;
  Word physical_address;
  Word file_size;
  Word memory_size;
};
constexpr std::uint32_t load_segment = 1;

// What the first thread is told, without the headers.
struct [[gnu::packed]] MapChunk {
  std::uint32_t length;
  MapEntry entries[SEL4_MULTIBOOT_MAX_MMAP_ENTRIES];
};
static_assert(sizeof(MapChunk) + sizeof(seL4_BootInfoHeader) == sizeof(seL4_X86_BootInfo_mmap_t));
constinit MapChunk map_chunk{};
constinit std::uint32_t tsc_chunk = 0;
constexpr Word root_pointer_size = 36;

template <class Object>
const Object* at(Word physical) {
  return reinterpret_cast<const Object*>(to_virtual(physical));
}

/// Calls `use(header)` for each segment to load.
template <class Use>
void for_each_segment(const ElfHeader& elf, Use use) {
  const char* headers = reinterpret_cast<const char*>(&elf) + elf.program_headers;
  for (unsigned i = 0; i < elf.entry_count; ++i) {
    const auto& header = *reinterpret_cast<const ProgramHeader*>(headers + i * elf.entry_size);
    if (header.type == load_segment) use(header);
  }
}

void load_program(const Module& module, BootArguments& arguments) {
  const ElfHeader& elf = *at<ElfHeader>(module.start);
  constexpr std::uint32_t magic = 0x464c'457f;
  if (*at<std::uint32_t>(module.start) != magic || elf.identity[4] != 2) {
    halt("Kernel init failed: the boot module is no 64-bit ELF file");
  }
  Region vaddrs{~Word{0}, 0};
  for_each_segment(elf, [&](const ProgramHeader& header) {
    if (header.virtual_address < vaddrs.start) vaddrs.start = header.virtual_address;
    const Word end = header.virtual_address + header.memory_size;
    if (end > vaddrs.end) vaddrs.end = end;
  });
  vaddrs.start = round_down(vaddrs.start, seL4_PageBits);
  vaddrs.end = round_up(vaddrs.end, seL4_PageBits);
  if (vaddrs.is_empty()) halt("Kernel init failed: the boot module has nothing to load");
  const Word size = vaddrs.end - vaddrs.start;

  // First behind the module, then down to where the kernel ends: it may lie there itself.
  char* image = reinterpret_cast<char*>(to_virtual(round_up(module.end, seL4_PageBits)));
  __builtin_memset(image, 0, size);
  for_each_segment(elf, [&](const ProgramHeader& header) {
    __builtin_memcpy(image + (header.virtual_address - vaddrs.start),
                     reinterpret_cast<const char*>(&elf) + header.offset, header.file_size);
  });
  arguments.entry = elf.entry;
  arguments.image_start = kernel_physical_end;
  arguments.image_end = arguments.image_start + size;
  arguments.physical_minus_virtual = arguments.image_start - vaddrs.start;
  // The copy is done in ascending order, so overlapping does no harm.
  __builtin_memcpy(reinterpret_cast<char*>(to_virtual(arguments.image_start)), image, size);
}

void read_memory_map(const Information& info, BootArguments& arguments) {
  unsigned count = 0;
  Word place = info.map;
  const Word end = place + info.map_length;
  while (place < end && count < SEL4_MULTIBOOT_MAX_MMAP_ENTRIES) {
    MapEntry& entry = map_chunk.entries[count++];
    __builtin_memcpy(&entry, at<char>(place), sizeof entry);
    place += entry.size + sizeof entry.size;
    const Region region{entry.base_addr, entry.base_addr + entry.length};
    if (entry.type != SEL4_MULTIBOOT_RAM_REGION_TYPE || region.start < low_memory_end ||
        arguments.memory_count == BootArguments::max_memories) {
      continue;
    }
    arguments.memory[arguments.memory_count++] = region;
  }
  map_chunk.length = info.map_length;
}

/// ACPI's root pointer, on one of the 16-byte boundaries where it can be, or 0.
Word find_root_pointer() {
  constexpr Word signature = 0x2052'5450'2044'5352;  // "RSD PTR "
  for (Word place = 0xe'0000; place < low_memory_end; place += 16) {
    if (*at<Word>(place) != signature) continue;
    std::uint8_t sum = 0;
    for (unsigned i = 0; i < 20; ++i)
      sum = static_cast<std::uint8_t>(sum + at<std::uint8_t>(place)[i]);
    if (sum == 0) return place;
  }
  return 0;
}

}  // namespace

BootArguments read_multiboot(Word magic, Word information, unsigned tsc_mhz) {
  const Information& info = *at<Information>(information);
  if (magic != loader_magic || (info.flags & has_memory_map) == 0) {
    halt("Kernel init failed: the boot loader speaks no Multiboot 1");
  }
  if ((info.flags & has_modules) == 0 || info.module_count != 1) {
    halt("Kernel init failed: there must be one boot module");
  }
  BootArguments arguments{};
  const Module module = *at<Module>(info.modules);
  read_memory_map(info, arguments);
  if (const Word pointer = find_root_pointer()) {
    arguments.chunks[arguments.chunk_count++] = {SEL4_BOOTINFO_HEADER_X86_ACPI_RSDP,
                                                 at<char>(pointer), root_pointer_size};
  }
  arguments.chunks[arguments.chunk_count++] = {SEL4_BOOTINFO_HEADER_X86_MBMMAP, &map_chunk,
                                               sizeof map_chunk};
  tsc_chunk = tsc_mhz;
  arguments.chunks[arguments.chunk_count++] = {SEL4_BOOTINFO_HEADER_X86_TSC_FREQ, &tsc_chunk,
                                               sizeof tsc_chunk};
  load_program(module, arguments);
  return arguments;
}

}  // namespace sel4::kernel::arch
