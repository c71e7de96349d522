// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parse_float.hpp"

extern "C" double strtod(const char* __restrict text, char** __restrict end) noexcept {
  return sel4::libc::parse_float<double>(text, end);
}

extern "C" float strtof(const char* __restrict text, char** __restrict end) noexcept {
  return sel4::libc::parse_float<float>(text, end);
}
