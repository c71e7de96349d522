// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"

#include <string>

namespace sel4::codegen {

/// Of all methods of one function, one becomes the function: the enabled one, or the first. Whether
/// it is this one.
[[nodiscard]] bool is_chosen(const Interface& interface, const Method& method);

/// What must hold for any method of this function to be there.
[[nodiscard]] std::string needed(const Interface& interface, const Method& method);

/// Whether one of the methods of this function has no condition, or one has the opposite of
/// another's.
[[nodiscard]] bool is_everywhere(const Interface& interface, const Method& method);

}  // namespace sel4::codegen
