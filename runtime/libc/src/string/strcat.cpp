// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

extern "C" char* strcat(char* __restrict to, const char* __restrict from) noexcept {
  char* out = to;
  while (*out != '\0') ++out;
  while ((*out++ = *from++) != '\0') {
  }
  return to;
}
