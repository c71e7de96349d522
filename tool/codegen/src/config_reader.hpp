// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "source_text.hpp"

namespace sel4::codegen {

/// Adds the entries of a gen_config.json to `config`: one object whose values are booleans or
/// strings. A string that is a decimal or 0x number becomes a number. Throws InputError.
void read_config(const SourceText& source, Config& config);

}  // namespace sel4::codegen
