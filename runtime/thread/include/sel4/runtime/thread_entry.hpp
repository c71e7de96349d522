// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <cstdint>

namespace sel4::runtime {

/// How a thread starts: a call of a function with one argument that has nowhere to return to.
struct ThreadEntry {
  /// Address of the function.
  std::uintptr_t function;
  /// What it is called with.
  std::uintptr_t argument;
  /// Aligned to stack_alignment.
  std::byte* stack_top;
  /// What thread-local variables are addressed from.
  std::uintptr_t thread_pointer;
};

}  // namespace sel4::runtime
