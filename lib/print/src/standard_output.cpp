// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "default_sink.hpp"

#include <cstdio>

void sel4::detail::print_by_default(std::string_view text) noexcept {
  std::fwrite(text.data(), 1, text.size(), stdout);
}
