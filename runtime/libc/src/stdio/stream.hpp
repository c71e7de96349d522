// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The C streams. There is one place to write to, sel4::print(), and no buffer before it; there is
// nothing to read from.

#pragma once

#include "format.hpp"

#include <sel4/print.hpp>

#include <string_view>

namespace sel4::libc {

class Console final : public Output {
 public:
  void write(std::string_view text) noexcept override { print(text); }
};

}  // namespace sel4::libc
