// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/spec.hpp>

#include <string>
#include <unordered_map>
#include <utility>

/// How a specification is put together. Names of objects are those that reports and pictures show.
namespace sel4::mk {

/// Slots of a domain's CNode, as libmicrokit knows them.
namespace slot {
inline constexpr std::uint32_t input = 1;
inline constexpr std::uint32_t fault_endpoint = 2;
inline constexpr std::uint32_t vspace = 3;
inline constexpr std::uint32_t reply = 4;
inline constexpr std::uint32_t monitor_endpoint = 5;
inline constexpr std::uint32_t own_tcb = 6;
inline constexpr std::uint32_t smc = 7;
inline constexpr std::uint32_t output_notifications = 10;
inline constexpr std::uint32_t output_endpoints = 74;
inline constexpr std::uint32_t irqs = 138;
inline constexpr std::uint32_t child_tcbs = 202;
inline constexpr std::uint32_t vm_tcbs = 266;
inline constexpr std::uint32_t vcpus = 330;
inline constexpr std::uint32_t io_ports = 394;
}  // namespace slot

/// Slots of the monitor's CNode.
namespace monitor_slot {
inline constexpr std::uint32_t fault_endpoint = 1;
inline constexpr std::uint32_t reply = 2;
inline constexpr std::uint32_t tcbs = 10;
inline constexpr std::uint32_t vm_tcbs = 74;
inline constexpr std::uint32_t sched_contexts = 138;
inline constexpr std::uint32_t notifications = 202;
}  // namespace monitor_slot

/// A domain's CNodes have 2^6 and 2^9 slots; the second lies in slot 0 of the first.
inline constexpr std::uint8_t root_cnode_bits = 6;
inline constexpr std::uint8_t cnode_bits = 9;
inline constexpr std::uint8_t sched_context_bits = 8;
inline constexpr std::uint64_t sched_context_badge = 0x100;
inline constexpr std::uint64_t fault_badge = std::uint64_t{1} << 62;
inline constexpr std::uint64_t call_badge = std::uint64_t{1} << 63;

/// What others need of a domain's objects.
struct DomainObjects {
  capdl::ObjectId tcb = 0;
  capdl::ObjectId vspace = 0;
  capdl::ObjectId root_cnode = 0;
  capdl::ObjectId cnode = 0;
  capdl::ObjectId notification = 0;
  capdl::ObjectId endpoint = 0;
  capdl::ObjectId sched_context = 0;
};

/// Collects objects; ids hold until sort().
class SpecBuilder {
 public:
  SpecBuilder(const Target& target_of, const System& described, const std::vector<Program>& patched)
      : target(target_of), system(described), programs(patched) {}

  capdl::ObjectId add(std::string name, capdl::Object object);
  /// A frame of zeros of 4 KiB.
  capdl::ObjectId add_frame(std::string name);
  void put(capdl::ObjectId holder, std::uint32_t slot, capdl::Cap cap);
  template <class T>
  T& get(capdl::ObjectId id) {
    return std::get<T>(spec.objects[id].object);
  }

  void add_monitor();
  void add_regions();
  void add_domain(std::size_t index);
  void add_channels();
  void add_io_spaces();
  void add_cap_maps();
  void add_plan();
  void sort();

  const Target& target;
  const System& system;
  const std::vector<Program>& programs;
  capdl::Spec spec;

 private:
  void add_irq(std::size_t index, const Irq& irq, const DomainObjects& objects);
  void add_vm(std::size_t index, const DomainObjects& objects);
  void add_vcpu(std::size_t index, std::size_t vcpu, const DomainObjects& objects,
                capdl::ObjectId vspace);

  std::vector<DomainObjects> domains_;
  DomainObjects monitor_;
  std::vector<std::vector<capdl::ObjectId>> region_frames_;
  capdl::ObjectId smc_ = 0;
  std::uint32_t vcpu_count_ = 0;

  friend class AddressSpace;
};

/// The tables of one address space, made when something is mapped.
class AddressSpace {
 public:
  enum class Kind : std::uint8_t { program, ept, io };

  /// Of a program or a guest.
  AddressSpace(SpecBuilder& builder, std::string name, Kind kind);
  /// Of a device.
  AddressSpace(SpecBuilder& builder, const IoSpace& space);

  [[nodiscard]] capdl::ObjectId root() const { return root_; }
  void map(std::uint64_t address, std::uint64_t page_size, capdl::cap::Frame frame);
  /// A program's segments.
  void map_program(const Program& program);
  void map_region(const Map& map, const std::vector<capdl::ObjectId>& frames,
                  std::uint64_t page_size);

 private:
  capdl::ObjectId table(std::uint8_t level, std::uint64_t address);
  capdl::ObjectId add_table(std::uint8_t level, std::string name);
  void link(capdl::ObjectId parent, std::uint32_t slot, capdl::ObjectId child);
  [[nodiscard]] std::uint8_t shift(std::uint8_t level) const;
  [[nodiscard]] std::string level_name(std::uint8_t level) const;

  SpecBuilder& builder_;
  std::string name_;
  Kind kind_;
  std::uint8_t levels_;
  std::uint8_t root_level_;
  capdl::ObjectId root_ = 0;
  /// By level and the bits of the address above it.
  std::unordered_map<std::uint64_t, capdl::ObjectId> tables_;
};

inline constexpr Permissions read_write{.read = true, .write = true};

[[nodiscard]] inline capdl::cap::Frame frame_cap(capdl::ObjectId object, Permissions permissions,
                                                 bool cached = true) {
  return {.object = object,
          .rights = {.read = permissions.read, .write = permissions.write},
          .cached = cached,
          .executable = permissions.execute};
}

[[nodiscard]] inline capdl::cap::Endpoint endpoint_cap(capdl::ObjectId object,
                                                       std::uint64_t badge) {
  return {.object = object,
          .badge = badge,
          .rights = {.read = true, .write = true, .grant = true, .grant_reply = false}};
}

[[nodiscard]] inline capdl::cap::Notification notification_cap(capdl::ObjectId object,
                                                               std::uint64_t badge) {
  return {.object = object, .badge = badge, .rights = capdl::read_write};
}

/// A capability that has nothing but its object.
template <class T>
[[nodiscard]] T plain_cap(capdl::ObjectId object) {
  T cap;
  cap.object = object;
  return cap;
}

}  // namespace sel4::mk
