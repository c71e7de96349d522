// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/microkit/domain.hpp>
#include <sel4/print.hpp>

namespace sel4::microkit {

/// Whether debug output goes anywhere: to the console of the kernel, or on kernels without one to
/// that of the domain (CONSOLE of sel4_add_protection_domain).
#if defined(SEL4_DOMAIN_CONSOLE)
inline constexpr bool has_debug_output = true;
#else
inline constexpr bool has_debug_output = config::printing;
#endif

/// print() where there is a console; nothing at all elsewhere, not even the arguments' text in the
/// program.
template <class... Args>
[[gnu::always_inline]] inline void debug_print(const Args&... args) noexcept {
  if constexpr (has_debug_output) print(args...);
}

/// debug_print() of a line, with the domain's name before it: `name: ...`.
template <class... Args>
[[gnu::always_inline]] inline void debug_println(const Args&... args) noexcept {
  if constexpr (has_debug_output) println(name(), ": ", args...);
}

}  // namespace sel4::microkit
