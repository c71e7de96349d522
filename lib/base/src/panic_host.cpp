// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/panic.hpp>

#include <cstdio>
#include <cstdlib>

void sel4::panic(std::string_view message, std::string_view detail,
                 std::source_location where) noexcept {
  std::fprintf(stderr, "panic at %s:%u: %.*s%s%.*s\n", where.file_name(), where.line(),
               static_cast<int>(message.size()), message.data(), detail.empty() ? "" : ": ",
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}
