// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "round_double.hpp"

extern "C" double ceil(double value) noexcept {
  const double cut = sel4::libc::cut_fraction(value);
  return value > cut ? cut + 1.0 : cut;
}
