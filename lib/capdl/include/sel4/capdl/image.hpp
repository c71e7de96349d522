// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>

/// The binary form of a specification, which the initializer uses where it lies: a Header, sums of
/// its blocks, and tables of fixed-size records. All integers are little-endian, all offsets count
/// from the header, and nothing depends on where it is.
///
/// What can be decided before boot has been: objects are in the order in which they are made and
/// have their slots, address spaces are lists of mappings in an order in which they can be made,
/// and threads have their registers.
namespace sel4::capdl {

/// "sel4cdl\n".
inline constexpr std::uint64_t image_magic = 0x0a6c64634c346573;
/// Changes with any change of the structures below.
inline constexpr std::uint32_t image_version = 1;
/// What an image and its tables are aligned to.
inline constexpr std::uint32_t image_alignment = 16;
/// Of what one sum is taken.
inline constexpr std::uint32_t block_size = 4096;

/// A capability of the initial thread's: a number and, in the top two bits, where it is counted
/// from.
using Ref = std::uint32_t;
inline constexpr unsigned ref_shift = 30;
inline constexpr Ref ref_number = (Ref{1} << ref_shift) - 1;
/// Slots that the initializer fills, from 0.
inline constexpr Ref ref_slot = 0;
/// Slots that the kernel filled, by their address.
inline constexpr Ref ref_initial = 1;
/// Frames of the initializer's own image, from 0.
inline constexpr Ref ref_embedded = 2;
/// No capability.
inline constexpr Ref no_ref = ~Ref{0};

/// Rights of a capability, as the kernel has them in a word.
inline constexpr std::uint8_t right_write = 1;
inline constexpr std::uint8_t right_read = 2;
inline constexpr std::uint8_t right_grant = 4;
inline constexpr std::uint8_t right_grant_reply = 8;
inline constexpr std::uint8_t all_right_bits = 15;

/// Objects of one kind and size in consecutive slots, from large to small.
struct Run {
  std::uint16_t type;
  /// What Untyped_Retype takes.
  std::uint8_t size_argument;
  /// log2 of one object's bytes.
  std::uint8_t size_bits;
  std::uint32_t count;
  std::uint32_t first_slot;
  std::uint32_t reserved;
};
static_assert(sizeof(Run) == 16);

/// No image has more of them: kinds and sizes are not that many.
inline constexpr std::uint32_t max_runs = 256;

/// An object at a physical address; in ascending order, disjoint.
struct Placed {
  std::uint64_t paddr;
  std::uint16_t type;
  std::uint8_t size_argument;
  std::uint8_t size_bits;
  std::uint32_t slot;
};
static_assert(sizeof(Placed) == 16);

/// Objects of one kind and size made from an Untyped object; in order.
struct Cover {
  /// A slot of an Untyped.
  std::uint32_t parent;
  std::uint16_t type;
  std::uint8_t size_argument;
  std::uint8_t reserved;
  std::uint32_t first_slot;
  std::uint32_t count;
};
static_assert(sizeof(Cover) == 16);

/// An ASID pool: made in `slot` from the untyped in `untyped`.
struct AsidPoolRecord {
  std::uint32_t untyped;
  std::uint32_t slot;
};
static_assert(sizeof(AsidPoolRecord) == 8);

/// The root of an address space, which needs an ASID.
struct VSpaceRecord {
  std::uint32_t slot;
};
static_assert(sizeof(VSpaceRecord) == 4);

enum class IrqKind : std::uint8_t { plain, trigger, trigger_core, msi, ioapic };
/// An interrupt's handler.
struct IrqRecord {
  std::uint32_t slot;
  /// Or no_ref.
  Ref notification;
  std::uint64_t irq;
  std::uint64_t badge;
  /// trigger, trigger_core: trigger (1: edge), core. msi: bus, device, function, handle. ioapic:
  /// number, pin, level, polarity.
  std::uint32_t arguments[4];
  /// Where a notification's capability with a badge goes.
  std::uint32_t copy_slot;
  IrqKind kind;
  std::uint8_t reserved[3];
};
static_assert(sizeof(IrqRecord) == 48);

struct PortsRecord {
  std::uint32_t slot;
  std::uint16_t first;
  std::uint16_t last;
};
static_assert(sizeof(PortsRecord) == 8);

inline constexpr std::uint8_t fill_has_code = 1;
inline constexpr std::uint8_t fill_uncached = 2;
/// A frame and what it is filled with.
struct FillRecord {
  Ref frame;
  std::uint32_t first_entry;
  std::uint32_t entry_count;
  std::uint8_t size_bits;
  /// fill_has_code, fill_uncached: what its mappings ask for.
  std::uint8_t flags;
  std::uint16_t reserved;
};
static_assert(sizeof(FillRecord) == 16);

enum class FillKind : std::uint32_t { copy, inflate, boot_info };
/// Fills `size` bytes from `start` on.
struct FillPart {
  std::uint32_t start;
  std::uint32_t size;
  FillKind kind;
  /// The kernel's number of the chunk; or 0.
  std::uint32_t boot_info_id;
  /// From the start of the image; of the chunk with its header.
  std::uint64_t source;
  /// Bytes at the source.
  std::uint64_t source_size;
};
static_assert(sizeof(FillPart) == 32);

enum class MapKind : std::uint8_t {
  /// A frame with the capability that it was made with.
  frame,
  /// A frame with a copy of that.
  frame_copy,
  table,
  ept_frame,
  ept_frame_copy,
  /// Level 1 to 3 of a guest's tables; the level is in `level`.
  ept_table,
  io_table,
  io_frame_copy,
};
/// A mapping.
struct MapRecord {
  std::uint64_t address;
  Ref object;
  /// The address space.
  std::uint32_t space;
  /// Where a copy goes.
  std::uint32_t copy_slot;
  MapKind kind;
  std::uint8_t rights;
  std::uint8_t attributes;
  /// Of a table, the root's children being 1.
  std::uint8_t level;
};
static_assert(sizeof(MapRecord) == 24);

/// A device's address space.
struct IoSpaceRecord {
  std::uint32_t slot;
  std::uint32_t first_map;
  std::uint32_t map_count;
  /// The root table of three levels, and tables above it where the kernel has more levels.
  Ref tables[4];
  std::uint32_t reserved;
  /// Says device and domain.
  std::uint64_t badge;
};
static_assert(sizeof(IoSpaceRecord) == 40);

struct SchedRecord {
  std::uint32_t slot;
  std::uint32_t core;
  std::uint64_t budget;
  std::uint64_t period;
  std::uint64_t badge;
};
static_assert(sizeof(SchedRecord) == 32);

inline constexpr std::uint8_t tcb_fpu_disabled = 1;
inline constexpr std::uint8_t tcb_resume = 2;
inline constexpr std::uint8_t tcb_has_domain = 4;
/// The fault endpoint's capability is made with a badge and rights, in `copy_slot`.
inline constexpr std::uint8_t tcb_mint_fault = 8;
inline constexpr std::uint32_t no_name = ~std::uint32_t{0};
struct TcbRecord {
  std::uint32_t slot;
  Ref cspace;
  Ref vspace;
  Ref ipc_buffer;
  Ref sched_context;
  Ref fault_endpoint;
  Ref timeout_endpoint;
  Ref notification;
  Ref vcpu;
  Ref ept_root;
  std::uint32_t copy_slot;
  /// In the table of names, or no_name.
  std::uint32_t name;
  std::uint64_t cspace_data;
  std::uint64_t ipc_buffer_address;
  std::uint64_t fault_badge;
  /// Without MCS: the fault endpoint in the thread's own CSpace.
  std::uint64_t fault_address;
  std::uint32_t core;
  std::uint32_t first_register;
  std::uint8_t register_count;
  std::uint8_t priority;
  std::uint8_t max_priority;
  std::uint8_t domain;
  std::uint8_t flags;
  std::uint8_t fault_rights;
  std::uint16_t reserved;
};
static_assert(sizeof(TcbRecord) == 96);

/// The capabilities of one CNode.
struct CNodeRecord {
  std::uint32_t slot;
  std::uint32_t first_cap;
  std::uint32_t cap_count;
  std::uint32_t size_bits;
};
static_assert(sizeof(CNodeRecord) == 16);

struct CapRecord {
  std::uint32_t index;
  Ref source;
  std::uint64_t badge;
  std::uint8_t rights;
  /// 1: with `badge`; 0: a copy.
  std::uint8_t mint;
  std::uint8_t reserved[6];
};
static_assert(sizeof(CapRecord) == 24);

enum class DurationUnit : std::uint32_t { ticks, microseconds };
struct DomainRecord {
  std::uint64_t duration;
  DurationUnit unit;
  std::uint32_t domain;
};
static_assert(sizeof(DomainRecord) == 16);

/// An object's name: bytes of the table of text.
struct NameRecord {
  std::uint32_t object;
  std::uint32_t start;
  std::uint32_t size;
};
static_assert(sizeof(NameRecord) == 12);

/// The tables, in the order in which they lie.
enum class TableId : std::uint8_t {
  sums,          ///< one u64 per block of what follows this table
  runs,          ///< Run
  placed,        ///< Placed
  covers,        ///< Cover
  asid_pools,    ///< AsidPoolRecord
  irqs,          ///< IrqRecord
  ports,         ///< PortsRecord
  vspaces,       ///< VSpaceRecord: roots of address spaces, guests' included
  fills,         ///< FillRecord
  fill_parts,    ///< FillPart
  maps,          ///< MapRecord: of VSpaces, then those of I/O spaces
  io_spaces,     ///< IoSpaceRecord
  scheds,        ///< SchedRecord
  tcbs,          ///< TcbRecord
  registers,     ///< u64
  cnodes,        ///< CNodeRecord
  caps,          ///< CapRecord
  domains,       ///< DomainRecord
  slot_objects,  ///< u32: the object of each slot, then of each embedded frame
  names,         ///< NameRecord, by object
  text,          ///< bytes
  data,          ///< bytes that frames are filled with
};
inline constexpr std::size_t table_count = 22;

struct Table {
  /// From the start of the image; a multiple of image_alignment.
  std::uint32_t offset;
  /// Of records.
  std::uint32_t count;
};

struct Header {
  /// image_magic.
  std::uint64_t magic;
  /// image_version.
  std::uint32_t version;
  /// Of the whole image.
  std::uint32_t size;
  /// sum() of this structure from `target` to its end.
  std::uint64_t header_sum;

