// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/model.hpp>

#include <string>
#include <string_view>

/// The JSON form of specifications: that of rust-sel4's tools, and {"bytes": "<hex>"} as content of
/// a fill. Host only.
namespace sel4::capdl {

/// Reads a specification; `name` is what messages call the input. Unknown, missing and repeated
/// keys, wrong types and numbers out of range are errors that say where
/// ("$.objects[3].object.Tcb"). What the numbers mean is not looked at: that is validate().
[[nodiscard]] Outcome<Spec> read_json(const std::string& name, std::string_view text);

/// Writes a specification, one object to a line.
[[nodiscard]] std::string write_json(const Spec& spec);

}  // namespace sel4::capdl
