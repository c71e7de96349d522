// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "stream.hpp"

#include <cstdio>

extern "C" std::size_t fwrite(const void* data, std::size_t size, std::size_t count, std::FILE*) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(size, count, &bytes)) return 0;
  sel4::print(std::string_view(static_cast<const char*>(data), bytes));
  return size == 0 ? 0 : count;
}
