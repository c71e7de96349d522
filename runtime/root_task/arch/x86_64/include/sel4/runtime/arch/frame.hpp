// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/invocations.hpp>

namespace sel4::runtime::arch {

/// Takes the mapping of a frame away. The frame stays, and can be mapped anew.
[[gnu::always_inline]] inline Result<> unmap_frame(CPtr frame) noexcept {
  return sys::x86_page_unmap(sys::NoIpc{}, frame);
}

}  // namespace sel4::runtime::arch
