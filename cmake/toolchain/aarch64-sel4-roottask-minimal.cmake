# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

set(SEL4_TARGET_ARCH aarch64)
set(SEL4_TARGET_KIND root_task)
set(SEL4_TARGET_VARIANT minimal)
include(${CMAKE_CURRENT_LIST_DIR}/detail/sel4_target.cmake)
