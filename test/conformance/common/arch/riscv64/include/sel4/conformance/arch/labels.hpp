// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/table_kind.hpp>

#include <array>

namespace sel4::conformance::machine {

/// One kind for all levels.
inline constexpr std::array table_kinds{TableKind{::seL4_RISCV_PageTableObject,
                                                  sys::InvocationLabel::riscv_page_table_map,
                                                  sys::InvocationLabel::riscv_page_table_unmap}};

/// What every architecture has, under one name.
inline constexpr auto page_map = sys::InvocationLabel::riscv_page_map;
inline constexpr auto page_unmap = sys::InvocationLabel::riscv_page_unmap;
inline constexpr auto page_get_address = sys::InvocationLabel::riscv_page_get_address;
inline constexpr auto asid_control_make_pool = sys::InvocationLabel::riscv_asid_control_make_pool;
inline constexpr auto asid_pool_assign = sys::InvocationLabel::riscv_asid_pool_assign;
inline constexpr auto irq_trigger = sys::InvocationLabel::riscv_irq_issue_irq_handler_trigger;

}  // namespace sel4::conformance::machine
