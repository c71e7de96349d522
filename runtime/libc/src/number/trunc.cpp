// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "round_double.hpp"

extern "C" double trunc(double value) noexcept { return sel4::libc::cut_fraction(value); }
