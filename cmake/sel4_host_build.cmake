# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The host build: tools, libraries' unit tests, fuzzers.

set(SEL4_HOST_BUILD TRUE)
set(SEL4_ARCH_DIR host)
option(SEL4_BUILD_TESTS "Build the host tests" ${PROJECT_IS_TOP_LEVEL})
option(SEL4_SANITIZE "Build everything with address and undefined-behaviour sanitizers" OFF)
option(SEL4_FUZZ "Build the fuzzers with libFuzzer (needs clang)" OFF)
option(SEL4_WARNINGS_AS_ERRORS "Treat warnings in this project as errors" OFF)
set(SEL4_FUZZ_SECONDS 2 CACHE STRING "How long each fuzzer runs as a test")
set(SEL4_HOST_TOOLS_DIR "$ENV{SEL4_HOST_TOOLS_DIR}" CACHE PATH "Folder of host tools to use instead of building them")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# What everything that links our libraries is compiled with too, also in other projects.
add_library(sel4_host_checks INTERFACE)
if(SEL4_SANITIZE OR SEL4_FUZZ)
  # Checked code takes longer to optimise than the tests take to run it without, and long to describe
  # to a debugger.
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O0 -g1")
  set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O0 -g1")
  set(checks -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${checks} -D_GLIBCXX_ASSERTIONS)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options(-fsanitize-ignorelist=${SEL4_SOURCE_DIR}/cmake/sanitizer_ignorelist.txt)
  endif()
  add_link_options(-fsanitize=address,undefined)
  target_compile_options(sel4_host_checks INTERFACE ${checks})
  target_link_options(sel4_host_checks INTERFACE -fsanitize=address,undefined)
endif()
if(SEL4_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(SEL4_BUILD_TESTS)
  enable_testing()
endif()

include(sel4_library)
include(sel4_host)

if(SEL4_HOST_TOOLS_DIR)
  set(tool_folders)
  if(NOT EXISTS ${SEL4_HOST_TOOLS_DIR}/sel4-codegen)
    message(FATAL_ERROR "SEL4_HOST_TOOLS_DIR: there is no ${SEL4_HOST_TOOLS_DIR}/sel4-codegen; "
                        "build the host tools (target sel4_host_tools), or unset the variable")
  endif()
  add_executable(sel4-codegen IMPORTED GLOBAL)
  set_target_properties(sel4-codegen PROPERTIES IMPORTED_LOCATION ${SEL4_HOST_TOOLS_DIR}/sel4-codegen)
else()
  set(tool_folders tool/codegen tool/image tool/capdl tool/microkit tool/qemu_runner tool/symbolize test/capdl)
endif()
set(test_folders)
if(SEL4_BUILD_TESTS)
  set(test_folders test/host test/nocompile standin/interface/test test/package example/host_test scripts)
endif()
foreach(
  folder
  lib/base
  lib/print
  lib/elf
  lib/fdt
  lib/payload
  lib/capdl
  lib/cells
  runtime/start
  runtime/libc
  runtime/heap
  runtime/cxxrt
  runtime/backtrace
  app/kernel_loader
  driver/pl011
  driver/ns16550
  ${tool_folders}
  lib/sys
  lib/fake_kernel
  lib/sel4
  lib/alloc
  lib/microkit
  lib/rpc
  app/microkit_monitor
  test/harness
  ${test_folders})
  if(EXISTS ${SEL4_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${SEL4_SOURCE_DIR}/${folder} ${CMAKE_CURRENT_BINARY_DIR}/${folder})
  endif()
endforeach()

# All programs that a build for seL4 needs, and those of them that suffice for root tasks.
add_custom_target(sel4_root_task_tools)
add_custom_target(sel4_host_tools)
if(NOT SEL4_HOST_TOOLS_DIR)
  foreach(tool codegen image run symbolize)
    add_dependencies(sel4_root_task_tools sel4-${tool})
  endforeach()
  add_dependencies(sel4_host_tools sel4_root_task_tools)
  foreach(tool capdl-add-spec capdl-dump capdl-test-spec microkit)
    if(TARGET ${tool})
      add_dependencies(sel4_host_tools ${tool})
    endif()
  endforeach()
endif()
if(PROJECT_IS_TOP_LEVEL AND NOT SEL4_HOST_TOOLS_DIR)
  include(sel4_install)
endif()

# The functions run in the folders of whoever uses them, which may lie above this one.
foreach(name SEL4_SOURCE_DIR SEL4_HOST_BUILD SEL4_ARCH_DIR)
  set(${name} "${${name}}" CACHE INTERNAL "cpp-sel4")
endforeach()
