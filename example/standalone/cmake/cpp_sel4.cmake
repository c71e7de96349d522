# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Where cpp-sel4 comes from. Included before project(), because the target file, which says how to
# compile for seL4, is part of it. CPP_SEL4_FROM is the switch:
#
#   package       an installed cpp-sel4, found by find_package(); CMAKE_PREFIX_PATH says where if it
#                 is not in /usr or /usr/local
#   subdirectory  the sources in the folder CPP_SEL4_SOURCE (a git submodule, say)
#   fetch         the sources as an archive or folder at CPP_SEL4_URL, fetched by FetchContent
#
# A project of your own needs only the part for the way it goes.

set(CPP_SEL4_FROM package CACHE STRING "package, subdirectory or fetch")
option(STANDALONE_UNIT_TESTS "Build the unit tests for this machine instead of programs for seL4" OFF)

if(CPP_SEL4_FROM STREQUAL "package")
  find_path(
    CPP_SEL4_TARGET_FILES sel4.cmake
    PATH_SUFFIXES share/cpp_sel4/cmake/toolchain
    DOC "The folder of cpp-sel4's target files")
  if(NOT CPP_SEL4_TARGET_FILES)
    message(FATAL_ERROR "cpp-sel4 is not installed where CMake looks; set CMAKE_PREFIX_PATH to the "
                        "folder it was installed to, or CPP_SEL4_FROM to subdirectory or fetch")
  endif()
elseif(CPP_SEL4_FROM STREQUAL "subdirectory")
  get_filename_component(CPP_SEL4_SOURCE "${CPP_SEL4_SOURCE}" ABSOLUTE)
  if(NOT EXISTS ${CPP_SEL4_SOURCE}/cmake/toolchain/sel4.cmake)
    message(FATAL_ERROR "CPP_SEL4_SOURCE: '${CPP_SEL4_SOURCE}' is not the source folder of cpp-sel4")
  endif()
  set(CPP_SEL4_TARGET_FILES ${CPP_SEL4_SOURCE}/cmake/toolchain)
elseif(CPP_SEL4_FROM STREQUAL "fetch")
  include(FetchContent)
  set(CPP_SEL4_URL "" CACHE STRING "An archive of cpp-sel4")
  FetchContent_Declare(cpp_sel4 URL ${CPP_SEL4_URL} DOWNLOAD_EXTRACT_TIMESTAMP TRUE)
  FetchContent_Populate(cpp_sel4)
  set(CPP_SEL4_TARGET_FILES ${cpp_sel4_SOURCE_DIR}/cmake/toolchain)
else()
  message(FATAL_ERROR "CPP_SEL4_FROM is '${CPP_SEL4_FROM}'; "
                      "it must be package, subdirectory or fetch")
endif()

if(NOT STANDALONE_UNIT_TESTS AND NOT CMAKE_TOOLCHAIN_FILE)
  set(CMAKE_TOOLCHAIN_FILE ${CPP_SEL4_TARGET_FILES}/sel4.cmake CACHE FILEPATH "")
endif()

# After project(): brings the libraries and the functions.
macro(use_cpp_sel4)
  if(CPP_SEL4_FROM STREQUAL "package")
    find_package(cpp_sel4 0.1 REQUIRED)
  elseif(CPP_SEL4_FROM STREQUAL "subdirectory")
    add_subdirectory(${CPP_SEL4_SOURCE} cpp_sel4 EXCLUDE_FROM_ALL)
  else()
    add_subdirectory(${cpp_sel4_SOURCE_DIR} ${cpp_sel4_BINARY_DIR} EXCLUDE_FROM_ALL)
  endif()
endmacro()
