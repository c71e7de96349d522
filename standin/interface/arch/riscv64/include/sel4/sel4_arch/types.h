// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// The types of this architecture do not depend on the word size; they are in sel4/arch/types.h.
#include <sel4/simple_types.h>
