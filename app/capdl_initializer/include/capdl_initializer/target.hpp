// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/target_info.hpp>
#include <sel4/patchable.hpp>

extern "C" {
/// What the packing tool reads.
extern const sel4::capdl::TargetInfo sel4_capdl_target;
/// What the packing tool fills in.
extern const sel4::Patchable<sel4::capdl::Location> sel4_capdl_location;
}
