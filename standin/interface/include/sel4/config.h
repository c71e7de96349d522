// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// Every kernel option as a CONFIG_ macro.
#include <autoconf.h>
