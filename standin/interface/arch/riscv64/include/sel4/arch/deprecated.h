// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// This architecture has no deprecated names that do not depend on the word size.
#include <sel4/config.h>
