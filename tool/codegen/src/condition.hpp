// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "xml.hpp"

namespace sel4::codegen {

/// Reads the <condition> of `node`, if it has one, and evaluates it. Conditions are made of
/// `config`, `not`, `and` and `or`; a configuration variable that does not exist is false, as for
/// the kernel's preprocessor. Throws InputError.
[[nodiscard]] Condition read_condition(const XmlFile& file, pugi::xml_node node,
                                       const Config& config);

}  // namespace sel4::codegen
