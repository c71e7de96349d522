// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/driver/ns16550.hpp>

namespace sel4::microkit::detail {

inline driver::Ns16550<driver::MappedRegisters> console_uart(std::uintptr_t registers) noexcept {
  return driver::Ns16550{driver::MappedRegisters{registers}};
}

}  // namespace sel4::microkit::detail
