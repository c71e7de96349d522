// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <source_location>
#include <string_view>

namespace sel4 {

/// Ends the program because it cannot go on: prints `message`, then `detail` if there is one, and
/// the place, and hands over to the abort hook of the runtime. Defined by the runtime (or, on the
/// host, by sel4_base, where it ends in std::abort()).
[[noreturn]] void panic(std::string_view message, std::string_view detail = {},
                        std::source_location where = std::source_location::current()) noexcept;

}  // namespace sel4

/// Panics, naming the condition, unless it holds. Always on; for what must never happen.
#define SEL4_ASSERT(condition)                       \
  do {                                               \
    if (!static_cast<bool>(condition)) [[unlikely]]  \
      ::sel4::panic("assertion failed", #condition); \
  } while (false)

/// Like SEL4_ASSERT, compiled out (but still compiled) with NDEBUG.
#ifdef NDEBUG
  #define SEL4_DEBUG_ASSERT(condition)   \
    do {                                 \
      if (false) SEL4_ASSERT(condition); \
    } while (false)
#else
  #define SEL4_DEBUG_ASSERT(condition) SEL4_ASSERT(condition)
#endif
