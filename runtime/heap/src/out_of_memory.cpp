// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "program_heap.hpp"

#include <sel4/base/panic.hpp>

void sel4::detail::out_of_heap_memory(std::size_t bytes) noexcept {
  // Written by hand: what formats numbers must not be needed to say that memory is out.
  char text[] = "requested                      bytes";
  char* at = text + sizeof "requested                    " - 1;
  const char* const end = text + sizeof text - 1;
  do {
    *--at = static_cast<char>('0' + bytes % 10);
    bytes /= 10;
  } while (bytes != 0);
  constexpr char word[] = "requested ";
  for (auto i = sizeof word - 1; i-- != 0;) *--at = word[i];
  panic("out of heap memory", {at, static_cast<std::size_t>(end - at)});
}
