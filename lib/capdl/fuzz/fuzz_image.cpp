// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "../test/sample.hpp"

#include <sel4/capdl/make_image.hpp>
#include <sel4/capdl/reader.hpp>

#include <cstring>
#include <vector>

/// Images with bytes exchanged as the input says and their sums put right, so that the fuzzer gets
/// past these, and the promise that whatever an accepted one refers to lies inside.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::capdl;
  static const TargetInfo target = capdl_sample::aarch64_target();
  static const std::vector<std::byte> good =
      make_image(capdl_sample::basic(), target, {},
                 {.names = NameLevel::all, .embed_frames = false})
          ->image;
  std::vector<std::byte> image = good;
  for (; size >= 3; data += 3, size -= 3) {
    const std::size_t at = (data[0] | std::size_t{data[1]} << 8) % image.size();
    image[at] = static_cast<std::byte>(data[2]);
  }
  Header header;
  std::memcpy(&header, image.data(), sizeof(header));
  const Table& sums = header.tables[0];
  const std::uint32_t start = header.tables[1].offset;
  if (sums.offset == sizeof(Header) && start % 16 == 0 && start < image.size() &&
      header.size == image.size() && sums.offset + sums.count * 8ULL <= start) {
    for (std::uint32_t block = 0; block < sums.count; ++block) {
      const std::size_t from = start + std::size_t{block} * block_size;
      if (from >= image.size()) break;
      const std::size_t bytes = std::min<std::size_t>(block_size, image.size() - from);
      const std::uint64_t value =
          sum(reinterpret_cast<const std::uint64_t*>(image.data() + from), bytes / 8);
      std::memcpy(image.data() + sums.offset + block * 8, &value, sizeof(value));
    }
  }
  constexpr std::size_t summed = offsetof(Header, target);
  header.header_sum = sum(reinterpret_cast<const std::uint64_t*>(image.data() + summed),
                          (sizeof(Header) - summed) / 8);
  std::memcpy(image.data() + offsetof(Header, header_sum), &header.header_sum, 8);

  const auto checked = Image::check(image, &target);
  if (!checked) {
    (void)message(checked.error().damage);
    (void)table_at(image, checked.error().offset);
    return 0;
  }
  unsigned total = 0;
  for (const FillPart& part : checked->table<FillPart>(TableId::fill_parts)) {
    if (part.kind == FillKind::boot_info) continue;
    for (const std::byte byte : checked->source(part)) total += std::to_integer<unsigned>(byte);
  }
  for (const MapRecord& map : checked->table<MapRecord>(TableId::maps)) {
    total += static_cast<unsigned>(checked->name(checked->object(map.object)).size());
  }
  for (const TcbRecord& tcb : checked->table<TcbRecord>(TableId::tcbs)) {
    const auto registers = checked->table<std::uint64_t>(TableId::registers);
    for (const auto value : registers.subspan(tcb.first_register, tcb.register_count)) {
      total += static_cast<unsigned>(value);
    }
  }
  volatile unsigned sink = total;
  (void)sink;
  return 0;
}
