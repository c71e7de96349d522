// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// Lookup levels depend on the word size: see sel4/sel4_arch/mapping.h.
