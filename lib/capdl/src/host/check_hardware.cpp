// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "validate.hpp"

namespace sel4::capdl::detail {

namespace {

constexpr std::uint64_t last_port = 0xffff;
// A domain's duration and its number share a word in the kernel.
constexpr std::uint64_t most_ticks = std::uint64_t{1} << 56;
constexpr std::uint64_t us_per_second = 1'000'000;

/// One field's bound.
struct Bound {
  const char* field;
  std::uint64_t value;
  std::uint64_t most;
};

Outcome<> check_bounds(const std::string& what, std::initializer_list<Bound> bounds) {
  for (const Bound& bound : bounds) {
    if (bound.value > bound.most) {
      return fail(what, bound.field,
                  "is " + std::to_string(bound.value) + ", but at most " +
                      std::to_string(bound.most) + " is possible");
    }
  }
  return {};
}

Outcome<> check_arch(const Spec& spec, ObjectId id, const TargetInfo& target, Arch arch) {
  if (target.arch == arch) return {};
  return fail(describe(spec, id), {},
              std::string("this kernel's architecture has no objects of kind ") +
                  object_kind_names[spec.objects[id].object.index()]);
}

Outcome<> check_device(const Spec& spec, ObjectId id, const TargetInfo& target) {
  const Object& object = spec.objects[id].object;
  const std::string what = describe(spec, id);
  if (const auto* arm = std::get_if<object::ArmIrq>(&object)) {
    SEL4_CAPDL_TRY(check_arch(spec, id, target, Arch::aarch64));
    return check_bounds(what, {{"extra.trigger", arm->extra.trigger, 1},
                               {"extra.target", arm->extra.target, target.cores - 1}});
  }
  if (const auto* riscv = std::get_if<object::RiscvIrq>(&object)) {
    SEL4_CAPDL_TRY(check_arch(spec, id, target, Arch::riscv64));
    return check_bounds(what, {{"extra.trigger", riscv->extra.trigger, 1}});
  }
  if (const auto* msi = std::get_if<object::IrqMsi>(&object)) {
    SEL4_CAPDL_TRY(check_arch(spec, id, target, Arch::x86_64));
    return check_bounds(what, {{"extra.pci_bus", msi->extra.pci_bus, 255},
                               {"extra.pci_dev", msi->extra.pci_dev, 31},
                               {"extra.pci_func", msi->extra.pci_func, 7},
                               {"extra.handle", msi->extra.handle, 0xffff'ffff}});
  }
  if (const auto* ioapic = std::get_if<object::IrqIOApic>(&object)) {
    SEL4_CAPDL_TRY(check_arch(spec, id, target, Arch::x86_64));
    return check_bounds(what, {{"extra.ioapic", ioapic->extra.ioapic, 255},
                               {"extra.pin", ioapic->extra.pin, 255},
                               {"extra.level", ioapic->extra.level, 1},
                               {"extra.polarity", ioapic->extra.polarity, 1}});
  }
  if (const auto* ports = std::get_if<object::IOPorts>(&object)) {
    SEL4_CAPDL_TRY(check_arch(spec, id, target, Arch::x86_64));
    SEL4_CAPDL_TRY(check_bounds(what, {{"start_port", ports->start_port, last_port},
                                       {"end_port", ports->end_port, last_port}}));
    if (ports->start_port > ports->end_port) {
      return fail(
          what, "end_port",
          "is " + hex(ports->end_port) + ", less than start_port, " + hex(ports->start_port));
    }
    return {};
  }
  if (const auto* space = std::get_if<object::IOSpace>(&object)) {
    if (target.iommu == 0) {
      return fail(what, {}, "this kernel has no I/O spaces", "use an x86_64 kernel with IOMMU");
    }
    return check_bounds(what, {{"domain_id", space->domain_id, 0xffff},
                               {"pci_device.device", space->pci_device.device, 31},
                               {"pci_device.function", space->pci_device.function, 7}});
  }
  if (std::holds_alternative<object::ArmSmc>(object) && target.smc == 0) {
    return fail(what, {}, "this kernel has no capability for secure monitor calls",
                "configure it with KernelAllowSMCCalls");
  }
  return {};
}

Outcome<> check_duration(const std::string& where, const DomainEntry& entry,
                         const TargetInfo& target) {
  if (const auto* ticks = std::get_if<Ticks>(&entry.duration)) {
    if (ticks->count == 0)
      return fail(where, "duration", "is 0 ticks", "EndMarker ends a schedule");
    if (ticks->count >= most_ticks) return fail(where, "duration", "is 2^56 ticks or more");
    return {};
  }
  const auto* us = std::get_if<Microseconds>(&entry.duration);
  if (us == nullptr) return {};
  if (us->count == 0) {
    return fail(where, "duration", "is 0 microseconds", "EndMarker ends a schedule");
  }
  if (target.tick_us != 0) {
    if (us->count % target.tick_us != 0) {
      return fail(where, "duration",
                  "is " + std::to_string(us->count) + " us, which is no multiple of the tick of " +
                      std::to_string(target.tick_us) + " us");
    }
    return {};
  }
  if (target.ticks_per_second != 0 &&
      us->count / us_per_second >= most_ticks / target.ticks_per_second) {
    return fail(where, "duration", "is 2^56 ticks or more");
  }
  return {};
}

Outcome<> check_domains(const Spec& spec, const TargetInfo& target) {
  if (!spec.domain_schedule) return {};
  const std::vector<DomainEntry>& schedule = *spec.domain_schedule;
  const std::uint64_t shift = spec.domain_idx_shift.value_or(0);
  if (shift > target.domain_schedule_entries ||
      schedule.size() > target.domain_schedule_entries - shift) {
    return fail(
        "domain_schedule", {},
        std::to_string(schedule.size()) + " entries from index " + std::to_string(shift) +
            " on, but the kernel has " + std::to_string(target.domain_schedule_entries),
        "configure it with KernelNumDomainSchedules=" + std::to_string(shift + schedule.size()));
  }
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    const std::string where = "domain_schedule[" + std::to_string(i) + "]";
    if (schedule[i].domain >= target.domains) {
      return fail(where, "domain",
                  "is " + std::to_string(schedule[i].domain) + ", but the kernel has " +
                      std::to_string(target.domains) + " domains",
                  "configure it with KernelNumDomains=" + std::to_string(schedule[i].domain + 1));
    }
    SEL4_CAPDL_TRY(check_duration(where, schedule[i], target));
  }
  if (spec.domain_set_start) {
    const std::uint64_t start = *spec.domain_set_start;
    if (start >= schedule.size()) {
      return fail("domain_set_start", {},
                  "is " + std::to_string(start) + ", but the schedule has " +
                      std::to_string(schedule.size()) + " entries");
    }
    if (std::holds_alternative<EndMarker>(schedule[start].duration)) {
      return fail("domain_set_start", {}, "names an EndMarker");
    }
  }
  return {};
}

}  // namespace

Outcome<> check_hardware(const Spec& spec, const TargetInfo& target) {
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    SEL4_CAPDL_TRY(check_device(spec, id, target));
  }
  return check_domains(spec, target);
}

}  // namespace sel4::capdl::detail
