// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

namespace sel4::capdl::detail {

/// The names of fill::BootInfoId, in its order.
inline constexpr const char* boot_info_names[] = {
    "Padding", "X86Vbe", "X86Mbmmap", "X86AcpiRsdp", "X86FrameBuffer", "X86TscFreq", "Fdt"};

}  // namespace sel4::capdl::detail
