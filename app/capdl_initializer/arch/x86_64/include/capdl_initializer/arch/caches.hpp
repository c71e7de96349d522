// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/arch/vm_attributes.hpp>

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

inline constexpr Word window_attributes = sel4::VmAttributes::data.raw();

/// The processor keeps its caches coherent.
template <class Ipc>
Result<> clean_frame(Ipc, CPtr, const sel4::capdl::FillRecord&) {
  return {};
}

inline void finish_fills() {}

}  // namespace capdl_initializer::arch
