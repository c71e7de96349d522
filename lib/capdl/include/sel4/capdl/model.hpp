// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A system as kernel objects and the capabilities that they hold: what capDL describes. Host only;
/// names of types and members are those of the JSON form (json.hpp), where variants are called by
/// the names of the structures here.
namespace sel4::capdl {

/// An object is called by its place in Spec::objects.
using ObjectId = std::uint32_t;
/// A slot of an object that holds capabilities.
using SlotIndex = std::uint32_t;

/// Half open.
struct IdRange {
  ObjectId start = 0;
  ObjectId end = 0;
  friend bool operator==(const IdRange&, const IdRange&) = default;
};

/// What a capability to an endpoint, notification or frame allows.
struct Rights {
  bool read = false;
  bool write = false;
  bool grant = false;
  bool grant_reply = false;
  friend bool operator==(const Rights&, const Rights&) = default;
};

inline constexpr Rights all_rights{true, true, true, true};
inline constexpr Rights read_only{.read = true};
inline constexpr Rights read_write{.read = true, .write = true};
inline constexpr Rights write_only{.write = true};

/// The kinds of capabilities; all name their object.
namespace cap {

// Capabilities without anything but their object differ in nothing but their type.
template <int>
struct Plain {
  ObjectId object = 0;
  friend bool operator==(const Plain&, const Plain&) = default;
};

struct Untyped : Plain<0> {};
struct Endpoint {
  ObjectId object = 0;
  /// 0: none.
  std::uint64_t badge = 0;
  Rights rights = all_rights;
  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};
struct Notification {
  ObjectId object = 0;
  /// 0: none.
  std::uint64_t badge = 0;
  Rights rights = all_rights;
  friend bool operator==(const Notification&, const Notification&) = default;
};
struct CNode {
  ObjectId object = 0;
  std::uint64_t guard = 0;
  /// In bits.
  std::uint8_t guard_size = 0;
  friend bool operator==(const CNode&, const CNode&) = default;
};
struct Tcb : Plain<1> {};
struct IrqHandler : Plain<2> {};
struct VCpu : Plain<3> {};
struct Frame {
  ObjectId object = 0;
  Rights rights = read_write;
  bool cached = true;
  /// Where a frame is mapped; without meaning on x86_64.
  bool executable = false;
  friend bool operator==(const Frame&, const Frame&) = default;
};
struct PageTable : Plain<4> {};
struct AsidPool : Plain<5> {};
struct IOSpace : Plain<6> {};
struct IOPageTable : Plain<7> {};
struct ArmIrqHandler : Plain<8> {};
struct IrqMsiHandler : Plain<9> {};
struct IrqIOApicHandler : Plain<10> {};
struct RiscvIrqHandler : Plain<11> {};
struct IOPorts : Plain<12> {};
struct SchedContext : Plain<13> {};
struct Reply : Plain<14> {};
struct ArmSmc : Plain<15> {};
struct DomainSet : Plain<16> {};

}  // namespace cap

using Cap = std::variant<cap::Untyped, cap::Endpoint, cap::Notification, cap::CNode, cap::Tcb,
                         cap::IrqHandler, cap::VCpu, cap::Frame, cap::PageTable, cap::AsidPool,
                         cap::IOSpace, cap::IOPageTable, cap::ArmIrqHandler, cap::IrqMsiHandler,
                         cap::IrqIOApicHandler, cap::RiscvIrqHandler, cap::IOPorts,
                         cap::SchedContext, cap::Reply, cap::ArmSmc, cap::DomainSet>;

/// The object that a capability names.
[[nodiscard]] inline ObjectId object_of(const Cap& cap) {
  return std::visit([](const auto& any) { return any.object; }, cap);
}

/// One capability in an object.
struct SlotEntry {
  SlotIndex slot = 0;
  Cap cap{};
  friend bool operator==(const SlotEntry&, const SlotEntry&) = default;
};

/// Slots of a Tcb object.
namespace tcb_slot {
inline constexpr SlotIndex cspace = 0;
inline constexpr SlotIndex vspace = 1;
inline constexpr SlotIndex ipc_buffer = 4;
/// MCS only.
inline constexpr SlotIndex fault_endpoint = 5;
/// MCS only.
inline constexpr SlotIndex sched_context = 6;
/// MCS only; neither badge nor less than all rights.
inline constexpr SlotIndex timeout_endpoint = 7;
inline constexpr SlotIndex bound_notification = 8;
inline constexpr SlotIndex vcpu = 9;
/// x86_64 only.
inline constexpr SlotIndex ept_root = 10;
}  // namespace tcb_slot

/// The slot of interrupt objects that holds a Notification.
inline constexpr SlotIndex irq_notification_slot = 0;

/// Bytes that a frame is filled with.
namespace fill {

/// Part of a file, looked for in the fill directories.
struct File {
  std::string file;
  std::uint64_t file_offset = 0;
  friend bool operator==(const File&, const File&) = default;
};
/// Bytes given here, as many as the range has. An addition to the JSON form: {"bytes": "<hex>"}.
struct Bytes {
  std::vector<std::byte> bytes{};
  friend bool operator==(const Bytes&, const Bytes&) = default;
};
/// What the kernel hands the initial thread besides its bootinfo structure.
enum class BootInfoId : std::uint8_t {
  Padding,
  X86Vbe,
  X86Mbmmap,
  X86AcpiRsdp,
  X86FrameBuffer,
  X86TscFreq,
  Fdt,
};
/// Such a chunk from `offset` on, its header of 16 bytes included, cut to the range; zeros if the
/// kernel hands over none.
struct BootInfo {
  BootInfoId id = BootInfoId::Padding;
  std::uint64_t offset = 0;
  friend bool operator==(const BootInfo&, const BootInfo&) = default;
};

using Content = std::variant<File, Bytes, BootInfo>;

}  // namespace fill

/// Fills [start, end) of a frame.
struct FillEntry {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  fill::Content content{};
  friend bool operator==(const FillEntry&, const FillEntry&) = default;
};

/// The kinds of objects.
namespace object {

struct Untyped {
  std::uint8_t size_bits = 0;
  std::optional<std::uint64_t> paddr{};
  friend bool operator==(const Untyped&, const Untyped&) = default;
};
struct Endpoint {
  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};
struct Notification {
  friend bool operator==(const Notification&, const Notification&) = default;
};
struct CNode {
  /// Of the number of slots.
  std::uint8_t size_bits = 0;
  std::vector<SlotEntry> slots{};
  friend bool operator==(const CNode&, const CNode&) = default;
};
struct TcbExtra {
  std::uint64_t ipc_buffer_addr = 0;
  /// The core.
  std::uint64_t affinity = 0;
  std::uint8_t prio = 0;
  std::uint8_t max_prio = 0;
  bool fpu_disabled = false;
  /// Whether the thread runs once all is set up.
  bool resume = false;
  std::optional<std::uint8_t> domain{};
  std::uint64_t ip = 0;
  std::uint64_t sp = 0;
  /// Arguments of the function at `ip`, in the registers of the C calling convention.
  std::vector<std::uint64_t> gprs{};
  /// Of kernels without MCS: the fault endpoint's address in the thread's own CSpace.
  std::optional<std::uint64_t> master_fault_ep{};
  friend bool operator==(const TcbExtra&, const TcbExtra&) = default;
};
struct Tcb {
  /// As tcb_slot says; cspace, vspace and ipc_buffer are needed.
  std::vector<SlotEntry> slots{};
  TcbExtra extra;
  friend bool operator==(const Tcb&, const Tcb&) = default;
};
/// An interrupt of the kind that needs nothing but its number.
struct Irq {
  std::vector<SlotEntry> slots{};
  friend bool operator==(const Irq&, const Irq&) = default;
};
struct VCpu {
  friend bool operator==(const VCpu&, const VCpu&) = default;
};
struct Frame {
  std::uint8_t size_bits = 12;
  std::optional<std::uint64_t> paddr{};
  /// Empty: zeros. In JSON: "init": {"entries": [...]}.
  std::vector<FillEntry> init{};
  friend bool operator==(const Frame&, const Frame&) = default;
};
struct PageTable {
  /// A table of an x86_64 guest's physical address space.
  bool x86_ept = false;
  /// A VSpace.
  bool is_root = false;
  /// Of a root: the level at which the walk starts. On x86_64 all tables say theirs.
  std::optional<std::uint8_t> level{};
  std::vector<SlotEntry> slots{};
  friend bool operator==(const PageTable&, const PageTable&) = default;
};
struct AsidPool {
  std::uint64_t high = 0;
  friend bool operator==(const AsidPool&, const AsidPool&) = default;
};
struct PciDevice {
  std::uint8_t bus = 0;
  std::uint8_t device = 0;
  std::uint8_t function = 0;
  friend bool operator==(const PciDevice&, const PciDevice&) = default;
};
/// What a PCI device can reach (x86_64 with IOMMU). Slot 0: the root IOPageTable of a 39-bit space;
/// slots 1 to 3: tables for kernels with more levels.
struct IOSpace {
  std::vector<SlotEntry> slots{};
  std::uint64_t domain_id = 0;
  PciDevice pci_device;
  friend bool operator==(const IOSpace&, const IOSpace&) = default;
};
struct IOPageTable {
  std::vector<SlotEntry> slots{};
  /// Under its root, which is 0.
  std::uint64_t level = 0;
  friend bool operator==(const IOPageTable&, const IOPageTable&) = default;
};
struct ArmIrqExtra {
  /// 0: level, otherwise edge.
  std::uint8_t trigger = 0;
  /// The core.
  std::uint64_t target = 0;
  friend bool operator==(const ArmIrqExtra&, const ArmIrqExtra&) = default;
};
struct ArmIrq {
  std::vector<SlotEntry> slots{};
  ArmIrqExtra extra;
  friend bool operator==(const ArmIrq&, const ArmIrq&) = default;
};
struct IrqMsiExtra {
  std::uint64_t handle = 0;
  std::uint64_t pci_bus = 0;
  std::uint64_t pci_dev = 0;
  std::uint64_t pci_func = 0;
  friend bool operator==(const IrqMsiExtra&, const IrqMsiExtra&) = default;
};
struct IrqMsi {
  std::vector<SlotEntry> slots{};
  IrqMsiExtra extra;
  friend bool operator==(const IrqMsi&, const IrqMsi&) = default;
};
struct IrqIOApicExtra {
  std::uint64_t ioapic = 0;
  std::uint64_t pin = 0;
  std::uint64_t level = 0;
  std::uint64_t polarity = 0;
  friend bool operator==(const IrqIOApicExtra&, const IrqIOApicExtra&) = default;
};
struct IrqIOApic {
  std::vector<SlotEntry> slots{};
  IrqIOApicExtra extra;
  friend bool operator==(const IrqIOApic&, const IrqIOApic&) = default;
};
struct RiscvIrqExtra {
  /// 0: level, otherwise edge.
  std::uint8_t trigger = 0;
  friend bool operator==(const RiscvIrqExtra&, const RiscvIrqExtra&) = default;
};
struct RiscvIrq {
  std::vector<SlotEntry> slots{};
  RiscvIrqExtra extra;
  friend bool operator==(const RiscvIrq&, const RiscvIrq&) = default;
};
/// x86_64.
struct IOPorts {
  std::uint64_t start_port = 0;
  /// The last one.
  std::uint64_t end_port = 0;
  friend bool operator==(const IOPorts&, const IOPorts&) = default;
};
struct SchedContextExtra {
  /// In microseconds.
  std::uint64_t period = 0;
  /// In microseconds.
  std::uint64_t budget = 0;
  std::uint64_t badge = 0;
  friend bool operator==(const SchedContextExtra&, const SchedContextExtra&) = default;
};
/// MCS only.
struct SchedContext {
  std::uint8_t size_bits = 0;
  SchedContextExtra extra;
  friend bool operator==(const SchedContext&, const SchedContext&) = default;
};
/// MCS only.
struct Reply {
  friend bool operator==(const Reply&, const Reply&) = default;
};
/// The right to make secure monitor calls, of which there is one.
struct ArmSmc {
  friend bool operator==(const ArmSmc&, const ArmSmc&) = default;
};
/// The right to decide on domains, of which there is one.
struct DomainSet {
  friend bool operator==(const DomainSet&, const DomainSet&) = default;
};

}  // namespace object

using Object =
    std::variant<object::Untyped, object::Endpoint, object::Notification, object::CNode,
                 object::Tcb, object::Irq, object::VCpu, object::Frame, object::PageTable,
                 object::AsidPool, object::IOSpace, object::IOPageTable, object::ArmIrq,
                 object::IrqMsi, object::IrqIOApic, object::RiscvIrq, object::IOPorts,
                 object::SchedContext, object::Reply, object::ArmSmc, object::DomainSet>;

/// The names of Object's alternatives, in their order.
inline constexpr const char* object_kind_names[] = {
    "Untyped",   "Endpoint",  "Notification", "CNode",        "Tcb",         "Irq",    "VCpu",
    "Frame",     "PageTable", "AsidPool",     "IOSpace",      "IOPageTable", "ArmIrq", "IrqMsi",
    "IrqIOApic", "RiscvIrq",  "IOPorts",      "SchedContext", "Reply",       "ArmSmc", "DomainSet"};
static_assert(std::size(object_kind_names) == std::variant_size_v<Object>);

/// The names of Cap's alternatives, in their order.
inline constexpr const char* cap_kind_names[] = {
    "Untyped",         "Endpoint",    "Notification",  "CNode",         "Tcb",
    "IrqHandler",      "VCpu",        "Frame",         "PageTable",     "AsidPool",
    "IOSpace",         "IOPageTable", "ArmIrqHandler", "IrqMsiHandler", "IrqIOApicHandler",
    "RiscvIrqHandler", "IOPorts",     "SchedContext",  "Reply",         "ArmSmc",
    "DomainSet"};
static_assert(std::size(cap_kind_names) == std::variant_size_v<Cap>);

/// The capabilities that an object holds; null for objects that hold none.
[[nodiscard]] inline const std::vector<SlotEntry>* slots_of(const Object& object) {
  return std::visit(
      [](const auto& any) -> const std::vector<SlotEntry>* {
        if constexpr (requires { any.slots; }) {
          return &any.slots;
        } else {
          return nullptr;
        }
      },
      object);
}

/// The physical address that an object asks for.
[[nodiscard]] inline std::optional<std::uint64_t> paddr_of(const Object& object) {
  return std::visit(
      [](const auto& any) -> std::optional<std::uint64_t> {
        if constexpr (requires { any.paddr; }) {
          return any.paddr;
        } else {
          return std::nullopt;
        }
      },
      object);
}

struct NamedObject {
  std::optional<std::string> name{};
  Object object;
  friend bool operator==(const NamedObject&, const NamedObject&) = default;
};

/// Makes `handler` (an interrupt object) the one of interrupt `irq`.
struct IrqEntry {
  std::uint64_t irq = 0;
  ObjectId handler = 0;
  friend bool operator==(const IrqEntry&, const IrqEntry&) = default;
};

/// Durations in a domain schedule.
struct Ticks {
  std::uint64_t count = 0;
  friend bool operator==(const Ticks&, const Ticks&) = default;
};
struct Microseconds {
  std::uint64_t count = 0;
  friend bool operator==(const Microseconds&, const Microseconds&) = default;
};
/// The schedule starts over here.
struct EndMarker {
  friend bool operator==(const EndMarker&, const EndMarker&) = default;
};
struct DomainEntry {
  std::uint8_t domain = 0;
  std::variant<Ticks, Microseconds, EndMarker> duration;
  friend bool operator==(const DomainEntry&, const DomainEntry&) = default;
};

/// Objects that are made from the Untyped object `parent`.
struct UntypedCover {
  ObjectId parent = 0;
  IdRange children;
  friend bool operator==(const UntypedCover&, const UntypedCover&) = default;
};

/// rust-sel4's cache of slots; read for its sake and not used.
struct OrigCapSlots {
  std::uint32_t num_occupied = 0;
  std::vector<std::optional<std::uint32_t>> offsets_by_object{};
  friend bool operator==(const OrigCapSlots&, const OrigCapSlots&) = default;
};

/// A whole system.
struct Spec {
  /// Of root objects first those with a physical address in ascending order, then the others from
  /// large to small (sort_objects() in order.hpp does it).
  std::vector<NamedObject> objects{};
  std::vector<IrqEntry> irqs{};
  std::optional<std::vector<DomainEntry>> domain_schedule{};
  /// Where the schedule starts, counted from the shift on.
  std::optional<std::uint64_t> domain_set_start{};
  /// Index of the schedule's first entry in the kernel's.
  std::optional<std::uint64_t> domain_idx_shift{};
  /// The AsidPool objects in the order in which they are made.
  std::vector<ObjectId> asid_slots{};
  /// The objects that are made from the kernel's untyped memory.
  IdRange root_objects;
  std::vector<UntypedCover> untyped_covers{};
  std::optional<OrigCapSlots> cached_orig_cap_slots{};
  std::optional<std::uint8_t> log_level{};
  friend bool operator==(const Spec&, const Spec&) = default;
};

/// "object 3 (tcb_hello)", as messages call it.
[[nodiscard]] std::string describe(const Spec& spec, ObjectId id);

}  // namespace sel4::capdl
