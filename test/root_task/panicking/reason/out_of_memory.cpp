// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

void provoke() { opaque(new char[opaque<std::size_t>(123'456'789)]); }
