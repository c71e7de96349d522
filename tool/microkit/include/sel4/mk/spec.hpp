// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/model.hpp>
#include <sel4/mk/program.hpp>

#include <vector>

namespace sel4::mk {

/// Makes the kernel objects and capabilities of a system: those of the monitor, of every domain,
/// and what connects them. `programs`: patched, one for each domain, and behind them the monitor's.
/// Root objects are in the order that the initializer wants.
[[nodiscard]] capdl::Spec build_spec(const Target& target, const System& system,
                                     const std::vector<Program>& programs);

/// An object takes 2^n bytes of memory; 0 for those that take none.
[[nodiscard]] std::uint8_t object_size_bits(const Target& target, const capdl::Object& object);

}  // namespace sel4::mk
