// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// Message words of exceptions are in sel4/sel4_arch/constants.h.
#include <sel4/sel4_arch/constants.h>
