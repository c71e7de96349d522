# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# cmake -DCOMPILER=<compiler> -DCASE=<file> -DSOURCE_DIR=<top> -DGENERATED=<dir> -DPREFIXES=<dir>
#       -DHEADERS=<dir> -P check_case.cmake
#
# HEADERS has, for each kernel, a precompiled header for that compiler.
#
# Lines of a case that say how it is tested:
#   // error: <regex>     what the compiler must say (needed)
#   // kernel: <name>     for which kernel; default aarch64-mcs
#   // flags: <flag>...   more flags, for both compilations

cmake_minimum_required(VERSION 3.25)

file(STRINGS ${CASE} error REGEX "^// error: ")
list(LENGTH error count)
if(NOT count EQUAL 1)
  message(FATAL_ERROR "${CASE}: needs one line '// error: <regex>', has ${count}")
endif()
string(REGEX REPLACE "^// error: " "" error "${error}")
file(STRINGS ${CASE} kernel REGEX "^// kernel: ")
string(REGEX REPLACE "^// kernel: " "" kernel "${kernel}")
if(NOT kernel)
  set(kernel aarch64-mcs)
endif()
file(STRINGS ${CASE} flags REGEX "^// flags: ")
string(REGEX REPLACE "^// flags: " "" flags "${flags}")
separate_arguments(flags UNIX_COMMAND "${flags}")

include(${CMAKE_CURRENT_LIST_DIR}/command.cmake)
nocompile_command(command ${COMPILER} ${kernel})
list(APPEND command -fsyntax-only ${flags})
if(NOT flags AND EXISTS ${HEADERS}/${kernel}/all.hpp)
  list(APPEND command -include ${HEADERS}/${kernel}/all.hpp)
endif()
list(APPEND command ${CASE})

execute_process(COMMAND ${command} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the correct code does not compile:\n${output}")
endif()
execute_process(COMMAND ${command} -DSEL4_NOCOMPILE RESULT_VARIABLE result OUTPUT_VARIABLE output
                ERROR_VARIABLE output)
if(result EQUAL 0)
  message(FATAL_ERROR "the misuse compiles")
endif()
# Only what the compiler calls an error or explains about one, not the lines of source it shows.
string(REGEX MATCHALL "[^\n]*(error|note): [^\n]*" said "${output}")
if(NOT said MATCHES "${error}")
  message(FATAL_ERROR "the compiler does not say '${error}' but:\n${output}")
endif()
