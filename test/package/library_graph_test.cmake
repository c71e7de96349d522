# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# cmake -DSOURCE=<sources> -P library_graph_test.cmake
#
# lib/README.md says which library depends on which. That is true of the LINKS in all CMakeLists.txt
# files (of both builds together) and of all #includes, the table is in order, and every folder that is
# a part of its own has a README.md with a heading.

cmake_minimum_required(VERSION 3.25)
set(errors)

# What the table says.
file(STRINGS ${SOURCE}/lib/README.md rows REGEX "^\\| \\[")
set(order)
foreach(row IN LISTS rows)
  if(NOT row MATCHES "^\\| \\[([a-z0-9_]+)\\]\\(([a-z0-9_./]+)\\) \\| ([a-z0-9_, ]*)\\|")
    list(APPEND errors "lib/README.md: cannot read the row: ${row}")
    continue()
  endif()
  set(name ${CMAKE_MATCH_1})
  set(folder_${name} ${CMAKE_MATCH_2})
  string(REGEX MATCHALL "[a-z0-9_]+" said_${name} "${CMAKE_MATCH_3}")
  list(SORT said_${name})
  cmake_path(SET path NORMALIZE ${SOURCE}/lib/${folder_${name}})
  set(folder_${name} ${path})
  foreach(dependency IN LISTS said_${name})
    if(NOT dependency IN_LIST order)
      list(APPEND errors "lib/README.md: ${name} depends on ${dependency}, which is not above it")
    endif()
  endforeach()
  list(APPEND order ${name})
endforeach()

# What the build says.
file(GLOB lists ${SOURCE}/lib/*/CMakeLists.txt ${SOURCE}/driver/*/CMakeLists.txt
     ${SOURCE}/runtime/*/CMakeLists.txt ${SOURCE}/test/harness/CMakeLists.txt)
set(built)
foreach(list_file IN LISTS lists)
  file(READ ${list_file} text)
  # Values of variables that LINKS use.
  string(REGEX MATCHALL "set\\([a-z_]+ [a-z0-9_]+\\)" settings "${text}")
  foreach(setting IN LISTS settings)
    string(REGEX MATCH "set\\(([a-z_]+) ([a-z0-9_]+)\\)" ignored "${setting}")
    string(REPLACE "\${${CMAKE_MATCH_1}}" "${CMAKE_MATCH_2} \${${CMAKE_MATCH_1}}" text "${text}")
  endforeach()
  string(REGEX MATCHALL "sel4_library\\([^)]*\\)" calls "${text}")
  foreach(call IN LISTS calls)
    string(REGEX MATCH "sel4_library\\([ \n]*([a-z0-9_]+)" ignored "${call}")
    set(name ${CMAKE_MATCH_1})
    list(APPEND built ${name})
    if(call MATCHES "LINKS([a-z0-9_ \n]+)")
      string(REGEX MATCHALL "[a-z0-9_]+" links "${CMAKE_MATCH_1}")
      list(APPEND links_${name} ${links})
    endif()
    if(NOT name IN_LIST order)
      list(APPEND errors "${list_file}: library ${name} is not in the table of lib/README.md")
    endif()
  endforeach()
endforeach()
foreach(name IN LISTS order)
  if(NOT name IN_LIST built)
    list(APPEND errors "lib/README.md: there is no library ${name}")
  endif()
  list(REMOVE_DUPLICATES links_${name})
  list(SORT links_${name})
  if(NOT "${links_${name}}" STREQUAL "${said_${name}}")
    list(JOIN said_${name} " " said)
    list(JOIN links_${name} " " links)
    list(APPEND errors "lib/README.md says that ${name} depends on '${said}'. Its LINKS are '${links}'")
  endif()
endforeach()

# Which library each public header belongs to.
foreach(name IN LISTS order)
  file(GLOB_RECURSE headers ${folder_${name}}/include/*.hpp ${folder_${name}}/arch/*.hpp
       ${folder_${name}}/slot/*.hpp)
  foreach(header IN LISTS headers)
    if(header MATCHES "/include/(.+)$")
      set(owner_${CMAKE_MATCH_1} ${name})
    endif()
  endforeach()
  # All that may be included: what it depends on, and what that depends on.
  set(allowed_${name} ${name} ${said_${name}})
  foreach(dependency IN LISTS said_${name})
    list(APPEND allowed_${name} ${allowed_${dependency}})
  endforeach()
endforeach()

# What the sources include.
foreach(name IN LISTS order)
  file(GLOB_RECURSE sources ${folder_${name}}/include/*.hpp ${folder_${name}}/src/*.cpp
       ${folder_${name}}/src/*.hpp ${folder_${name}}/arch/*.hpp ${folder_${name}}/arch/*.cpp)
  foreach(source IN LISTS sources)
    file(STRINGS ${source} includes REGEX "^#include <sel4/")
    foreach(include IN LISTS includes)
      string(REGEX REPLACE "^#include <([^>]+)>.*" "\\1" include "${include}")
      if(DEFINED owner_${include} AND NOT "${owner_${include}}" IN_LIST allowed_${name})
        list(APPEND errors "${source}: ${name} does not depend on ${owner_${include}}, the library of <${include}>")
      endif()
    endforeach()
  endforeach()
endforeach()

# READMEs.
file(GLOB folders ${SOURCE}/lib/* ${SOURCE}/runtime/* ${SOURCE}/driver/* ${SOURCE}/app/*
     ${SOURCE}/tool/* ${SOURCE}/example/* ${SOURCE}/test/*)
list(APPEND folders ${SOURCE} ${SOURCE}/lib ${SOURCE}/runtime ${SOURCE}/driver ${SOURCE}/app
     ${SOURCE}/tool ${SOURCE}/example ${SOURCE}/test ${SOURCE}/standin ${SOURCE}/cmake ${SOURCE}/docs
     ${SOURCE}/docs/decisions ${SOURCE}/scripts)
foreach(folder IN LISTS folders)
  if(NOT IS_DIRECTORY ${folder})
    continue()
  endif()
  set(heading)
  if(EXISTS ${folder}/README.md)
    file(STRINGS ${folder}/README.md heading REGEX "^# ")
  endif()
  if(NOT heading)
    list(APPEND errors "${folder}: has no README.md with a heading")
  endif()
endforeach()

# All decisions are in their index.
file(GLOB decisions RELATIVE ${SOURCE}/docs/decisions ${SOURCE}/docs/decisions/0*.md)
file(READ ${SOURCE}/docs/decisions/README.md index)
foreach(decision IN LISTS decisions)
  string(FIND "${index}" "(${decision})" at)
  if(at EQUAL -1)
    list(APPEND errors "docs/decisions/README.md: does not list ${decision}")
  endif()
endforeach()

foreach(error IN LISTS errors)
  message("error: ${error}")
endforeach()
list(LENGTH order libraries)
if(errors OR libraries LESS 10)
  message(FATAL_ERROR "the descriptions of libraries and folders are not true")
endif()
message("${libraries} libraries are as lib/README.md says")
