// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "builder.hpp"

#include <sel4/capdl/image.hpp>
#include <sel4/capdl/make_image.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace sel4::capdl {

namespace {

static_assert(std::endian::native == std::endian::little, "images are written as memory has them");

using Bytes = std::vector<std::byte>;

constexpr std::uint64_t most_bytes = std::uint64_t{1} << 31;

/// Lays tables one behind the other.
class Layout {
 public:
  explicit Layout(Header& header) : header_(header) {}

  template <class T>
  void add(TableId id, const std::vector<T>& records) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.resize((bytes_.size() + image_alignment - 1) / image_alignment * image_alignment);
    header_.tables[static_cast<std::size_t>(id)] = {static_cast<std::uint32_t>(bytes_.size()),
                                                    static_cast<std::uint32_t>(records.size())};
    const auto* raw = reinterpret_cast<const std::byte*>(records.data());
    bytes_.insert(bytes_.end(), raw, raw + records.size() * sizeof(T));
  }

  [[nodiscard]] Bytes take() {
    bytes_.resize((bytes_.size() + image_alignment - 1) / image_alignment * image_alignment);
    return std::move(bytes_);
  }

 private:
  Header& header_;
  Bytes bytes_;
};

std::uint64_t sum_of(const Bytes& bytes, std::size_t start, std::size_t size) {
  // Vectors are aligned for words.
  return sum(reinterpret_cast<const std::uint64_t*>(bytes.data() + start), size / 8);
}

/// Lays out all tables but the sums, counted from the end of the header.
Bytes lay_out(Header& header, detail::Tables& tables) {
  Layout layout{header};
  layout.add(TableId::runs, tables.runs);
  layout.add(TableId::placed, tables.placed);
  layout.add(TableId::covers, tables.covers);
  layout.add(TableId::asid_pools, tables.asid_pools);
  layout.add(TableId::irqs, tables.irqs);
  layout.add(TableId::ports, tables.ports);
  layout.add(TableId::vspaces, tables.vspaces);
  layout.add(TableId::fills, tables.fills);
  layout.add(TableId::fill_parts, tables.fill_parts);
  layout.add(TableId::maps, tables.maps);
  layout.add(TableId::io_spaces, tables.io_spaces);
  layout.add(TableId::scheds, tables.scheds);
  layout.add(TableId::tcbs, tables.tcbs);
  layout.add(TableId::registers, tables.registers);
  layout.add(TableId::cnodes, tables.cnodes);
  layout.add(TableId::caps, tables.caps);
  layout.add(TableId::domains, tables.domains);
  layout.add(TableId::slot_objects, tables.slot_objects);
  layout.add(TableId::names, tables.names);
  layout.add(TableId::text, tables.text);
  layout.add(TableId::data, tables.data);
  return layout.take();
}

Bytes assemble(Header header, detail::Tables& tables) {
  Bytes body = lay_out(header, tables);
  const std::size_t blocks = (body.size() + block_size - 1) / block_size;
  const std::size_t start =
      (sizeof(Header) + blocks * 8 + image_alignment - 1) / image_alignment * image_alignment;
  for (Table& table : header.tables) table.offset += static_cast<std::uint32_t>(start);
  header.tables[0] = {sizeof(Header), static_cast<std::uint32_t>(blocks)};
  header.size = static_cast<std::uint32_t>(start + body.size());

  // The parts know their place among the data only.
  const Table& parts = header.tables[static_cast<std::size_t>(TableId::fill_parts)];
  const std::uint32_t data = header.tables[static_cast<std::size_t>(TableId::data)].offset;
  for (std::size_t i = 0; i < parts.count; ++i) {
    FillPart part{};
    std::byte* const at = body.data() + (parts.offset - start) + i * sizeof(part);
    std::memcpy(&part, at, sizeof(part));
    if (part.kind != FillKind::boot_info) part.source += data;
    std::memcpy(at, &part, sizeof(part));
  }

  Bytes image(start);
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t at = block * block_size;
    const std::uint64_t value =
        sum_of(body, at, std::min<std::size_t>(block_size, body.size() - at));
    std::memcpy(image.data() + sizeof(Header) + block * 8, &value, sizeof(value));
  }
  std::memcpy(image.data(), &header, sizeof(header));
  constexpr std::size_t summed = offsetof(Header, target);
  header.header_sum = sum_of(image, summed, sizeof(Header) - summed);
  std::memcpy(image.data(), &header, sizeof(header));
  image.insert(image.end(), body.begin(), body.end());
  return image;
}

}  // namespace

Outcome<MadeImage> make_image(const Spec& spec, const TargetInfo& target, const FillSource& source,
                              const ImageOptions& options) {
  detail::Depths depths = SEL4_CAPDL_TRY(detail::table_depths(spec, target));
  detail::Tables tables =
      SEL4_CAPDL_TRY((detail::Builder{spec, target, source, options, std::move(depths)}.run()));
  if (tables.runs.size() > max_runs) {
    return fail(
        "objects", {},
        "there are more than " + std::to_string(max_runs) + " combinations of kind and size");
  }
  if (tables.data.size() > most_bytes || tables.maps.size() * sizeof(MapRecord) > most_bytes ||
      tables.caps.size() * sizeof(CapRecord) > most_bytes) {
    return fail("objects", {}, "the specification is larger than 2 GiB",
                "put large contents into frames that are embedded");
  }
  Header header{};
  header.magic = image_magic;
  header.version = image_version;
  header.target = sum(reinterpret_cast<const std::uint64_t*>(&target), sizeof(target) / 8);
  header.object_slots = tables.object_slots;
  header.copy_slots = tables.copy_slots;
  header.embedded_frames = tables.embedded_frames;
  header.objects = static_cast<std::uint32_t>(spec.objects.size());
  header.vspace_maps = tables.vspace_maps;
  header.verbosity = options.verbosity;
  const std::uint64_t shift = spec.domain_idx_shift.value_or(0);
  header.domain_shift = static_cast<std::uint32_t>(shift);
  header.domain_start = spec.domain_schedule && spec.domain_set_start
                            ? static_cast<std::uint32_t>(*spec.domain_set_start + shift)
                            : no_start;
  MadeImage made;
  made.slots = tables.object_slots + tables.copy_slots;
  made.image = assemble(header, tables);
  made.frames = std::move(tables.frames);
  return made;
}

}  // namespace sel4::capdl
