# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -D INPUT=<platform_gen.yaml> -D OUTPUT=<file> -P write_regions.cmake
#
# Writes REGION(devices, <start>, <end>) and REGION(memory, <start>, <end>) for each range.

file(STRINGS ${INPUT} lines)
set(kind)
set(text)
foreach(line IN LISTS lines)
  if(line MATCHES "^([a-z]+):")
    set(kind ${CMAKE_MATCH_1})
  elseif(line MATCHES "end: (0x[0-9a-f]+)")
    set(end ${CMAKE_MATCH_1})
  elseif(line MATCHES "start: (0x[0-9a-f]+)")
    string(APPEND text "REGION(${kind}, ${CMAKE_MATCH_1}, ${end})\n")
  else()
    message(FATAL_ERROR "${INPUT}: a line that this script does not understand: ${line}")
  endif()
endforeach()
file(WRITE ${OUTPUT} "${text}")
