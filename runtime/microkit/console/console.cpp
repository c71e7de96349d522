// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Part of domains with CONSOLE on kernels without printing: see sel4_add_protection_domain.

#include "console_uart.hpp"

#include <sel4/config.hpp>
#include <sel4/microkit/variable.hpp>
#include <sel4/print.hpp>

SEL4_SETVAR(sel4::Word, sel4_console_vaddr);

namespace {

[[maybe_unused]] void put(std::string_view text) noexcept {
  auto uart = sel4::microkit::detail::console_uart(sel4_console_vaddr.get());
  for (const char c : text) uart.write(static_cast<std::uint8_t>(c));
}

// Before constructors that may print. Without the mapping nothing is printed.
[[gnu::constructor(101)]] void open_console() noexcept {
  if constexpr (!sel4::config::printing) {
    if (sel4_console_vaddr.get() != 0) sel4::set_print_sink(&put);
  }
}

}  // namespace
