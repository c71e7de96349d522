// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/arch/vm_attributes.hpp>

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

inline constexpr Word window_attributes = sel4::VmAttributes::data.raw();

/// The kernel offers no cache maintenance; caching is the platform's.
template <class Ipc>
Result<> clean_frame(Ipc, CPtr, const sel4::capdl::FillRecord&) {
  return {};
}

/// Makes what was written visible to instruction fetches of this hart.
inline void finish_fills() { __asm__ volatile("fence.i" : : : "memory"); }

}  // namespace capdl_initializer::arch
