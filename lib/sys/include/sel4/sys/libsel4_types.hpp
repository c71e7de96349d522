// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The types and constants that the kernel's prefix states in C headers: object types and sizes,
// error numbers, initial slots, layouts of bootinfo, IPC buffer and register files. Taken from
// there so that nothing about a kernel is typed in here. Only the type headers: no inline assembly,
// so that this also compiles for the host.

#pragma once

// Before libsel4's: debug configurations declare strcpy() in a way that clashes with a later
// <cstring>.
#include <cstring>

extern "C" {
#include <sel4/types.h>
// types.h comes first.
#include <sel4/bootinfo_types.h>
}