  /// sum() of the initializer's TargetInfo.
  std::uint64_t target;
  /// Slots for objects.
  std::uint32_t object_slots;
  /// Further slots for copies of capabilities; counted from `object_slots` on.
  std::uint32_t copy_slots;
  /// Frames of 4 KiB that are part of the initializer's program.
  std::uint32_t embedded_frames;
  /// Objects in the specification.
  std::uint32_t objects;
  /// How many of the maps belong to VSpaces and guests.
  std::uint32_t vspace_maps;
  /// 0 to 5.
  std::uint32_t verbosity;
  /// Index of the domain schedule's first entry.
  std::uint32_t domain_shift;
  /// Where the domain schedule starts, the shift included; no_start: it does not.
  std::uint32_t domain_start;
  Table tables[table_count];
};
inline constexpr std::uint32_t no_start = ~std::uint32_t{0};
static_assert(sizeof(Header) == 64 + 8 * table_count);
static_assert(sizeof(Header) % image_alignment == 0);

/// The bytes of one record of a table.
inline constexpr std::uint32_t record_sizes[table_count] = {8,
                                                            sizeof(Run),
                                                            sizeof(Placed),
                                                            sizeof(Cover),
                                                            sizeof(AsidPoolRecord),
                                                            sizeof(IrqRecord),
                                                            sizeof(PortsRecord),
                                                            sizeof(VSpaceRecord),
                                                            sizeof(FillRecord),
                                                            sizeof(FillPart),
                                                            sizeof(MapRecord),
                                                            sizeof(IoSpaceRecord),
                                                            sizeof(SchedRecord),
                                                            sizeof(TcbRecord),
                                                            8,
                                                            sizeof(CNodeRecord),
                                                            sizeof(CapRecord),
                                                            sizeof(DomainRecord),
                                                            4,
                                                            sizeof(NameRecord),
                                                            1,
                                                            1};

inline constexpr const char* table_names[table_count] = {
    "sums",           "runs",    "placed",    "covers",     "asid pools", "irqs",
    "ports",          "vspaces", "fills",     "fill parts", "maps",       "io spaces",
    "sched contexts", "tcbs",    "registers", "cnodes",     "caps",       "domains",
    "slot objects",   "names",   "text",      "data"};

/// A polynomial over 64-bit words, modulo 2^64: `count` words, which may be none. The multiplier is
/// odd, so that every change within one word changes the sum; others go unnoticed once in 2^64. It
/// is no defence against an attacker.
[[nodiscard]] inline std::uint64_t sum(const std::uint64_t* words, std::size_t count) {
  constexpr std::uint64_t multiplier = 0x9e37'79b9'7f4a'7c15;
  std::uint64_t result = count;
  for (; count >= 4; count -= 4, words += 4) {
    result = result * multiplier + words[0];
    result = result * multiplier + words[1];
    result = result * multiplier + words[2];
    result = result * multiplier + words[3];
  }
  for (; count != 0; --count, ++words) result = result * multiplier + *words;
  return result;
}

}  // namespace sel4::capdl
