// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string_view>

namespace sel4::payload {

/// What is wrong with a payload; message() gives the sentence.
enum class Problem : std::uint8_t {
  misaligned,
  truncated,
  bad_magic,
  bad_version,
  bad_head_size,
  bad_head_checksum,
  bad_payload_size,
  bad_counts,
  bad_enumerator,
  bad_memory_range,
  bad_kernel_range,
  kernel_entry_outside,
  bad_user_range,
  user_entry_outside,
  bad_dtb_range,
  region_wraps,
  region_misaligned,
  region_data_larger,
  region_data_outside,
  region_outside_memory,
  region_outside_its_object,
  regions_overlap,
  region_overlaps_loader,
  loader_outside_memory,
  objects_out_of_order,
  no_kernel_region,
  no_user_region,
};

/// The sentence for a problem, without a full stop.
[[nodiscard]] std::string_view message(Problem problem);

/// What is wrong with a payload, and where.
struct Error {
  /// What is wrong.
  Problem problem;
  /// Number of the memory range or region concerned, otherwise 0.
  std::uint32_t index = 0;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A physical range, half open.
struct Extent {
  /// The first byte.
  std::uint64_t start;
  /// One past the last.
  std::uint64_t end;
};

/// A payload whose head has been checked, in memory that the caller keeps alive.
class Head {
 public:
  /// Checks form and checksum of the head at the start of `bytes`, which must be 8-byte aligned.
  /// `bytes` may be longer than the payload.
  [[nodiscard]] static std::expected<Head, Error> parse(std::span<const std::byte> bytes);

  /// Checks that every range lies in memory and that kernel, device tree, user image, regions and
  /// the loader itself (its image, from its first byte to the end of the payload) are disjoint.
  [[nodiscard]] std::expected<void, Error> check_placement(Extent loader) const;

  /// As it lies in memory; parse() has checked it.
  [[nodiscard]] const Header& header() const { return *header_; }
  /// The memory that the kernel may use, in ascending order and disjoint.
  [[nodiscard]] std::span<const MemoryRange> memory() const { return memory_; }
  /// The cores to start, the one of the kernel's core 0 first.
  [[nodiscard]] std::span<const Core> cores() const { return cores_; }
  /// What is to be filled, in the order in which it is.
  [[nodiscard]] std::span<const Region> regions() const { return regions_; }

  /// The bytes that a region is filled with, for a region that is not in place.
  [[nodiscard]] const std::byte* data(const Region& region) const {
    return reinterpret_cast<const std::byte*>(header_) + region.data_offset;
  }

 private:
  Head() = default;

  const Header* header_ = nullptr;
  std::span<const MemoryRange> memory_;
  std::span<const Core> cores_;
  std::span<const Region> regions_;
};

}  // namespace sel4::payload
