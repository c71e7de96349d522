// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "validate.hpp"

#include <sel4/capdl/validate.hpp>

namespace sel4::capdl {

namespace {

using detail::hex;

bool inside(const std::vector<PhysicalRange>& ranges, std::uint64_t start, std::uint64_t last) {
  for (const PhysicalRange& range : ranges) {
    if (start >= range.start && last < range.end) return true;
  }
  return false;
}

Outcome<> check_platform(const Spec& spec, const TargetInfo& target, const PlatformMemory& platform,
                         const detail::Depths& depths) {
  std::uint64_t available = 0;
  for (const PhysicalRange& range : platform.memory) available += range.end - range.start;
  for (ObjectId id = spec.root_objects.start; id < spec.root_objects.end; ++id) {
    const auto paddr = paddr_of(spec.objects[id].object);
    if (!paddr) continue;
    const auto needs = detail::blueprint(spec, target, depths, id);
    const std::uint64_t last = *paddr + ((std::uint64_t{1} << needs->size_bits) - 1);
    if (!inside(platform.memory, *paddr, last) && !inside(platform.devices, *paddr, last)) {
      return fail(describe(spec, id), "paddr",
                  hex(*paddr) + " to " + hex(last) +
                      " is not inside one range of the platform's memory or devices");
    }
  }
  const std::uint64_t needed = memory_needed(spec, target);
  if (needed > available) {
    return fail(
        "objects", {},
        "together they take " + hex(needed) + " bytes, but the platform has " + hex(available));
  }
  return {};
}

}  // namespace

std::uint64_t memory_needed(const Spec& spec, const TargetInfo& target) {
  const auto depths = detail::table_depths(spec, target);
  if (!depths) return 0;
  std::uint64_t bytes = 0;
  for (ObjectId id = spec.root_objects.start; id < spec.root_objects.end; ++id) {
    // What has an address may be a device.
    if (paddr_of(spec.objects[id].object)) continue;
    if (const auto needs = detail::blueprint(spec, target, *depths, id)) {
      bytes += std::uint64_t{1} << needs->size_bits;
    }
  }
  return bytes;
}

Outcome<> validate(const Spec& spec, const TargetInfo& target, const PlatformMemory* platform) {
  SEL4_CAPDL_TRY(check_references(spec));
  const detail::Depths depths = SEL4_CAPDL_TRY(detail::table_depths(spec, target));
  SEL4_CAPDL_TRY(detail::check_objects(spec, target, depths));
  SEL4_CAPDL_TRY(detail::check_threads(spec, target));
  SEL4_CAPDL_TRY(detail::check_hardware(spec, target));
  if (platform != nullptr) return check_platform(spec, target, *platform, depths);
  return {};
}

}  // namespace sel4::capdl
