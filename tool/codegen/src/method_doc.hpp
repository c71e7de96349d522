// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "writer.hpp"

#include <string>

namespace sel4::codegen {

/// `text` as a sentence: a capital first, a full stop last.
[[nodiscard]] std::string sentence(std::string text);

/// The documentation comment of a method's C++ function; `takes_ipc` if it names its first
/// parameter.
void emit_doc(Writer& out, const Method& method, bool takes_ipc);

/// The documentation comment of a method's C function.
void emit_c_doc(Writer& out, const Method& method);

}  // namespace sel4::codegen
