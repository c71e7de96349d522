# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The target file that takes the architecture from the installed kernel, so that nobody has to say it
# twice: root task, default variant (set SEL4_TARGET_VARIANT for another).

include(${CMAKE_CURRENT_LIST_DIR}/../sel4_kernel.cmake)
sel4_find_kernel()
set(SEL4_TARGET_ARCH ${SEL4_KERNEL_ARCH})
set(SEL4_TARGET_KIND root_task)
if(NOT SEL4_TARGET_VARIANT)
  set(SEL4_TARGET_VARIANT default)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/detail/sel4_target.cmake)
