// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "builder.hpp"

#include <algorithm>

namespace sel4::capdl::detail {

namespace {

constexpr std::size_t granule = 4096;

// libsel4's numbers of the chunks of extra boot information.
std::uint32_t boot_info_number(fill::BootInfoId id) { return static_cast<std::uint32_t>(id); }

}  // namespace

Outcome<std::vector<std::byte>> Builder::bytes_of(ObjectId id, std::size_t index,
                                                  const FillEntry& entry) {
  const std::uint64_t size = entry.end - entry.start;
  if (const auto* bytes = std::get_if<fill::Bytes>(&entry.content)) return bytes->bytes;
  const std::string where =
      describe(spec_, id) + ": init.entries[" + std::to_string(index) + "].content";
  if (!source_.read) return fail(where, {}, "there is no folder for the files of fills");
  return source_.read(where, std::get<fill::File>(entry.content), size);
}

Outcome<> Builder::add_fill(ObjectId id, const object::Frame& frame) {
  FillRecord record{};
  record.frame = refs_[id];
  record.first_entry = static_cast<std::uint32_t>(out_.fill_parts.size());
  record.entry_count = static_cast<std::uint32_t>(frame.init.size());
  record.size_bits = frame.size_bits;
  record.flags = fill_flags_[id];
  for (std::size_t i = 0; i < frame.init.size(); ++i) {
    const FillEntry& entry = frame.init[i];
    FillPart part{};
    part.start = static_cast<std::uint32_t>(entry.start);
    part.size = static_cast<std::uint32_t>(entry.end - entry.start);
    if (const auto* boot_info = std::get_if<fill::BootInfo>(&entry.content)) {
      part.kind = FillKind::boot_info;
      part.boot_info_id = boot_info_number(boot_info->id);
      part.source = boot_info->offset;
    } else {
      std::vector<std::byte> bytes = SEL4_CAPDL_TRY(bytes_of(id, i, entry));
      part.kind = FillKind::copy;
      if (source_.compress) {
        std::vector<std::byte> small = source_.compress(bytes);
        if (small.size() < bytes.size()) {
          bytes = std::move(small);
          part.kind = FillKind::inflate;
        }
      }
      // Copies are quickest where source and destination are at the same place in a word.
      // make_image() adds where the data begin.
      while (out_.data.size() % 8 != part.start % 8) out_.data.push_back(std::byte{0});
      part.source = out_.data.size();
      part.source_size = bytes.size();
      out_.data.insert(out_.data.end(), bytes.begin(), bytes.end());
    }
    out_.fill_parts.push_back(part);
  }
  out_.fills.push_back(record);
  return {};
}

Outcome<> Builder::add_contents() {
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    const auto* frame = std::get_if<object::Frame>(&spec_.objects[id].object);
    if (frame == nullptr || frame->init.empty()) continue;
    if (refs_[id] >> ref_shift != ref_embedded) {
      SEL4_CAPDL_TRY(add_fill(id, *frame));
      continue;
    }
    const std::size_t start = out_.frames.size();
    out_.frames.resize(start + granule);
    for (std::size_t i = 0; i < frame->init.size(); ++i) {
      const auto bytes = SEL4_CAPDL_TRY(bytes_of(id, i, frame->init[i]));
      std::ranges::copy(
          bytes, out_.frames.begin() + static_cast<std::ptrdiff_t>(start + frame->init[i].start));
    }
  }
  return {};
}

}  // namespace sel4::capdl::detail
