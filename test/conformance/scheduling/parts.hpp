// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/handler.hpp>

namespace sel4::conformance {

/// Budgets, periods and refills: who runs after whom. Never when.
void budgets(Scratch& scratch);

}  // namespace sel4::conformance
