// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/boot_info.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <doctest/doctest.h>
#include <memory>
#include <span>
#include <vector>

namespace sel4 {
namespace {

struct Pages {
  alignas(4096)::seL4_BootInfo info{};
  alignas(4096) std::array<std::byte, 4096> extra{};
};

void add_untyped(::seL4_BootInfo& info, Word paddr, ::seL4_Uint8 bits, bool device) {
  ::seL4_UntypedDesc& entry = info.untypedList[info.untyped.end - info.untyped.start];
  entry.paddr = paddr;
  entry.sizeBits = bits;
  entry.isDevice = device ? 1 : 0;
  ++info.untyped.end;
}

void put_chunk(std::span<std::byte> at, Word id, Word length) {
  const ::seL4_BootInfoHeader header{id, length};
  std::memcpy(at.data(), &header, sizeof header);
}

TEST_CASE("untypeds are read with their capabilities and parted by kind") {
  auto pages = std::make_unique<Pages>();
  pages->info.untyped = {300, 300};
  add_untyped(pages->info, 0x900'0000, 12, true);
  add_untyped(pages->info, 0x4000'0000, 20, false);
  add_untyped(pages->info, 0x5000'0000, 28, false);
  const BootInfo info{pages->info};
  REQUIRE(info.untypeds().size() == 3);
  const UntypedEntry entry = info.untypeds()[1];
  CHECK(entry.cap == Untyped{CPtr{301}});
  CHECK(entry.paddr == Paddr{0x4000'0000});
  CHECK(entry.size_bits == 20);
  const auto parts = info.partitioned_untypeds();
  REQUIRE(parts.has_value());
  CHECK(parts->device.size() == 1);
  REQUIRE(parts->ram.size() == 2);
  CHECK(parts->ram[0].cap == Untyped{CPtr{301}});
  Word total = 0;
  for (const UntypedEntry one : parts->ram) total += Word{1} << one.size_bits;
  CHECK(total == (Word{1} << 20) + (Word{1} << 28));
}

TEST_CASE("device memory after other memory is not parted silently") {
  auto pages = std::make_unique<Pages>();
  pages->info.untyped = {300, 300};
  add_untyped(pages->info, 0x4000'0000, 20, false);
  add_untyped(pages->info, 0x900'0000, 12, true);
  CHECK_FALSE(BootInfo{pages->info}.partitioned_untypeds().has_value());
}

TEST_CASE("a list that claims more than its room is not read beyond it") {
  auto pages = std::make_unique<Pages>();
  pages->info.untyped = {300, 300000};
  CHECK(BootInfo{pages->info}.untypeds().size() == config::max_num_bootinfo_untyped_caps);
  pages->info.untyped = {300, 200};
  CHECK(BootInfo{pages->info}.untypeds().empty());
}

TEST_CASE("regions and image frames") {
  auto pages = std::make_unique<Pages>();
  pages->info.userImageFrames = {20, 24};
  pages->info.empty = {400, 4096};
  const BootInfo info{pages->info};
  CHECK(info.empty().size() == 3696);
  CHECK(info.user_image_frames().size() == 4);
  const Vaddr start{0x40'0000};
  CHECK(info.user_image_frame(start, start + 0x3fff) == SmallFrame{CPtr{23}});
  CHECK_FALSE(info.user_image_frame(start, start + 0x4000).has_value());
  CHECK_FALSE(info.user_image_frame(start, Vaddr{0x3f'ffff}).has_value());
}

template <class Info, class Raw>
void check_sched_controls(Raw& raw) {
  if constexpr (config::kernel_mcs) {
    const Info info{raw};
    raw.schedcontrol = {16, 20};
    CHECK(info.sched_controls().size() == 4);
    CHECK(info.sched_controls()[3] == SchedControl{CPtr{19}});
  }
}

TEST_CASE("one scheduling control for each core, on MCS kernels") {
  auto pages = std::make_unique<Pages>();
  check_sched_controls<BootInfo>(pages->info);
}

TEST_CASE("extra boot information is a list of chunks behind the frame") {
  auto pages = std::make_unique<Pages>();
  const Word header = sizeof(::seL4_BootInfoHeader);
  std::span<std::byte> bytes{pages->extra};
  put_chunk(bytes, ::SEL4_BOOTINFO_HEADER_FDT, header + 5);
  put_chunk(bytes.subspan(header + 5), ::SEL4_BOOTINFO_HEADER_PADDING, header + 3);
  pages->info.extraLen = 2 * header + 8;
  const ExtraBootInfo extra = BootInfo{pages->info}.extra();
  std::vector<std::size_t> sizes;
  for (const ExtraBootInfoChunk chunk : extra) sizes.push_back(chunk.content.size());
  CHECK(sizes == std::vector<std::size_t>{5, 3});
  const auto fdt = extra.find(ExtraBootInfoId::fdt);
  REQUIRE(fdt.has_value());
  CHECK(fdt->data() == bytes.data() + header);
  CHECK_FALSE(extra.find(ExtraBootInfoId::x86_vbe).has_value());
}

TEST_CASE("chunks with hostile lengths end the list") {
  const Word header = sizeof(::seL4_BootInfoHeader);
  for (const Word length : {Word{0}, header - 1, header + 1, Word{4096}, ~Word{0}}) {
    std::vector<std::byte> bytes(2 * header);
    put_chunk(bytes, ::SEL4_BOOTINFO_HEADER_FDT, header);
    put_chunk(std::span{bytes}.subspan(header), ::SEL4_BOOTINFO_HEADER_FDT, length);
    std::size_t count = 0;
    for (const ExtraBootInfoChunk chunk : ExtraBootInfo{bytes}) {
      CHECK(chunk.content.empty());
      ++count;
    }
    CHECK(count == 1);
  }
  for (std::size_t size = 0; size < header; ++size) {
    const std::vector<std::byte> bytes(size);
    CHECK(ExtraBootInfo{bytes}.begin() == ExtraBootInfo::end());
  }
}

}  // namespace
}  // namespace sel4
