// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include "resolve.hpp"

/// The parts of validate(). All rely on check_references().
namespace sel4::capdl::detail {

/// Sizes, kinds that the kernel has, contents of frames, guards.
[[nodiscard]] Outcome<> check_objects(const Spec& spec, const TargetInfo& target,
                                      const Depths& depths);
/// Threads and scheduling contexts.
[[nodiscard]] Outcome<> check_threads(const Spec& spec, const TargetInfo& target);
/// Interrupts, I/O ports, devices, domains.
[[nodiscard]] Outcome<> check_hardware(const Spec& spec, const TargetInfo& target);

}  // namespace sel4::capdl::detail
