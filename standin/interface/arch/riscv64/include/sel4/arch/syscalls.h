// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// This architecture adds no system calls.
#include <sel4/syscalls.h>
