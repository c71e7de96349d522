// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <string_view>

namespace sel4::detail {

/// Where output goes as long as nobody has set a sink.
void print_by_default(std::string_view text) noexcept;

}  // namespace sel4::detail
