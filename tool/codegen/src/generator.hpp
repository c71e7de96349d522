// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "emit.hpp"

#include <string>
#include <vector>

namespace sel4::codegen {

struct Generated {
  std::vector<Output> outputs;
  /// libsel4's interfaces/sel4_client.h.
  std::string c_client;
  /// The paths of all files that were read.
  std::vector<std::string> inputs;
};

/// Reads the interface of a kernel, from the first of `include_dirs` that has each file, and
/// appends the paths of all files that were read to `paths`. Throws InputError.
[[nodiscard]] Inputs read_inputs(const std::vector<std::string>& include_dirs,
                                 std::vector<std::string>& paths);

/// read_inputs(), and all headers made from it. Writes nothing. Throws InputError.
[[nodiscard]] Generated generate(const std::vector<std::string>& include_dirs);

}  // namespace sel4::codegen
