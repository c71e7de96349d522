// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "source_text.hpp"

#include <vector>

namespace sel4::codegen {

/// Reads the interface files, in the order in which the kernel numbers them: object-api.xml,
/// object-api-sel4-arch.xml, object-api-arch.xml. Types of parameters may come from any of them and
/// from `bitfields`. Interfaces that several files extend are joined. Throws InputError.
[[nodiscard]] Api read_interfaces(const std::vector<SourceText>& sources, const Config& config,
                                  const Bitfields& bitfields, std::size_t word_bits);

}  // namespace sel4::codegen
