// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

/// Serves events for ever; after the domain's init().
__attribute__((noreturn)) void microkit_internal_loop(void);
