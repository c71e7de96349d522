// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <array>
#include <cstdint>

/// What the image tool hands the kernel loader, in memory order; all integers little-endian.
///
/// A payload is a head and, unless every region is in place, data. The head is a Header followed
/// without padding by `memory_count` × MemoryRange, `core_count` × Core, `region_count` × Region.
/// The loader finds it at the page boundary after its own image.
namespace sel4::payload {

/// "sel4pay\n".
inline constexpr std::uint64_t magic = 0x0a796170346c6573;
/// Changes with any change of the structures below.
inline constexpr std::uint32_t version = 1;

/// A payload has at least one and at most so many.
inline constexpr std::uint32_t max_memory_ranges = 32;
/// A payload has at least one and at most so many.
inline constexpr std::uint32_t max_regions = 64;
/// A payload has at least one and at most so many.
inline constexpr std::uint32_t max_cores = 64;
/// What regions and physical ranges are aligned to, in bytes.
inline constexpr std::uint64_t page_size = 4096;
/// Regions' data comes in whole blocks, so that the loader's loops need no tails.
inline constexpr std::uint64_t block_size = 64;

/// Sum of 64-bit words and sum of the running sums; see checksum().
struct Checksum {
  /// Of the words, modulo 2^64.
  std::uint64_t plain;
  /// Of the sums up to each word, modulo 2^64: depends on the words' order.
  std::uint64_t weighted;

  friend constexpr bool operator==(const Checksum&, const Checksum&) = default;
};

/// How much the loader says.
enum class LogLevel : std::uint32_t { off, error, warn, info, debug };

/// How other cores are started.
enum class CoreStart : std::uint32_t { none, psci_hvc, psci_smc, spin_table, sbi_hsm };

/// The first bytes of a payload.
struct Header {
  /// The constant of this name; otherwise this is no payload.
  std::uint64_t magic;
  /// The constant of this name; otherwise the loader refuses it.
  std::uint32_t version;
  /// Of the head (this structure and the tables), a multiple of 8.
  std::uint32_t head_size;
  /// Over the head from `payload_size` to its end.
  Checksum head_checksum;

  /// Head and data, a multiple of 8.
  std::uint64_t payload_size;
  /// Virtual.
  std::uint64_t kernel_entry;
  /// Virtual; the image from kernel_phys_start on is seen from here.
  std::uint64_t kernel_virt_start;
  /// The kernel's image, page aligned.
  std::uint64_t kernel_phys_start;
  /// One past the last byte of the kernel's image.
  std::uint64_t kernel_phys_end;
  /// Page aligned; what the kernel calls ui_p_reg_start and ui_p_reg_end.
  std::uint64_t user_phys_start;
  /// One past the last byte of the user image; page aligned.
  std::uint64_t user_phys_end;
  /// Physical minus virtual address of the user image, modulo 2^64.
  std::uint64_t user_pv_offset;
  /// Where the root task starts; virtual, inside its image.
  std::uint64_t user_virt_entry;
  /// Size 0: none.
  std::uint64_t dtb_phys;
  /// In bytes.
  std::uint64_t dtb_size;
  /// ELF machine number that kernel and root task are for.
  std::uint32_t machine;
  /// How much the loader prints.
  LogLevel log_level;
  /// Must be one that the loader's platform has if there are several cores.
  CoreStart core_start;
  /// Whether the loader checks the regions' checksums (1) or not (0).
  std::uint32_t verify_data;
  /// How many MemoryRange follow this structure.
  std::uint32_t memory_count;
  /// How many Core follow those.
  std::uint32_t core_count;
  /// How many Region follow those.
  std::uint32_t region_count;
  /// 0.
  std::uint32_t reserved;
};
static_assert(sizeof(Header) == 152);

/// No head can be larger.
inline constexpr std::uint64_t max_head_size = 8192;

/// Physical memory that the kernel may use; page aligned, half open.
struct MemoryRange {
  /// Physical address of the first byte.
  std::uint64_t start;
  /// One past the last.
  std::uint64_t end;
};
static_assert(sizeof(MemoryRange) == 16);

/// One core; the first is the one that must enter the kernel as core 0.
struct Core {
  /// MPIDR affinity bits or hart id.
  std::uint64_t hardware_id;
  /// Address of the spin table word; otherwise 0.
  std::uint64_t release_address;
};
static_assert(sizeof(Core) == 16);

/// What a region belongs to.
enum class RegionKind : std::uint32_t { kernel, dtb, user };

/// Memory to be filled before the kernel is entered: `data_size` bytes, then zeros. Address and
/// size are multiples of the page size, `data_size` of the block size.
struct Region {
  /// The value of data_offset that says that whoever loaded the image has put the bytes there.
  static constexpr std::uint64_t in_place = ~std::uint64_t{0};

  /// Physical.
  std::uint64_t address;
  /// In bytes, of memory.
  std::uint64_t size;
  /// From the start of the head, a multiple of 8, or `in_place`.
  std::uint64_t data_offset;
  /// In bytes; the rest of the region is zeros.
  std::uint64_t data_size;
  /// Over the region's data.
  Checksum data_checksum;
  /// Whose part of memory it must lie in.
  RegionKind kind;
  /// 0.
  std::uint32_t reserved;
};
static_assert(sizeof(Region) == 56);
static_assert(sizeof(Header) + max_memory_ranges * sizeof(MemoryRange) + max_cores * sizeof(Core) +
                  max_regions * sizeof(Region) <=
              max_head_size);

/// "sel4ldr\n".
inline constexpr std::uint64_t loader_magic = 0x0a72646c346c6573;
/// Where the loader's image holds its LoaderInfo: after the 64 bytes of the boot image header.
inline constexpr std::uint64_t loader_info_offset = 64;

/// How a loader describes itself to the image tool.
struct LoaderInfo {
  /// loader_magic; otherwise this is no loader.
  std::uint64_t magic;
  /// The `version` that the loader reads.
  std::uint32_t payload_version;
  /// ELF machine number that the loader runs on.
  std::uint32_t machine;
  /// Where the image is linked to run; its first byte is the entry point.
  std::uint64_t link_address;
  /// Where the payload's head must be: the page boundary after the image with its bss.
  std::uint64_t payload_address;
  /// Physical range of the kernel that the loader was built for.
  std::uint64_t kernel_phys_start;
  /// One past its last byte.
  std::uint64_t kernel_phys_end;
  /// 1 for a kernel that runs as hypervisor.
  std::uint32_t hypervisor;
  /// The number of cores that the loader has stacks for.
  std::uint32_t max_cores;
};
static_assert(sizeof(LoaderInfo) == 56);

/// Whether [a_start, a_end) and [b_start, b_end) have an address in common.
[[nodiscard]] constexpr bool overlap(std::uint64_t a_start, std::uint64_t a_end,
                                     std::uint64_t b_start, std::uint64_t b_end) {
  return a_start < b_end && b_start < a_end;
}

}  // namespace sel4::payload
