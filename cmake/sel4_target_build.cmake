# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The build for seL4: libraries, runtime, kernel loader and, if this is the top project, examples,
# tests and benchmarks.

set(SEL4_HOST_BUILD FALSE)
set(SEL4_ARCH_DIR ${SEL4_TARGET_ARCH})
option(SEL4_BUILD_TESTS "Build examples, tests and benchmarks" ${PROJECT_IS_TOP_LEVEL})
option(SEL4_WARNINGS_AS_ERRORS "Treat warnings in this project as errors" OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

include(toolchain/detail/variant_flags)
include(sel4_kernel)
sel4_find_kernel()
if(NOT SEL4_KERNEL_ARCH STREQUAL SEL4_TARGET_ARCH)
  message(FATAL_ERROR "the target file is for ${SEL4_TARGET_ARCH}, but ${SEL4_KERNEL_CONFIG_JSON} is "
                      "of a kernel for ${SEL4_KERNEL_ARCH}; use the target file "
                      "cmake/toolchain/sel4.cmake, which asks the kernel")
endif()
set(SEL4_HAS_KERNEL FALSE)
if(SEL4_KERNEL AND EXISTS ${SEL4_KERNEL})
  set(SEL4_HAS_KERNEL TRUE)
else()
  message(STATUS "cpp-sel4: no kernel binary at '${SEL4_KERNEL}': programs are compiled, no images made")
endif()
include(sel4_host_tools)
sel4_find_host_tools()
include(sel4_library)
include(sel4_generated)
sel4_add_generated(${SEL4_CODEGEN_TOOL} ${SEL4_INCLUDE_DIR_LIST})
include(sel4_program)
include(sel4_image)
include(sel4_microkit)
include(sel4_capdl)
if(SEL4_BUILD_TESTS)
  enable_testing()
endif()

foreach(
  folder
  lib/base
  lib/sys
  lib/print
  lib/cells
  lib/sel4
  lib/alloc
  lib/microkit
  lib/rpc
  driver/pl011
  driver/ns16550
  lib/elf
  lib/fdt
  lib/payload
  lib/capdl
  runtime
  app/kernel_loader
  app/microkit_monitor
  app/capdl_initializer
  test/harness
  example
  test)
  if(folder MATCHES "^(example|test)$" AND NOT SEL4_BUILD_TESTS)
    continue()
  endif()
  if(EXISTS ${SEL4_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${SEL4_SOURCE_DIR}/${folder} ${CMAKE_CURRENT_BINARY_DIR}/${folder})
  endif()
endforeach()

# The functions run in the folders of whoever uses them, which may lie above this one: what they need
# is kept where every folder sees it.
foreach(
  name
  SEL4_SOURCE_DIR
  SEL4_HOST_BUILD
  SEL4_ARCH_DIR
  SEL4_VARIANTS
  SEL4_LINK_FLAGS
  SEL4_RUNTIME_LIBS
  SEL4_KERNEL_ARCH
  SEL4_HAS_KERNEL
  SEL4_KERNEL_LABELS
  SEL4_KERNEL_CONFIG_JSON
  SEL4_CODEGEN_TOOL
  SEL4_IMAGE_TOOL
  SEL4_RUN_TOOL
  SEL4_SYMBOLIZE_TOOL
  SEL4_CAPDL_ADD_SPEC_TOOL
  SEL4_MICROKIT_TOOL
  SEL4_DOMAIN_LINKER_SCRIPT)
  set(${name} "${${name}}" CACHE INTERNAL "cpp-sel4")
endforeach()
set(CMAKE_C_LINK_GROUP_USING_SEL4_RESCAN "LINKER:--start-group" "LINKER:--end-group" CACHE INTERNAL "")
set(CMAKE_C_LINK_GROUP_USING_SEL4_RESCAN_SUPPORTED TRUE CACHE INTERNAL "")
set(CMAKE_CXX_LINK_GROUP_USING_SEL4_RESCAN "LINKER:--start-group" "LINKER:--end-group" CACHE INTERNAL "")
set(CMAKE_CXX_LINK_GROUP_USING_SEL4_RESCAN_SUPPORTED TRUE CACHE INTERNAL "")
