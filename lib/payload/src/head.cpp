// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/payload/checksum.hpp>
#include <sel4/payload/head.hpp>

namespace sel4::payload {

namespace {

std::unexpected<Error> fail(Problem problem, std::size_t index = 0) {
  return std::unexpected(Error{problem, static_cast<std::uint32_t>(index)});
}

constexpr bool page_aligned(std::uint64_t address) { return address % page_size == 0; }

constexpr std::uint64_t page_end(std::uint64_t address) {
  return (address + page_size - 1) / page_size * page_size;
}

constexpr bool contains(Extent outer, Extent inner) {
  return inner.start >= outer.start && inner.end <= outer.end && inner.start <= inner.end;
}

bool in_memory(std::span<const MemoryRange> memory, Extent extent) {
  for (const MemoryRange& range : memory) {
    if (contains({range.start, range.end}, extent)) return true;
  }
  return false;
}

std::expected<void, Error> check_header(const Header& header) {
  if (header.log_level > LogLevel::debug || header.core_start > CoreStart::sbi_hsm ||
      header.verify_data > 1) {
    return fail(Problem::bad_enumerator);
  }
  if (header.kernel_phys_start >= header.kernel_phys_end ||
      header.kernel_virt_start + (header.kernel_phys_end - header.kernel_phys_start) <
          header.kernel_virt_start) {
    return fail(Problem::bad_kernel_range);
  }
  if (header.kernel_entry - header.kernel_virt_start >=
      header.kernel_phys_end - header.kernel_phys_start) {
    return fail(Problem::kernel_entry_outside);
  }
  if (header.user_phys_start >= header.user_phys_end || !page_aligned(header.user_phys_start) ||
      !page_aligned(header.user_phys_end)) {
    return fail(Problem::bad_user_range);
  }
  if (header.user_virt_entry + header.user_pv_offset - header.user_phys_start >=
      header.user_phys_end - header.user_phys_start) {
    return fail(Problem::user_entry_outside);
  }
  if (header.dtb_phys + header.dtb_size + page_size < header.dtb_phys ||
      header.dtb_size > ~page_size) {
    return fail(Problem::bad_dtb_range);
  }
  return {};
}

std::expected<void, Error> check_region(const Header& header, const Region& region) {
  if (region.size == 0 || region.address + region.size < region.address) {
    return fail(Problem::region_wraps);
  }
  if (!page_aligned(region.address) || !page_aligned(region.size) ||
      region.data_size % block_size != 0) {
    return fail(Problem::region_misaligned);
  }
  if (region.data_size > region.size) return fail(Problem::region_data_larger);
  if (region.data_offset != Region::in_place &&
      (region.data_offset % 8 != 0 || region.data_offset > header.payload_size ||
       region.data_size > header.payload_size - region.data_offset)) {
    return fail(Problem::region_data_outside);
  }
  Extent object{};
  switch (region.kind) {
    case RegionKind::kernel:
      object = {header.kernel_phys_start, header.kernel_phys_end};
      break;
    case RegionKind::dtb:
      object = {header.dtb_phys, page_end(header.dtb_phys + header.dtb_size)};
      break;
    case RegionKind::user:
      object = {header.user_phys_start, header.user_phys_end};
      break;
    default:
      return fail(Problem::bad_enumerator);
  }
  if (!contains(object, {region.address, region.address + region.size})) {
    return fail(Problem::region_outside_its_object);
  }
  return {};
}

}  // namespace

std::expected<Head, Error> Head::parse(std::span<const std::byte> bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Header) != 0) {
    return fail(Problem::misaligned);
  }
  if (bytes.size() < sizeof(Header)) return fail(Problem::truncated);
  Head head;
  head.header_ = reinterpret_cast<const Header*>(bytes.data());
  const Header& header = *head.header_;
  if (header.magic != magic) return fail(Problem::bad_magic);
  if (header.version != version) return fail(Problem::bad_version);
  if (header.head_size < sizeof(Header) || header.head_size > max_head_size) {
    return fail(Problem::bad_head_size);
  }
  if (header.head_size > bytes.size()) return fail(Problem::truncated);
  constexpr std::size_t summed = offsetof(Header, payload_size);
  if (checksum(bytes.subspan(summed, header.head_size - summed)) != header.head_checksum) {
    return fail(Problem::bad_head_checksum);
  }
  if (header.memory_count == 0 || header.memory_count > max_memory_ranges ||
      header.core_count == 0 || header.core_count > max_cores || header.region_count == 0 ||
      header.region_count > max_regions) {
    return fail(Problem::bad_counts);
  }
  const std::byte* tables = bytes.data() + sizeof(Header);
  head.memory_ = {reinterpret_cast<const MemoryRange*>(tables), header.memory_count};
  tables += head.memory_.size_bytes();
  head.cores_ = {reinterpret_cast<const Core*>(tables), header.core_count};
  tables += head.cores_.size_bytes();
  head.regions_ = {reinterpret_cast<const Region*>(tables), header.region_count};
  if (header.head_size != sizeof(Header) + head.memory_.size_bytes() + head.cores_.size_bytes() +
                              head.regions_.size_bytes()) {
    return fail(Problem::bad_head_size);
  }
  if (header.payload_size < header.head_size || header.payload_size % 8 != 0) {
    return fail(Problem::bad_payload_size);
  }
  if (header.payload_size > bytes.size()) return fail(Problem::truncated);
  if (auto checked = check_header(header); !checked) return std::unexpected(checked.error());
  std::uint64_t previous_end = 0;
  for (std::size_t i = 0; i < head.memory_.size(); ++i) {
    const MemoryRange& range = head.memory_[i];
    if (range.start >= range.end || !page_aligned(range.start) || !page_aligned(range.end) ||
        range.start < previous_end) {
      return fail(Problem::bad_memory_range, i);
    }
    previous_end = range.end;
  }
  for (std::size_t i = 0; i < head.regions_.size(); ++i) {
    if (auto checked = check_region(header, head.regions_[i]); !checked) {
      return fail(checked.error().problem, i);
    }
  }
  return head;
}

