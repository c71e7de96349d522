// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "bytes.hpp"

#include <sel4/image/output.hpp>
#include <sel4/payload/checksum.hpp>
#include <sel4/payload/head.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace sel4::image {

namespace {

template <class T>
void patch(Bytes& bytes, std::size_t offset, const T& value) {
  std::memcpy(bytes.data() + offset, &value, sizeof(T));
}

/// Whether the ELF image carries a chunk as a segment of its own. RISC-V firmware starts what lies
/// lowest, so nothing may come before the loader there.
bool in_place(const Placement& placement, const Chunk& chunk, ImageType type) {
  if (type != ImageType::elf || !placement.settings.in_place) return false;
  return placement.config.machine != elf::Machine::riscv ||
         chunk.address > placement.loader.link_address;
}

Bytes make_payload(const Placement& placement, ImageType type) {
  const auto& config = placement.config;
  payload::Header header{
      .magic = payload::magic,
      .version = payload::version,
      .head_size = 0,
      .head_checksum = {},
      .payload_size = 0,
      .kernel_entry = placement.kernel_entry,
      .kernel_virt_start = placement.kernel.virt_start,
      .kernel_phys_start = placement.kernel.phys.start,
      .kernel_phys_end = placement.kernel.phys.end,
      .user_phys_start = placement.user.start,
      .user_phys_end = placement.user.end,
      .user_pv_offset = placement.user_pv_offset,
      .user_virt_entry = placement.user_entry,
      .dtb_phys = placement.dtb.start,
      .dtb_size = placement.dtb.end - placement.dtb.start,
      .machine = static_cast<std::uint32_t>(config.machine),
      .log_level = placement.settings.log_level,
      .core_start = placement.cores.start,
      .verify_data = placement.settings.verify_data ? 1U : 0U,
      .memory_count = static_cast<std::uint32_t>(placement.platform.memory.size()),
      .core_count = static_cast<std::uint32_t>(placement.cores.cores.size()),
      .region_count = static_cast<std::uint32_t>(placement.chunks.size()),
      .reserved = 0};
  header.head_size = static_cast<std::uint32_t>(
      sizeof(header) + header.memory_count * sizeof(payload::MemoryRange) +
      header.core_count * sizeof(payload::Core) + header.region_count * sizeof(payload::Region));

  Bytes tables;
  for (const Range& range : placement.platform.memory) {
    append(tables, payload::MemoryRange{range.start, range.end});
  }
  for (const payload::Core& core : placement.cores.cores) append(tables, core);
  // Block aligned, so that the loader's copies are aligned on both sides.
  std::uint64_t next = round_up(header.head_size, payload::block_size);
  for (const Chunk& chunk : placement.chunks) {
    const bool here = in_place(placement, chunk, type);
    append(tables, payload::Region{.address = chunk.address,
                                   .size = chunk.size,
                                   .data_offset = here ? payload::Region::in_place : next,
                                   .data_size = chunk.data.size(),
                                   .data_checksum = payload::checksum(chunk.data),
                                   .kind = chunk.kind,
                                   .reserved = 0});
    if (!here) next += chunk.data.size();
  }
  header.payload_size = next;

  Bytes bytes;
  bytes.reserve(next);
  append(bytes, header);
  bytes.insert(bytes.end(), tables.begin(), tables.end());
  constexpr std::size_t summed = offsetof(payload::Header, payload_size);
  const auto sum = payload::checksum(std::span(bytes).subspan(summed));
  patch(bytes, offsetof(payload::Header, head_checksum), sum);
  bytes.resize(round_up(bytes.size(), payload::block_size));
  for (const Chunk& chunk : placement.chunks) {
    if (!in_place(placement, chunk, type)) {
      bytes.insert(bytes.end(), chunk.data.begin(), chunk.data.end());
    }
  }
  return bytes;
}

struct LoadSegment {
  std::uint64_t address;
  std::uint64_t mem_size;
  std::span<const std::byte> data;
};

Bytes make_elf(const Placement& placement, const Bytes& payload) {
  std::vector<LoadSegment> segments{
      {placement.loader.link_address,
       placement.loader.payload_address - placement.loader.link_address, placement.loader_bytes},
      {placement.loader.payload_address, payload.size(), payload}};
  for (const Chunk& chunk : placement.chunks) {
    if (in_place(placement, chunk, ImageType::elf)) {
      segments.push_back({chunk.address, chunk.size, chunk.data});
    }
  }
  std::ranges::sort(segments, {}, &LoadSegment::address);

  elf::FileHeader header{};
  constexpr std::array<unsigned char, 7> ident{0x7f, 'E', 'L', 'F', 2, 1, 1};
  std::ranges::copy(ident, header.ident);
  header.type = static_cast<std::uint16_t>(elf::FileType::executable);
  header.machine = static_cast<std::uint16_t>(placement.config.machine);
  header.version = 1;
  header.entry = placement.loader.link_address;
  header.program_headers_offset = sizeof(header);
  header.header_size = sizeof(header);
  header.program_header_size = sizeof(elf::ProgramHeader);
  header.program_header_count = static_cast<std::uint16_t>(segments.size());
  header.section_header_size = sizeof(elf::SectionHeader);

  Bytes bytes;
  append(bytes, header);
  std::uint64_t offset =
      round_up(sizeof(header) + segments.size() * sizeof(elf::ProgramHeader), page);
  for (const LoadSegment& segment : segments) {
    append(bytes, elf::ProgramHeader{.type = elf::pt_load,
                                     .flags = elf::pf_read | elf::pf_write | elf::pf_execute,
                                     .offset = offset,
                                     .vaddr = segment.address,
                                     .paddr = segment.address,
                                     .file_size = segment.data.size(),
                                     .mem_size = segment.mem_size,
                                     .align = page});
    offset = round_up(offset + segment.data.size(), page);
  }
  for (const LoadSegment& segment : segments) {
    bytes.resize(round_up(bytes.size(), page));
    bytes.insert(bytes.end(), segment.data.begin(), segment.data.end());
  }
  return bytes;
}

Bytes make_binary(const Placement& placement, const Bytes& payload) {
  Bytes bytes = placement.loader_bytes;
  bytes.resize(placement.loader.payload_address - placement.loader.link_address);
  bytes.insert(bytes.end(), payload.begin(), payload.end());
  // Boot loaders put the image at the start of memory plus text_offset; image_size says how much
  // they must keep free.
  patch(bytes, 8, placement.loader.link_address - placement.ram_start);
  patch(bytes, 16, std::uint64_t{bytes.size()});
  return bytes;
}

std::uint32_t crc32(std::span<const std::byte> bytes) {
  std::uint32_t crc = ~std::uint32_t{0};
  for (const std::byte byte : bytes) {
    crc ^= std::to_integer<std::uint32_t>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0U);
  }
  return ~crc;
}

