# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The installed package: the host tools as programs, and the libraries as sources, for everything else
# depends on the user's kernel. Nothing in it names the folder it was installed to.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package ${CMAKE_INSTALL_DATADIR}/cpp_sel4)
install(TARGETS sel4-codegen sel4-image sel4-run sel4-symbolize microkit DESTINATION ${CMAKE_INSTALL_BINDIR})
install(
  DIRECTORY app driver lib runtime
  DESTINATION ${package}
  PATTERN "test" EXCLUDE
  PATTERN "fuzz" EXCLUDE)
install(
  DIRECTORY cmake
  DESTINATION ${package}
  PATTERN "package" EXCLUDE)
install(
  DIRECTORY standin/interface
  DESTINATION ${package}/standin
  PATTERN "interface/test" EXCLUDE)
install(
  DIRECTORY test/harness
  DESTINATION ${package}/test
  PATTERN "harness/test" EXCLUDE)
install(FILES test/doctest_main.cpp DESTINATION ${package}/test)
install(FILES test/fuzz/replay.cpp DESTINATION ${package}/test/fuzz)
install(FILES CMakeLists.txt README.md versions.json DESTINATION ${package})
install(DIRECTORY LICENSES DESTINATION ${package})

configure_package_config_file(
  ${SEL4_SOURCE_DIR}/cmake/package/cpp_sel4-config.cmake.in ${PROJECT_BINARY_DIR}/cpp_sel4-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cpp_sel4
  PATH_VARS package CMAKE_INSTALL_BINDIR)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/cpp_sel4-config-version.cmake
  COMPATIBILITY SameMinorVersion
  ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/cpp_sel4-config.cmake
              ${PROJECT_BINARY_DIR}/cpp_sel4-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/cpp_sel4)
