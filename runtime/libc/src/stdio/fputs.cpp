// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "stream.hpp"

#include <cstdio>

extern "C" int fputs(const char* text, std::FILE*) {
  sel4::print(std::string_view(text));
  return 0;
}
