// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstdint>

/// How the initializer describes itself to the packing tool: the kernel that it was built for, with
/// that kernel's own numbers. The tool therefore needs no other source of object sizes and types.
namespace sel4::capdl {

/// What an initializer runs on.
enum class Arch : std::uint8_t { aarch64, riscv64, x86_64 };

/// How to make objects of one kind.
struct KindInfo {
  /// libsel4's number for Untyped_Retype.
  std::uint16_t type;
  /// log2 of the object's bytes; of one slot for CNodes; the smallest for kinds of variable size.
  std::uint8_t size_bits;
  /// 1 if the kernel has the kind.
  std::uint8_t present;
};
static_assert(sizeof(KindInfo) == 4);

/// One level of translation tables; the root is the first.
struct LevelInfo {
  /// What its tables are.
  KindInfo kind;
  /// A table has 2^index_bits entries.
  std::uint8_t index_bits;
  /// Each translates 2^entry_bits bytes of addresses.
  std::uint8_t entry_bits;
  /// 0.
  std::uint16_t reserved;
};
static_assert(sizeof(LevelInfo) == 8);

/// One kind of address space.
struct TreeInfo {
  /// How many of `levels` there are; 0: the kernel has no such address spaces.
  std::uint8_t count;
  /// What specifications call the root's level where they say one.
  std::uint8_t root_level;
  /// Attributes of a cached mapping with code.
  std::uint8_t cached;
  /// Attributes of a mapping with code that is not cached.
  std::uint8_t uncached;
  /// Attribute that forbids code; 0 if there is none.
  std::uint8_t execute_never;
  /// Attributes of translation tables.
  std::uint8_t table;
  /// 0.
  std::uint16_t reserved;
  LevelInfo levels[5];
};
static_assert(sizeof(TreeInfo) == 48);

/// "sel4cdi\n".
inline constexpr std::uint64_t target_magic = 0x0a6964634c346573;

/// The description. The initializer has it as the constant `sel4_capdl_target`.
struct TargetInfo {
  /// target_magic; otherwise this is no initializer.
  std::uint64_t magic;
  /// The version of the image format that the initializer reads.
  std::uint32_t image_version;
  /// Of this structure.
  std::uint32_t size;

  Arch arch;
  /// 1 for kernels with the MCS scheduler; the same for the other features.
  std::uint8_t mcs;
  std::uint8_t smp;
  /// Virtual processors.
  std::uint8_t vcpu;
  /// The capability to make secure monitor calls.
  std::uint8_t smc;
  /// Intel's IOMMU.
  std::uint8_t iommu;
  /// Threads have names.
  std::uint8_t thread_names;
  /// Bits of the root CNode's slot number.
  std::uint8_t root_cnode_bits;

  std::uint32_t cores;
  std::uint32_t domains;
  std::uint32_t domain_schedule_entries;
  std::uint32_t priorities;
  /// Address spaces that one ASID pool has room for.
  std::uint32_t asid_pool_size;
  /// Words of a thread's registers that the kernel transfers.
  std::uint32_t register_count;

  /// One past the highest address of a user thread.
  std::uint64_t user_top;
  /// Ticks per second of the domain schedule's clock; 0 if only the machine knows.
  std::uint64_t ticks_per_second;
  /// Of a domain schedule's durations, in microseconds, on kernels without MCS; else 0.
  std::uint64_t tick_us;

  /// Bounds of what Untyped_Retype takes as size.
  std::uint8_t min_untyped_bits;
  std::uint8_t max_untyped_bits;
  /// An IPC buffer is aligned to 2^ipc_buffer_bits bytes.
  std::uint8_t ipc_buffer_bits;
  /// Where registers are among those transferred.
  std::uint8_t register_pc;
  std::uint8_t register_sp;
  std::uint8_t argument_count;
  std::uint8_t register_arguments[8];
  std::uint8_t reserved[2];

  KindInfo untyped;
  KindInfo endpoint;
  KindInfo notification;
  KindInfo cnode;
  KindInfo tcb;
  KindInfo vcpu_object;
  KindInfo sched_context;
  KindInfo reply;
  KindInfo io_page_table;
  /// The untyped that an ASID pool is made of.
  KindInfo asid_pool;
  /// From small to large; absent ones are not present.
  KindInfo frames[4];

  TreeInfo vspace;
  TreeInfo ept;
};
static_assert(sizeof(TargetInfo) == 240);

/// Where the tool puts the specification: the initializer's variable `sel4_capdl_location`, whose
/// bytes the tool overwrites. All addresses are virtual.
struct Location {
  /// 0: nothing has been put in.
  std::uint64_t image_address;
  std::uint64_t image_size;
  /// Page aligned.
  std::uint64_t frames_address;
  std::uint64_t frames_size;
  /// Where the program's own segments start, page aligned; and what is put in ends.
  std::uint64_t program_start;
  std::uint64_t program_end;
};
static_assert(sizeof(Location) == 48);

inline constexpr const char* target_symbol = "sel4_capdl_target";
inline constexpr const char* location_symbol = "sel4_capdl_location";

/// Types of the program headers that say where the specification and the embedded frames are.
inline constexpr std::uint32_t pt_capdl_spec = 0x64c34003;
inline constexpr std::uint32_t pt_capdl_frame_data = 0x64c34004;

}  // namespace sel4::capdl
