// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/arch/vm_attributes.hpp>

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

inline constexpr Word window_attributes = sel4::VmAttributes::data.raw();

/// Makes what was written to a frame, which is still mapped, visible to those who fetch
/// instructions from it, or who do not use caches.
template <class Ipc>
Result<> clean_frame(Ipc ipc, CPtr frame, const sel4::capdl::FillRecord& record) {
  const Word size = Word{1} << record.size_bits;
  if ((record.flags & sel4::capdl::fill_has_code) != 0) {
    const Result<> done = sel4::sys::arm_page_unify_instruction(ipc, frame, 0, size);
    if (!done) return done;
  }
  if ((record.flags & sel4::capdl::fill_uncached) != 0) {
    return sel4::sys::arm_page_clean_invalidate_data(ipc, frame, 0, size);
  }
  return {};
}

inline void finish_fills() {}

}  // namespace capdl_initializer::arch
