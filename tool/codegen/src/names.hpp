// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sel4::codegen {

/// Names longer than this are refused: nothing readable comes of them.
inline constexpr std::size_t max_name_length = 100;

/// Whether `name` has the form of a C++ identifier that we are ready to build upon: ASCII letters,
/// digits and single underscores, not starting with a digit, at most max_name_length long.
[[nodiscard]] bool is_identifier(std::string_view name) noexcept;

/// Whether `name` is a word of the C++ language.
[[nodiscard]] bool is_keyword(std::string_view name) noexcept;

/// `name` without a leading "seL4_".
[[nodiscard]] std::string_view strip_sel4(std::string_view name) noexcept;

/// The name in snake case, with the kernel's own words kept whole: "CNode" is `cnode`, "VSpace" is
/// `vspace`, "ARMPageTableMap" is `arm_page_table_map`.
[[nodiscard]] std::string snake_case(std::string_view name);

/// snake_case() made usable as a name: a keyword gets a trailing underscore.
[[nodiscard]] std::string variable_name(std::string_view name);

/// A snake-case name in Pascal case: `tcb_get_breakpoint` is `TcbGetBreakpoint`.
[[nodiscard]] std::string pascal_case(std::string_view snake);

/// The class for a bitfield block or tagged union: no "seL4_", no underscores.
[[nodiscard]] std::string class_name(std::string_view name);

}  // namespace sel4::codegen
