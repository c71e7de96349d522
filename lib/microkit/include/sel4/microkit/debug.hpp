// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/microkit/domain.hpp>
#include <sel4/print.hpp>

namespace sel4::microkit {

/// print() on kernels with a console; nothing at all on others, not even the arguments' text in the
/// program.
template <class... Args>
[[gnu::always_inline]] inline void debug_print(const Args&... args) noexcept {
  if constexpr (config::printing) print(args...);
}

/// debug_print() of a line, with the domain's name before it: `name: ...`.
template <class... Args>
[[gnu::always_inline]] inline void debug_println(const Args&... args) noexcept {
  if constexpr (config::printing) println(name(), ": ", args...);
}

}  // namespace sel4::microkit
