# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -D "COMMAND=<program>;<argument>..." -D CODE=<exit code> -P check_exit_code.cmake

execute_process(COMMAND ${COMMAND} RESULT_VARIABLE code INPUT_FILE /dev/null)
if(NOT code STREQUAL CODE)
  message(FATAL_ERROR "the exit code is ${code}, expected: ${CODE}")
endif()
