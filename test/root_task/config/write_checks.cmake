# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -D OUTPUT=<file> -D "FILES=<gen_config.json>;..." -P write_checks.cmake
#
# Writes one line for each key of the JSON files:
#   CONFIG_FLAG(name, true)  CONFIG_NUMBER(name, 64)  CONFIG_TEXT(name, "qemu-arm-virt")
# then CONFIG_COUNT(how many).

set(lines)
set(count 0)
foreach(file IN LISTS FILES)
  file(READ ${file} json)
  string(JSON length LENGTH "${json}")
  if(length EQUAL 0)
    message(FATAL_ERROR "${file} has no keys")
  endif()
  math(EXPR last "${length} - 1")
  foreach(index RANGE ${last})
    string(JSON key MEMBER "${json}" ${index})
    string(JSON type TYPE "${json}" ${key})
    string(JSON value GET "${json}" ${key})
    string(TOLOWER ${key} name)
    if(type STREQUAL "BOOLEAN")
      if(value)
        string(APPEND lines "CONFIG_FLAG(${name}, true)\n")
      else()
        string(APPEND lines "CONFIG_FLAG(${name}, false)\n")
      endif()
    elseif(value MATCHES "^(0x[0-9a-fA-F]+|[0-9]+)$")
      string(APPEND lines "CONFIG_NUMBER(${name}, ${value})\n")
    else()
      string(APPEND lines "CONFIG_TEXT(${name}, R\"text(${value})text\")\n")
    endif()
    math(EXPR count "${count} + 1")
  endforeach()
endforeach()
file(WRITE ${OUTPUT} "${lines}CONFIG_COUNT(${count})\n")
