// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "program_heap.hpp"

#include <sel4/base/panic.hpp>

#include <string_view>

void sel4::detail::out_of_heap_memory(std::size_t bytes) noexcept {
  // Written by hand, from the end: what formats numbers must not be needed to say that memory is
  // out.
  char text[48];
  char* const end = text + sizeof text;
  char* at = end;
  const auto prepend = [&at](std::string_view part) {
    for (auto i = part.size(); i-- != 0;) *--at = part[i];
  };
  prepend(" bytes");
  do {
    *--at = static_cast<char>('0' + bytes % 10);
    bytes /= 10;
  } while (bytes != 0);
  prepend("requested ");
  panic("out of heap memory", {at, static_cast<std::size_t>(end - at)});
}
