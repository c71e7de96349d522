# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# find_package(cpp_sel4) in a build for seL4 (with one of this package's target files): builds the
# libraries for the kernel at SEL4_PREFIX inside the caller's build, and gives the functions
# sel4_add_root_task, sel4_add_image and sel4_add_qemu_test.

get_filename_component(_cpp_sel4_root "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT SEL4_TARGET_ARCH)
  set(cpp_sel4_FOUND FALSE)
  set(cpp_sel4_NOT_FOUND_MESSAGE
      "this is not a build for seL4: configure with -DCMAKE_TOOLCHAIN_FILE=${_cpp_sel4_root}/share/cpp_sel4/cmake/toolchain/sel4.cmake -DSEL4_PREFIX=<installed seL4>"
  )
  return()
endif()
if(NOT SEL4_HOST_TOOLS_DIR)
  set(SEL4_HOST_TOOLS_DIR "${_cpp_sel4_root}/bin")
endif()
if(NOT TARGET sel4_sel4)
  add_subdirectory("${_cpp_sel4_root}/share/cpp_sel4" "${CMAKE_BINARY_DIR}/cpp_sel4" EXCLUDE_FROM_ALL)
endif()
