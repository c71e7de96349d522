// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/target_info.hpp>
#include <sel4/elf/file.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace sel4::capdl {

/// What the initializer in an ELF file says of itself and of the kernel that it was built for.
[[nodiscard]] Outcome<TargetInfo> read_target(const std::string& name,
                                              std::span<const std::byte> initializer_elf);

/// Where in the file the `size` bytes of a variable are. Errors: no such symbol, or more than one;
/// another size; not in the file, as .bss is.
[[nodiscard]] Outcome<std::uint64_t> find_in_file(const std::string& name, const elf::File& file,
                                                  const char* symbol, std::uint64_t size);

}  // namespace sel4::capdl
