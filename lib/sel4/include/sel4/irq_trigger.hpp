// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4 {

/// How a device raises its interrupt (seL4 manual, "IRQ Control - Get IRQ Handler with Trigger
/// Type").
enum class IrqTrigger : Word { level = 0, edge = 1 };

}  // namespace sel4
