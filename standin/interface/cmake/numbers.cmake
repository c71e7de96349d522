# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# C enums of system call numbers and invocation labels, from the XML files.

set(_sel4_standin_condition
    "<condition>(<[/a-z]+>|<config var=\"[A-Z0-9_]+\"/>|[ \n])*</condition>")

# Writes sel4/syscall.h. Every entry takes a number, also where its condition fails.
function(_sel4_standin_write_syscalls include mcs)
  if(mcs)
    set(api api-mcs)
  else()
    set(api api-master)
  endif()
  file(READ ${include}/api/syscall.xml xml)
  string(REGEX MATCHALL
         "<(/?config|api-master|api-mcs|debug)>|${_sel4_standin_condition}|<syscall name=\"[^\"]+\""
         tokens "${xml}")
  set(number -1)
  set(code "typedef enum {\n")
  foreach(token IN LISTS tokens)
    if(token MATCHES "^<(api-.*|debug)>$")
      set(list ${CMAKE_MATCH_1})
    elseif(token STREQUAL "<config>")
      set(guard "")
    elseif(NOT list STREQUAL api AND NOT list STREQUAL "debug")
      continue()
    elseif(token MATCHES "^<condition>")
      _sel4_standin_c_condition("${token}" guard)
      string(APPEND code "#if ${guard}\n")
    elseif(token MATCHES "\"(.*)\"")
      string(APPEND code "  seL4_Sys${CMAKE_MATCH_1} = ${number},\n")
      math(EXPR number "${number} - 1")
    elseif(NOT guard STREQUAL "")
      string(APPEND code "#endif\n")
    endif()
  endforeach()
  string(APPEND code "  SEL4_FORCE_LONG_ENUM(seL4_Syscall_ID)\n} seL4_Syscall_ID;\n")
  _sel4_standin_write_header(${include}/sel4/syscall.h api/syscall.xml sel4/macros.h "\n${code}")
endfunction()

# Writes sel4/invocation.h with the labels of all three files, which count on from one to the next.
# The invocation.h of the architecture only lead there.
function(_sel4_standin_write_labels include)
  set(api ${include}/interfaces/object-api)
  _sel4_standin_label_enum(
    ${api}.xml invocation_label generic InvalidInvocation nInvocationLabels)
  _sel4_standin_label_enum(${api}-sel4-arch.xml sel4_arch_invocation_label by_word_size ""
                           nSeL4ArchInvocationLabels nInvocationLabels)
  _sel4_standin_label_enum(${api}-arch.xml arch_invocation_label by_family "" nArchInvocationLabels
                           nSeL4ArchInvocationLabels)
  _sel4_standin_write_header(${include}/sel4/invocation.h interfaces/object-api*.xml sel4/config.h
                             "\n${generic}\n${by_word_size}\n${by_family}")
  foreach(folder IN ITEMS sel4_arch arch)
    _sel4_standin_write_header(
      ${include}/sel4/${folder}/invocation.h interfaces/object-api*.xml sel4/invocation.h "")
  endforeach()
endfunction()

# Sets <variable> to the enum <name> of the methods of one file. ARGN: the enumerator to start from;
# without it, from zero.
function(_sel4_standin_label_enum file name variable first end)
  file(READ ${file} xml)
  string(REGEX MATCHALL "<method id=\"[^\"]+\"|</method>|${_sel4_standin_condition}" tokens
         "${xml}")
  set(code "enum ${name} {\n")
  if(first)
    string(APPEND code "  ${first},\n")
  endif()
  # The first label of an enum that goes on has its value; a condition there would lose the count.
  set(start ${ARGN})
  foreach(token IN LISTS tokens)
    if(token MATCHES "^<method id=\"(.*)\"")
      set(label ${CMAKE_MATCH_1})
      set(guard "")
    elseif(token MATCHES "^<condition>")
      _sel4_standin_c_condition("${token}" guard)
    elseif(guard STREQUAL "")
      if(start)
        string(APPEND label " = ${start}")
        set(start "")
      endif()
      string(APPEND code "  ${label},\n")
    elseif(start)
      message(FATAL_ERROR "${file}: ${label}: the first method must not have a condition")
    else()
      string(APPEND code "#if ${guard}\n  ${label},\n#endif\n")
    endif()
  endforeach()
  if(start)
    set(end "${end} = ${start}")
  endif()
  string(APPEND code "  ${end}\n};\n")
  set(${variable} "${code}" PARENT_SCOPE)
endfunction()

function(_sel4_standin_write_header file source needs code)
  _sel4_standin_write(
    ${file} "// Made from ${source}.\n\n#pragma once\n\n#include <${needs}>\n${code}")
endfunction()

# From <condition> to an expression for #if. Operands that are done start with @.
function(_sel4_standin_c_condition xml variable)
  string(REGEX REPLACE "[ \n]" "" text "${xml}")
  string(REGEX REPLACE "<configvar=\"([A-Z0-9_]+)\"/>" "@defined(\\1)" text "${text}")
  while(text MATCHES "<(and|or|not)>@([^<]*)</")
    set(operator ${CMAKE_MATCH_1})
    set(operands "${CMAKE_MATCH_2}")
    set(found "<${operator}>@${operands}</${operator}>")
    if(operator STREQUAL "not")
      set(operands "!${operands}")
    elseif(operator STREQUAL "and")
      string(REPLACE "@" " && " operands "${operands}")
    else()
      string(REPLACE "@" " || " operands "${operands}")
    endif()
    string(REPLACE "${found}" "@(${operands})" text "${text}")
  endwhile()
  if(NOT text MATCHES "^<condition>@([^<@]+)</condition>$")
    message(FATAL_ERROR "condition '${xml}': not understood")
  endif()
  set(${variable} "${CMAKE_MATCH_1}" PARENT_SCOPE)
endfunction()