std::expected<void, Error> Head::check_placement(Extent loader) const {
  const Header& header = *header_;
  if (!in_memory(memory_, {header.kernel_phys_start, header.kernel_phys_end})) {
    return fail(Problem::bad_kernel_range);
  }
  if (!in_memory(memory_, {header.user_phys_start, header.user_phys_end})) {
    return fail(Problem::bad_user_range);
  }
  if (header.dtb_size != 0 &&
      !in_memory(memory_, {header.dtb_phys, header.dtb_phys + header.dtb_size})) {
    return fail(Problem::bad_dtb_range);
  }
  // The kernel takes what is reserved in this order only.
  const std::uint64_t after_kernel = header.kernel_phys_end;
  const std::uint64_t after_dtb =
      header.dtb_size == 0 ? after_kernel : header.dtb_phys + header.dtb_size;
  if ((header.dtb_size != 0 && header.dtb_phys < after_kernel) ||
      header.user_phys_start < after_dtb) {
    return fail(Problem::objects_out_of_order);
  }
  if (!in_memory(memory_, loader)) return fail(Problem::loader_outside_memory);
  bool kernel_found = false;
  bool user_found = false;
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    const Region& region = regions_[i];
    const std::uint64_t end = region.address + region.size;
    if (!in_memory(memory_, {region.address, end})) return fail(Problem::region_outside_memory, i);
    if (overlap(region.address, end, loader.start, loader.end)) {
      return fail(Problem::region_overlaps_loader, i);
    }
    for (std::size_t j = 0; j < i; ++j) {
      const Region& other = regions_[j];
      if (overlap(region.address, end, other.address, other.address + other.size)) {
        return fail(Problem::regions_overlap, i);
      }
    }
    kernel_found |= region.kind == RegionKind::kernel;
    user_found |= region.kind == RegionKind::user;
  }
  if (!kernel_found) return fail(Problem::no_kernel_region);
  if (!user_found) return fail(Problem::no_user_region);
  return {};
}

}  // namespace sel4::payload
