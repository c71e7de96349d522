// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "emit.hpp"

#include <string>
#include <vector>

namespace sel4::codegen {

/// Writes `text` to `path` unless the file has that text already: first to a file beside it, which
/// then takes its name. Makes the folders. Throws InputError.
void write_if_changed(const std::string& path, const std::string& text);

/// Makes an empty file at `path`, or gives the one that is there the present time. Throws
/// InputError.
void touch(const std::string& path);

/// Writes all of them below `directory`. Throws InputError.
void write_outputs(const std::string& directory, const std::vector<Output>& outputs);

/// A makefile rule by which `target` depends on `inputs`.
[[nodiscard]] std::string depfile_rule(const std::string& target,
                                       const std::vector<std::string>& inputs);

}  // namespace sel4::codegen
