// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include "composer.hpp"

#include <optional>
#include <string>

namespace capdl_test {

/// A program for the threads of a system.
struct Program {
  std::string file;
  sel4::elf::File elf;
};

/// The system of this name, or nothing. `count` is of what it has many of.
[[nodiscard]] std::optional<Spec> make_system(const std::string& name, const Target& target,
                                              const Program& program, std::uint32_t count);

}  // namespace capdl_test
