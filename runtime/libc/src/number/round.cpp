// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "round_double.hpp"

extern "C" double ceil(double value) noexcept {
  const double cut = sel4::libc::cut_fraction(value);
  return value > cut ? cut + 1.0 : cut;
}

extern "C" float ceilf(float value) noexcept { return static_cast<float>(ceil(value)); }

extern "C" double floor(double value) noexcept {
  const double cut = sel4::libc::cut_fraction(value);
  return value < cut ? cut - 1.0 : cut;
}

extern "C" float floorf(float value) noexcept { return static_cast<float>(floor(value)); }

extern "C" double trunc(double value) noexcept { return sel4::libc::cut_fraction(value); }
