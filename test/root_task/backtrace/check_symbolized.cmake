# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -D SYMBOLIZE=<sel4-symbolize> -D PROGRAM=<ELF file> -D CONSOLE=<log of a run>
#       -D "SOURCES=<file>;..." -D "EXPECT=<regex>;..." -P check_symbolized.cmake

# The number of the line in SOURCES that ends in "// line <name>".
function(find_line name out)
  foreach(source IN LISTS SOURCES)
    file(READ ${source} text)
    string(FIND "${text}" "// line ${name}\n" place)
    if(NOT place EQUAL -1)
      string(SUBSTRING "${text}" 0 ${place} before)
      string(REGEX MATCHALL "\n" ends "${before}")
      list(LENGTH ends count)
      math(EXPR count "${count} + 1")
      set(${out} ${count} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "no source has a line that ends in '// line ${name}'")
endfunction()

execute_process(
  COMMAND ${SYMBOLIZE} -e ${PROGRAM}
  INPUT_FILE ${CONSOLE}
  OUTPUT_VARIABLE output
  ERROR_VARIABLE errors
  RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "sel4-symbolize ended with ${code}: ${errors}\n${output}")
endif()
set(rest "${output}")
foreach(expression IN LISTS EXPECT)
  if(expression MATCHES "@([a-z_]+)@")
    find_line(${CMAKE_MATCH_1} line)
    string(REGEX REPLACE "@[a-z_]+@" "${line}" expression "${expression}")
  endif()
  if(NOT rest MATCHES "${expression}")
    message(FATAL_ERROR "not found, or not in this place: ${expression}\nin:\n${output}")
  endif()
  string(FIND "${rest}" "${CMAKE_MATCH_0}" place)
  string(LENGTH "${CMAKE_MATCH_0}" length)
  math(EXPR place "${place} + ${length}")
  string(SUBSTRING "${rest}" ${place} -1 rest)
endforeach()
