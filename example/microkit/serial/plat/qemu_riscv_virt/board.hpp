// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/driver/ns16550.hpp>
#include <sel4/protection_domain.hpp>

using Uart = sel4::driver::Ns16550<sel4::driver::MappedRegisters>;

SEL4_SETVAR(sel4::Word, uart_vaddr);

inline Uart make_uart() noexcept { return Uart{sel4::driver::MappedRegisters{uart_vaddr.get()}}; }
