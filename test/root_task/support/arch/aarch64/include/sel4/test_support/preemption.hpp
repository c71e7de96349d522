// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

namespace sel4::test {

/// Whether MCS kernels end a budget on time on this processor.
[[nodiscard]] constexpr bool budgets_end_on_time() noexcept { return true; }

}  // namespace sel4::test
