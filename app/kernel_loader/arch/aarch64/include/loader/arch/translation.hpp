// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/head.hpp>

#include <cstdint>

namespace sel4::loader::arch {

/// Root tables for the lower and the upper half of the address space.
struct TranslationRoots {
  std::uint64_t low;
  std::uint64_t high;
};

[[nodiscard]] TranslationRoots translation_roots();

/// Builds the tables (memory and the console one to one, the kernel at its link address) and turns
/// on the MMU of this core. False if the tables do not fit.
[[nodiscard]] bool start_translation(const payload::Head& head);

}  // namespace sel4::loader::arch
