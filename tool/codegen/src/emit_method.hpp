// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "writer.hpp"

#include <cstddef>
#include <string>

namespace sel4::codegen {

/// The function of an invocation that the kernel has.
void emit_method(Writer& out, const Method& method, std::size_t word_bits);

/// A declaration in place of an invocation that the kernel does not have for want of `needed`.
void emit_missing_method(Writer& out, const Method& method, const std::string& needed);

}  // namespace sel4::codegen
