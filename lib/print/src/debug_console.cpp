// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "default_sink.hpp"

#include <sel4/config.hpp>
#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/syscall_number.hpp>

// A kernel built without printing has no console: the text is dropped, at no cost.
void sel4::detail::print_by_default(std::string_view text) noexcept {
  if constexpr (config::printing) {
    for (const char c : text) {
      sys::arch::trap_send_null(sys::syscall::debug_put_char.number, static_cast<unsigned char>(c),
                                0);
    }
  }
}
