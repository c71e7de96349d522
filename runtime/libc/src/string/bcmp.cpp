// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// clang asks for it where it sees memcmp() compared with zero.

#include <cstddef>

extern "C" int memcmp(const void* a, const void* b, std::size_t count) noexcept;

extern "C" int bcmp(const void* a, const void* b, std::size_t count) noexcept {
  return memcmp(a, b, count);
}
