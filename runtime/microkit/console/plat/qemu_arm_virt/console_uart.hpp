// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/driver/pl011.hpp>

namespace sel4::microkit::detail {

inline driver::Pl011 console_uart(std::uintptr_t registers) noexcept {
  return driver::Pl011{registers};
}

}  // namespace sel4::microkit::detail
