// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/model.hpp>
#include <sel4/mk/target.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A system as its description says, references resolved. Spans point into the description.
namespace sel4::mk {

/// Limits and defaults of the system description format.
namespace limit {
/// Of channels, interrupts, children and virtual CPUs.
inline constexpr std::uint64_t highest_id = 61;
inline constexpr std::size_t domains = 63;
inline constexpr std::size_t name_length = 64;
inline constexpr std::uint64_t highest_priority = 254;
inline constexpr std::uint64_t default_budget_us = 1000;
inline constexpr std::uint64_t default_stack = 0x2000;
inline constexpr std::uint64_t smallest_stack = 0x1000;
inline constexpr std::uint64_t largest_stack = 0x100'0000;
/// Slots 1 to 127 of a domain's root CNode are given names; the CNode has 64.
inline constexpr std::uint64_t cap_slots = 128;
inline constexpr std::uint64_t usable_cap_slots = 64;
inline constexpr std::uint64_t highest_x86_vector = 107;
/// One past the highest address of a device's address space.
inline constexpr std::uint64_t io_address_end = std::uint64_t{1} << 39;
}  // namespace limit

inline constexpr const char* monitor_name = "monitor";

/// What a mapping allows.
struct Permissions {
  bool read = false;
  bool write = false;
  bool execute = false;
};

/// A memory region in an address space.
struct Map {
  std::string region_name;
  std::size_t region = 0;
  std::uint64_t address = 0;
  Permissions permissions;
  bool cached = true;
  Span span;
  Span region_span;
  Span address_span;
  Span permissions_span;
};

struct MemoryRegion {
  std::string name;
  std::uint64_t size = 0;
  std::uint64_t page_size = small_page;
  /// The description chose it.
  bool page_size_given = false;
  /// Given by the description, or by the tool for domains that ask for the address.
  std::optional<std::uint64_t> phys;
  /// The description did not give the address, but a domain wants to know it.
  bool place_by_tool = false;
  bool prefilled = false;
  std::vector<std::byte> prefill;
  std::optional<capdl::fill::BootInfoId> bootinfo;
  Span span;
  Span phys_span;

  [[nodiscard]] std::uint64_t page_count() const { return size / page_size; }
};

struct PlainIrq {
  std::uint64_t number = 0;
  bool edge = false;
};
struct IoApicIrq {
  std::uint64_t ioapic = 0;
  std::uint64_t pin = 0;
  bool level = true;
  bool low = false;
  std::uint64_t vector = 0;
};
struct MsiIrq {
  capdl::object::PciDevice device;
  std::uint64_t handle = 0;
  std::uint64_t vector = 0;
};

struct Irq {
  std::uint64_t id = 0;
  std::variant<PlainIrq, IoApicIrq, MsiIrq> kind;
  Span span;
  Span id_span;

  /// What may be there once in a system only: the number, on x86_64 the vector.
  [[nodiscard]] std::uint64_t number() const;
};

struct IoPort {
  std::uint64_t id = 0;
  std::uint64_t address = 0;
  std::uint64_t size = 0;
  Span span;
  Span id_span;
};

/// A variable of a program that gets its value from the tool.
struct SetVar {
  struct RegionSize {};
  struct PrefillSize {};
  struct RegionPhys {};
  std::string symbol;
  /// A value that is known, or what of a region.
  std::variant<std::uint64_t, RegionSize, PrefillSize, RegionPhys> value;
  std::string region_name;
  std::size_t region = 0;
  Span span;
  Span region_span;
};

struct CapMap {
  enum class Type : std::uint8_t { tcb, sched_context, vspace };
  Type type = Type::tcb;
  std::uint64_t slot = 0;
  std::string domain_name;
  std::size_t domain = 0;
  Span span;
  Span slot_span;
  Span domain_span;
};

struct Scheduling {
  std::uint8_t priority = 0;
  std::uint64_t budget_us = limit::default_budget_us;
  std::uint64_t period_us = limit::default_budget_us;
  bool budget_given = false;
};

struct VirtualCpu {
  std::uint64_t id = 0;
  std::optional<std::uint32_t> cpu;
  Span span;
};

struct VirtualMachine {
  std::string name;
  Scheduling scheduling;
  std::vector<VirtualCpu> vcpus;
  std::vector<Map> maps;
  Span span;
};

struct ProtectionDomain {
  std::string name;
  Scheduling scheduling;
  bool passive = false;
  std::uint64_t stack_size = limit::default_stack;
  bool smc = false;
  std::uint32_t cpu = 0;
  std::optional<std::uint8_t> domain;
  bool fpu = true;
  std::string image;
  std::string image_for_symbols;
  std::vector<Map> maps;
  std::vector<Irq> irqs;
  std::vector<IoPort> ports;
  std::vector<SetVar> variables;
  std::vector<CapMap> caps;
  std::optional<VirtualMachine> vm;
  /// Of a child: its place in System::domains and its number there.
  std::optional<std::size_t> parent;
  std::uint64_t id = 0;
  bool has_children = false;
  Span span;
  Span name_span;
  Span image_span;
  Span id_span;
};

struct ChannelEnd {
  std::string domain_name;
  std::size_t domain = 0;
  std::uint64_t id = 0;
  bool notify = true;
  bool call = false;
  std::string variable;
  Span span;
  Span domain_span;
  Span id_span;
};

struct Channel {
  ChannelEnd a;
  ChannelEnd b;
  Span span;
};

/// What a device of an x86_64 machine can reach.
struct IoSpace {
  std::string name;
  capdl::object::PciDevice device;
  std::uint64_t domain_id = 0;
  std::vector<Map> maps;
  Span span;
};

/// Scheduling domains of the kernel; nothing to do with protection domains.
struct DomainPlan {
  struct Entry {
    std::string name;
    std::uint8_t id = 0;
    Span span;
  };
  std::vector<Entry> domains;
  std::vector<capdl::DomainEntry> schedule;
  std::uint64_t start_index = 0;
  std::optional<std::uint64_t> index_shift;

  [[nodiscard]] bool given() const { return !domains.empty(); }
};

struct System {
  /// Children right behind their parents.
  std::vector<ProtectionDomain> domains;
  std::vector<MemoryRegion> regions;
  std::vector<Channel> channels;
  std::vector<IoSpace> io_spaces;
  DomainPlan plan;

  /// Whether others send it messages: callers, children or a virtual machine.
  [[nodiscard]] bool needs_endpoint(std::size_t domain) const;
};

/// Where programs and data are looked for.
class SearchPath {
 public:
  explicit SearchPath(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  /// The first file of that name; absolute names are taken as they are.
  [[nodiscard]] std::optional<std::string> find(const std::string& name) const;
  /// Everything that find() looked at, for messages.
  [[nodiscard]] std::string tried(const std::string& name) const;

 private:
  std::vector<std::string> folders_;
};

/// Reads and checks a description. Nothing if there were errors.
[[nodiscard]] std::optional<System> read_system(const Source& source, const Target& target,
                                                const SearchPath& search, Diagnostics& diagnostics);

/// Warns of what works and hurts: see warnings.cpp.
void warn(const Source& source, const Target& target, const System& system,
          Diagnostics& diagnostics);

}  // namespace sel4::mk
