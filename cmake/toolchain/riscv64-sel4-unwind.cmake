# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

set(SEL4_TARGET_ARCH riscv64)
set(SEL4_TARGET_KIND plain)
set(SEL4_TARGET_VARIANT unwind)
include(${CMAKE_CURRENT_LIST_DIR}/detail/sel4_target.cmake)
