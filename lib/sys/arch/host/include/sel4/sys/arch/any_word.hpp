// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::sys {

/// A word whose value does not matter. On the host always the same, so that runs repeat and memory
/// checkers see a defined value.
[[nodiscard]] constexpr Word any_word() noexcept { return 0; }

}  // namespace sel4::sys
