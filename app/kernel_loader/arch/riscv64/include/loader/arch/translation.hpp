// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/head.hpp>

#include <cstdint>
#include <loader_config.hpp>

namespace sel4::loader::arch {

/// Values of satp; there is one for all addresses.
struct TranslationRoots {
  std::uint64_t low;
  std::uint64_t high;
};

[[nodiscard]] TranslationRoots translation_roots();

/// Builds the tables (memory one to one, the kernel at its link address). They are turned on by the
/// jump into the kernel only. False if the tables do not fit.
[[nodiscard]] bool start_translation(const payload::Head& head);

}  // namespace sel4::loader::arch
