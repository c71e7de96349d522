// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "source_text.hpp"

namespace sel4::codegen {

/// Reads a bitfield file and adds its blocks and tagged unions to `bitfields`. Throws InputError
/// for what does not follow the grammar, for blocks that do not fill whole words of `word_bits`,
/// for fields that lie in two words and for unions whose members do not agree.
void read_bitfields(const SourceText& source, std::size_t word_bits, Bitfields& bitfields);

}  // namespace sel4::codegen
