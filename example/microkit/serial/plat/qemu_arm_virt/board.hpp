// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/driver/pl011.hpp>
#include <sel4/protection_domain.hpp>

using Uart = sel4::driver::Pl011;

SEL4_SETVAR(sel4::Word, uart_vaddr);

inline Uart make_uart() noexcept { return Uart{uart_vaddr.get()}; }
