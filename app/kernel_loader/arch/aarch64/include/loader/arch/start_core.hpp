// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstdint>

namespace sel4::loader::arch {

/// Starts `core` at secondary_entry. Returns 0 or the firmware's negative error.
[[nodiscard]] std::int64_t start_core(payload::CoreStart method, const payload::Core& core);

}  // namespace sel4::loader::arch
