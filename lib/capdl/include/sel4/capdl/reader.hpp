// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/image.hpp>
#include <sel4/capdl/target_info.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string_view>

namespace sel4::capdl {

/// What is wrong with an image; message() gives the sentence.
enum class Damage : std::uint8_t {
  misaligned,
  truncated,
  bad_magic,
  bad_version,
  bad_header_sum,
  bad_size,
  bad_table,
  bad_sum_count,
  bad_block_sum,
  other_target,
  bad_counts,
  bad_slot,
  bad_ref,
  bad_copy_slot,
  bad_range,
  bad_size_bits,
  bad_order,
  bad_enumerator,
  bad_core,
  bad_register_count,
  bad_name,
  not_in_frame,
};

/// The sentence for a damage, without a full stop.
[[nodiscard]] std::string_view message(Damage damage);

/// What is wrong, and where.
struct ImageError {
  Damage damage;
  /// From the start of the image: the first byte of the block, record or field concerned.
  std::uint32_t offset = 0;

  friend bool operator==(const ImageError&, const ImageError&) = default;
};

/// An image whose every offset, slot and enumerator has been checked, in memory that the caller
/// keeps alive. No heap, no exceptions; checking takes one pass over the tables.
class Image {
 public:
  /// Checks the image at the start of `bytes`, which may be longer and must be aligned to
  /// image_alignment. With `target` null, what depends on the kernel is not checked: for tools that
  /// only show images.
  [[nodiscard]] static std::expected<Image, ImageError> check(std::span<const std::byte> bytes,
                                                              const TargetInfo* target);

  [[nodiscard]] const Header& header() const { return *header_; }

  /// The records of a table; T must be its record type.
  template <class T>
  [[nodiscard]] std::span<const T> table(TableId id) const {
    const Table& entry = header_->tables[static_cast<std::size_t>(id)];
    return {reinterpret_cast<const T*>(start() + entry.offset), entry.count};
  }

  /// Slots that the initializer needs: for objects, then for copies.
  [[nodiscard]] std::uint32_t slot_count() const {
    return header_->object_slots + header_->copy_slots;
  }

  /// The bytes that a part of a fill is made from.
  [[nodiscard]] std::span<const std::byte> source(const FillPart& part) const {
    return {start() + part.source, static_cast<std::size_t>(part.source_size)};
  }

  /// The object that a capability is of, or no_name.
  [[nodiscard]] std::uint32_t object(Ref ref) const;

  /// The name of an object, if the image has it.
  [[nodiscard]] std::string_view name(std::uint32_t object) const;

  /// The text of a record of the table of names.
  [[nodiscard]] std::string_view text(const NameRecord& record) const {
    const auto all = table<char>(TableId::text);
    return {all.data() + record.start, record.size};
  }

 private:
  explicit Image(const Header* header) : header_(header) {}

  [[nodiscard]] const std::byte* start() const {
    return reinterpret_cast<const std::byte*>(header_);
  }

  const Header* header_;
};

/// The table that a byte of the image belongs to; empty for the header. Takes any bytes that begin
/// with a header.
[[nodiscard]] std::string_view table_at(std::span<const std::byte> bytes, std::uint32_t offset);

}  // namespace sel4::capdl
