// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/invocation_label.hpp>

namespace sel4::conformance::machine {

/// What every architecture has, under one name.
inline constexpr auto page_table_map = sys::InvocationLabel::x86_page_table_map;
inline constexpr auto page_table_unmap = sys::InvocationLabel::x86_page_table_unmap;
inline constexpr auto page_map = sys::InvocationLabel::x86_page_map;
inline constexpr auto page_unmap = sys::InvocationLabel::x86_page_unmap;
inline constexpr auto page_get_address = sys::InvocationLabel::x86_page_get_address;
inline constexpr auto asid_control_make_pool = sys::InvocationLabel::x86_asid_control_make_pool;
inline constexpr auto asid_pool_assign = sys::InvocationLabel::x86_asid_pool_assign;

}  // namespace sel4::conformance::machine
