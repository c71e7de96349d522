// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/target_info.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace sel4::capdl {

/// What the initializer in an ELF file says of itself and of the kernel that it was built for.
[[nodiscard]] Outcome<TargetInfo> read_target(const std::string& name,
                                              std::span<const std::byte> initializer_elf);

}  // namespace sel4::capdl
