// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <sel4/base/panic.hpp>

void provoke() { sel4::panic("the reason", "with a detail"); }
