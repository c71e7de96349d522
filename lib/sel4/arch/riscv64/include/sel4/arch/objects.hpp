// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// All that only this architecture has.
#include <sel4/arch/frames.hpp>
