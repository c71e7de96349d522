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
set(SEL4_FUZZ_SECONDS 5 CACHE STRING "How long each fuzzer runs as a test")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(SEL4_SANITIZE OR SEL4_FUZZ)
  # Checked code takes long to optimise, and to describe to a debugger.
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
  set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O1 -g1")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(SEL4_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
enable_testing()

include(sel4_library)
include(sel4_host)

foreach(
  folder
  lib/base
  lib/print
  lib/elf
  lib/fdt
  lib/payload
  lib/cells
  runtime/start
  runtime/libc
  runtime/heap
  runtime/cxxrt
  runtime/backtrace
  app/kernel_loader
  driver/pl011
  driver/ns16550
  tool/codegen
  tool/image
  tool/qemu_runner
  tool/symbolize
  lib/sys
  lib/fake_kernel
  lib/sel4
  test/harness
  test/host
  test/nocompile
  example/host_test
  scripts)
  if(EXISTS ${SEL4_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${SEL4_SOURCE_DIR}/${folder} ${CMAKE_BINARY_DIR}/${folder})
  endif()
endforeach()

# All programs that a build for seL4 needs.
add_custom_target(sel4_host_tools)
foreach(tool codegen image run symbolize)
  if(TARGET sel4-${tool})
    add_dependencies(sel4_host_tools sel4-${tool})
  endif()
endforeach()

# The installed package: the tools, and the sources, for everything else depends on the user's kernel.
include(GNUInstallDirs)
foreach(tool codegen image run symbolize)
  if(TARGET sel4-${tool})
    install(TARGETS sel4-${tool} DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()
set(package ${CMAKE_INSTALL_DATADIR}/cpp_sel4)
install(
  DIRECTORY app cmake lib runtime test tool
  DESTINATION ${package}
  PATTERN "corpus" EXCLUDE)
install(FILES CMakeLists.txt README.md versions.json DESTINATION ${package})
install(DIRECTORY LICENSES DESTINATION ${package})
install(FILES cmake/package/cpp_sel4-config.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cpp_sel4)
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/cpp_sel4-config-version.cmake
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_BINARY_DIR}/cpp_sel4-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cpp_sel4)

# The functions run in the folders of whoever uses them, which may lie above this one.
foreach(name SEL4_SOURCE_DIR SEL4_HOST_BUILD SEL4_ARCH_DIR)
  set(${name} "${${name}}" CACHE INTERNAL "cpp-sel4")
endforeach()
