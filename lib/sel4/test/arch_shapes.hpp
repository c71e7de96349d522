// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The translation trees of all architectures and configurations, as their manuals have them, so
// that the arithmetic is tested for each of them whatever kernel this host build is configured
// with.

#pragma once

#include <sel4/translation_tree.hpp>

#include <array>

namespace shapes {

inline constexpr sel4::ObjectKind root{100, 12, "root"};
inline constexpr sel4::ObjectKind large_root{100, 13, "root"};
inline constexpr sel4::ObjectKind table{101, 12, "table"};
inline constexpr sel4::ObjectKind pdpt{102, 12, "pdpt"};
inline constexpr sel4::ObjectKind directory{103, 12, "directory"};

using Level = sel4::TranslationLevel;

inline constexpr std::array four_levels{Level{root, 9, 39}, Level{table, 9, 30},
                                        Level{table, 9, 21}, Level{table, 9, 12}};
inline constexpr std::array large_root_levels{Level{large_root, 10, 30}, Level{table, 9, 21},
                                              Level{table, 9, 12}};
inline constexpr std::array sv39_levels{Level{table, 9, 30}, Level{table, 9, 21},
                                        Level{table, 9, 12}};
inline constexpr std::array x86_levels{Level{root, 9, 39}, Level{pdpt, 9, 30},
                                       Level{directory, 9, 21}, Level{table, 9, 12}};

/// Arm at EL1, and at EL2 with 44-bit physical addresses; RISC-V Sv48 is alike.
inline constexpr sel4::TranslationTree arm{four_levels};
/// Arm at EL2 with 40-bit physical addresses.
inline constexpr sel4::TranslationTree arm_large_root{large_root_levels, 1};
inline constexpr sel4::TranslationTree sv39{sv39_levels};
inline constexpr sel4::TranslationTree x86{x86_levels};

}  // namespace shapes
