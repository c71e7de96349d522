// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/model.hpp>
#include <sel4/capdl/target_info.hpp>

#include <cstdint>
#include <vector>

/// Finds what would fail at boot, or silently be wrong, before anything is packed. Host only.
namespace sel4::capdl {

/// A physical range, half open.
struct PhysicalRange {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
};

/// The physical memory of a platform, as the kernel's build describes it.
struct PlatformMemory {
  std::vector<PhysicalRange> memory{};
  std::vector<PhysicalRange> devices{};
};

/// What does not depend on a kernel: ids, kinds of capabilities and their objects, slots that are
/// given twice, names, who is made from what.
[[nodiscard]] Outcome<> check_references(const Spec& spec);

/// Everything: check_references(), and sizes, levels, threads, interrupts, domains and whatever
/// else `target` bounds. With `platform`, physical addresses and the sum of all objects are
/// compared with the memory that there is.
[[nodiscard]] Outcome<> validate(const Spec& spec, const TargetInfo& target,
                                 const PlatformMemory* platform = nullptr);

/// The bytes that all objects together take.
[[nodiscard]] std::uint64_t memory_needed(const Spec& spec, const TargetInfo& target);

}  // namespace sel4::capdl
