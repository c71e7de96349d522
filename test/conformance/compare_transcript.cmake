# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# cmake -D CONSOLE=<file> -D GOLDEN=<file> [-D RECORD=ON] -P compare_transcript.cmake
#
# Compares the transcript on a console (the lines that begin with "| ") with a golden one, or records
# it. Whatever else is on the console does not count.

file(READ "${CONSOLE}" text)
# Lists and their separators are no part of this: brackets and semicolons would be.
string(REPLACE ";" "," text "${text}")
string(REPLACE "[" "(" text "${text}")
string(REPLACE "]" ")" text "${text}")
string(REPLACE "\r" "" text "${text}")
string(REGEX MATCHALL "\n\\| [^\n]*" lines "\n${text}")
list(JOIN lines "" transcript)
string(REPLACE "\n| " "\n" transcript "${transcript}")
string(REGEX REPLACE "^\n" "" transcript "${transcript}\n")
if(NOT transcript MATCHES "\nend\n$")
  message(FATAL_ERROR "${CONSOLE}: the transcript does not come to its end")
endif()
if(RECORD)
  file(WRITE "${GOLDEN}" "${transcript}")
  return()
endif()
if(NOT EXISTS "${GOLDEN}")
  message(STATUS "no golden transcript for this kernel (${GOLDEN})")
  return()
endif()
file(READ "${GOLDEN}" golden)
if(transcript STREQUAL golden)
  return()
endif()
set(actual "${CONSOLE}.transcript")
file(WRITE "${actual}" "${transcript}")
execute_process(COMMAND diff -u "${GOLDEN}" "${actual}" OUTPUT_VARIABLE difference)
string(SUBSTRING "${difference}" 0 4000 difference)
message(FATAL_ERROR "${actual} differs from the real kernel's ${GOLDEN}:\n${difference}")
