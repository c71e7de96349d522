// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "check.hpp"

#include <sel4/capdl/reader.hpp>

namespace sel4::capdl {

namespace {

using detail::Check;

std::unexpected<ImageError> fail(Damage damage, std::size_t offset = 0) {
  return std::unexpected(ImageError{damage, static_cast<std::uint32_t>(offset)});
}

const std::uint64_t* words_at(const std::byte* bytes, std::size_t offset) {
  return reinterpret_cast<const std::uint64_t*>(bytes + offset);
}

// Tables lie one behind the other, so that none overlaps another or the header.
Check check_tables(const Header& header) {
  std::uint32_t end = sizeof(Header);
  for (std::size_t i = 0; i < table_count; ++i) {
    const Table& table = header.tables[i];
    const std::uint64_t size = std::uint64_t{table.count} * record_sizes[i];
    if (table.offset % image_alignment != 0 || table.offset < end || table.offset > header.size ||
        size > header.size - table.offset) {
      return fail(Damage::bad_table, offsetof(Header, tables) + i * sizeof(Table));
    }
    end = table.offset + static_cast<std::uint32_t>(size);
  }
  return {};
}

Check check_sums(const std::byte* bytes, const Header& header) {
  const Table& sums = header.tables[static_cast<std::size_t>(TableId::sums)];
  const std::uint32_t start = header.tables[static_cast<std::size_t>(TableId::runs)].offset;
  if (sums.offset != sizeof(Header) ||
      sums.count != (header.size - start + block_size - 1) / block_size) {
    return fail(Damage::bad_sum_count, sums.offset);
  }
  // No sum covers what fills the place up to the first of the summed tables.
  for (std::uint32_t at = sums.offset + sums.count * 8; at < start; at += 8) {
    if (*words_at(bytes, at) != 0) return fail(Damage::bad_block_sum, at);
  }
  const std::uint64_t* expected = words_at(bytes, sums.offset);
  for (std::uint32_t at = start; at < header.size; at += block_size, ++expected) {
    const std::uint32_t size = header.size - at < block_size ? header.size - at : block_size;
    if (sum(words_at(bytes, at), size / 8) != *expected) return fail(Damage::bad_block_sum, at);
  }
  return {};
}

}  // namespace

std::expected<Image, ImageError> Image::check(std::span<const std::byte> bytes,
                                              const TargetInfo* target) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % image_alignment != 0) {
    return fail(Damage::misaligned);
  }
  if (bytes.size() < sizeof(Header)) return fail(Damage::truncated, bytes.size());
  const Header& header = *reinterpret_cast<const Header*>(bytes.data());
  if (header.magic != image_magic) return fail(Damage::bad_magic);
  if (header.version != image_version) return fail(Damage::bad_version, offsetof(Header, version));
  constexpr std::size_t summed = offsetof(Header, target);
  if (sum(words_at(bytes.data(), summed), (sizeof(Header) - summed) / 8) != header.header_sum) {
    return fail(Damage::bad_header_sum, offsetof(Header, header_sum));
  }
  if (header.size < sizeof(Header) || header.size % image_alignment != 0) {
    return fail(Damage::bad_size, offsetof(Header, size));
  }
  if (header.size > bytes.size()) return fail(Damage::truncated, bytes.size());
  if (const Check tables = check_tables(header); !tables) return std::unexpected(tables.error());
  if (const Check sums = check_sums(bytes.data(), header); !sums) {
    return std::unexpected(sums.error());
  }
  if (target != nullptr &&
      header.target != sum(reinterpret_cast<const std::uint64_t*>(target), sizeof(*target) / 8)) {
    return fail(Damage::other_target, offsetof(Header, target));
  }
  const Image image{&header};
  if (const Check records = detail::check_records(image, target); !records) {
    return std::unexpected(records.error());
  }
  return image;
}

std::uint32_t Image::object(Ref ref) const {
  std::uint32_t index = ref & ref_number;
  if (ref >> ref_shift == ref_embedded) {
    index += header_->object_slots;
  } else if (ref >> ref_shift != ref_slot || index >= header_->object_slots) {
    return no_name;
  }
  const auto objects = table<std::uint32_t>(TableId::slot_objects);
  return index < objects.size() ? objects[index] : no_name;
}

std::string_view Image::name(std::uint32_t object) const {
  const auto names = table<NameRecord>(TableId::names);
  std::size_t low = 0;
  std::size_t high = names.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (names[middle].object < object) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < names.size() && names[low].object == object ? text(names[low]) : std::string_view{};
}

std::string_view table_at(std::span<const std::byte> bytes, std::uint32_t offset) {
  if (bytes.size() < sizeof(Header)) return {};
  const Header& header = *reinterpret_cast<const Header*>(bytes.data());
  for (std::size_t i = table_count; i-- > 0;) {
    if (offset >= header.tables[i].offset && header.tables[i].offset >= sizeof(Header)) {
      return table_names[i];
    }
  }
  return {};
}

}  // namespace sel4::capdl
