// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include "../../roles.hpp"
#include "console_uart.hpp"

#include <sel4/print.hpp>

namespace capdl_test {

/// All output goes to the board's UART.
inline void open_console() {
  sel4::set_print_sink([](std::string_view text) noexcept {
    auto uart = sel4::microkit::detail::console_uart(uart_address);
    for (const char c : text) uart.write(static_cast<std::uint8_t>(c));
  });
}

}  // namespace capdl_test
