// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "writer.hpp"

namespace sel4::codegen {

/// The enumeration of a tagged union's tags, the variant of its members and its class.
void emit_union(Writer& out, const TaggedUnion& tagged, const Bitfields& bitfields);

}  // namespace sel4::codegen
