// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" void* memchr(const void* in, int value, std::size_t count) noexcept {
  const auto* p = static_cast<const unsigned char*>(in);
  for (; count != 0; --count, ++p) {
    if (*p == static_cast<unsigned char>(value)) return const_cast<unsigned char*>(p);
  }
  return nullptr;
}
