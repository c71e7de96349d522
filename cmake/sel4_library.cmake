# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The one shape of every library here: include/, src/, test/ and, where code differs by
# architecture, arch/<architecture>/{include,src} with the same include path.

include_guard(GLOBAL)

# Warnings of our own code; consumers of the libraries choose their own. Compiled together, one file's
# names stand before another one's parameters.
add_library(sel4_warnings INTERFACE)
target_compile_options(
  sel4_warnings
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
            -Woverloaded-virtual -Wundef $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>)
if(SEL4_WARNINGS_AS_ERRORS)
  target_compile_options(sel4_warnings INTERFACE -Werror)
endif()

# sel4_library(<name> [SOURCES <file>...] [ARCH_SOURCES <file>...] [LINKS <lib>...] [REPLACEABLE])
#
# Adds the library sel4_<name> (alias sel4::<name>) of the calling folder. ARCH_SOURCES are relative
# to arch/<architecture>/src. In a host build this is one library. In a build for seL4 the runtime
# variants differ in flags, so a library with sources becomes one static library per variant,
# sel4_<name>.<variant>, built only when a program needs it; sel4_<name> itself carries the headers.
#
# REPLACEABLE: files are units of linking. A program gets those that it needs, and its own definitions
# take the place of others, so they are compiled apart, even where CMAKE_UNITY_BUILD joins sources.
function(sel4_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "REPLACEABLE" "" "SOURCES;ARCH_SOURCES;LINKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "sel4_library(${name}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  set(headers sel4_${name})
  add_library(${headers} INTERFACE)
  add_library(sel4::${name} ALIAS ${headers})
  target_compile_features(${headers} INTERFACE cxx_std_23)
  if(SEL4_HOST_BUILD)
    target_link_libraries(${headers} INTERFACE sel4_host_checks)
  endif()
  target_include_directories(${headers} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/include)
  set(arch_dir ${CMAKE_CURRENT_SOURCE_DIR}/arch/${SEL4_ARCH_DIR})
  if(EXISTS ${arch_dir}/include)
    target_include_directories(${headers} INTERFACE ${arch_dir}/include)
  endif()
  set(sources)
  foreach(source IN LISTS arg_SOURCES)
    list(APPEND sources ${CMAKE_CURRENT_SOURCE_DIR}/${source})
  endforeach()
  foreach(source IN LISTS arg_ARCH_SOURCES)
    list(APPEND sources ${arch_dir}/src/${source})
  endforeach()
  foreach(link IN LISTS arg_LINKS)
    target_link_libraries(${headers} INTERFACE sel4_${link})
    set_property(TARGET ${headers} APPEND PROPERTY SEL4_LINKS ${link})
  endforeach()
  if(sources)
    if(SEL4_HOST_BUILD)
      add_library(${headers}_objects STATIC ${sources})
      # Here and below: for clangd, also in projects that use these functions.
      set_property(TARGET ${headers}_objects PROPERTY EXPORT_COMPILE_COMMANDS ON)
      target_link_libraries(${headers}_objects PUBLIC ${headers} PRIVATE sel4_warnings)
      set_property(TARGET ${headers} PROPERTY SEL4_HAS_OBJECTS TRUE)
    else()
      foreach(variant IN LISTS SEL4_VARIANTS)
        add_library(${headers}.${variant} STATIC EXCLUDE_FROM_ALL ${sources})
        set_property(TARGET ${headers}.${variant} PROPERTY EXPORT_COMPILE_COMMANDS ON)
        if(arg_REPLACEABLE)
          set_property(TARGET ${headers}.${variant} PROPERTY UNITY_BUILD OFF)
        endif()
        target_link_libraries(${headers}.${variant} PUBLIC ${headers} sel4_variant_${variant}
                              PRIVATE sel4_warnings)
      endforeach()
      set_property(TARGET ${headers} PROPERTY SEL4_HAS_OBJECTS TRUE)
    endif()
  endif()
endfunction()

# All libraries reachable from the given ones, each once, dependents first.
function(sel4_library_closure out)
  set(todo ${ARGN})
  set(done)
  while(todo)
    list(POP_FRONT todo name)
    list(REMOVE_ITEM done ${name})
    list(APPEND done ${name})
    get_target_property(links sel4_${name} SEL4_LINKS)
    if(links)
      list(APPEND todo ${links})
    endif()
  endwhile()
  set(${out} ${done} PARENT_SCOPE)
endfunction()

# Links <target> with the libraries <name>... and all they need, in the given variant (host: none).
function(sel4_link target variant)
  sel4_library_closure(closure ${ARGN})
  foreach(name IN LISTS closure)
    get_target_property(has_objects sel4_${name} SEL4_HAS_OBJECTS)
    if(has_objects AND SEL4_HOST_BUILD)
      target_link_libraries(${target} PRIVATE sel4_${name}_objects)
    elseif(has_objects)
      target_link_libraries(${target} PRIVATE sel4_${name}.${variant})
    endif()
    target_link_libraries(${target} PRIVATE sel4_${name})
  endforeach()
endfunction()
