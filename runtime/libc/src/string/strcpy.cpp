// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

extern "C" char* strcpy(char* __restrict to, const char* __restrict from) noexcept {
  char* out = to;
  while ((*out++ = *from++) != '\0') {
  }
  return to;
}