/// U-Boot's legacy image format: a big-endian header of 64 bytes.
Outcome<Bytes> make_uimage(const Placement& placement, const Bytes& binary) {
  const std::uint64_t load = placement.loader.link_address;
  if (load > 0xffff'ffff || binary.size() > 0xffff'ffff) {
    return fail("uimage", hex(load), "the format has 32-bit addresses and sizes only",
                "use --image-type elf or binary");
  }
  Bytes bytes;
  const auto word = [&](std::uint64_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.push_back(static_cast<std::byte>((value >> shift) & 0xff));
    }
  };
  word(0x27051956);
  word(0);  // checksum of this header, below
  word(0);  // time of creation: none, for images to be reproducible
  word(binary.size());
  word(load);
  word(load);
  word(crc32(binary));
  constexpr std::byte os_linux{5};  // entered as Linux would be: device tree in the first argument
  constexpr std::byte type_kernel{2};
  constexpr std::byte uncompressed{0};
  const std::byte arch{placement.config.machine == elf::Machine::riscv ? std::uint8_t{26}
                                                                       : std::uint8_t{22}};
  bytes.insert(bytes.end(), {os_linux, arch, type_kernel, uncompressed});
  constexpr std::string_view name = "seL4";
  for (std::size_t i = 0; i < 32; ++i) {
    bytes.push_back(i < name.size() ? static_cast<std::byte>(name[i]) : std::byte{0});
  }
  const std::uint32_t checksum = crc32(bytes);
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[4 + i] = static_cast<std::byte>((checksum >> (24 - 8 * i)) & 0xff);
  }
  bytes.insert(bytes.end(), binary.begin(), binary.end());
  return bytes;
}

}  // namespace

Outcome<Image> make_image(const Placement& placement, ImageType type) {
  Bytes payload = make_payload(placement, type);
  SEL4_IMAGE_TRY(check_uses(placement, payload.size()));
  // The loader's own checks, so that what this tool writes boots; a failure here is its error.
  const auto head = payload::Head::parse(payload);
  const auto placed =
      head ? head->check_placement(
                 {placement.loader.link_address, placement.loader.payload_address + payload.size()})
           : std::unexpected(head.error());
  if (!placed) {
    return fail("payload", "entry " + std::to_string(placed.error().index),
                std::string(payload::message(placed.error().problem)),
                "please report this as an error of sel4-image");
  }
  Image image{.bytes = {}, .payload_size = payload.size()};
  switch (type) {
    case ImageType::elf:
      image.bytes = make_elf(placement, payload);
      break;
    case ImageType::binary:
      image.bytes = make_binary(placement, payload);
      break;
    case ImageType::uimage:
      image.bytes = SEL4_IMAGE_TRY(make_uimage(placement, make_binary(placement, payload)));
      break;
  }
  return image;
}

}  // namespace sel4::image
