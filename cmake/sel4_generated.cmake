# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The bindings generated from the kernel's interface files.

include_guard(GLOBAL)

# sel4_add_generated(<tool> <include dir>...)
#
# Adds the interface library sel4_generated: the generated headers and the kernel's own C headers. The
# headers are made again when an interface file or the generator changes.
function(sel4_add_generated tool)
  set(output ${CMAKE_BINARY_DIR}/sel4-generated)
  set(stamp ${output}/stamp)
  set(include_options)
  foreach(dir IN LISTS ARGN)
    list(APPEND include_options --include-dir ${dir})
  endforeach()
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${tool} ${include_options} --output ${output} --depfile ${stamp}.d --depfile-target
            ${stamp} --stamp ${stamp}
    DEPENDS ${tool}
    DEPFILE ${stamp}.d
    COMMENT "Generating the bindings from the kernel's interface files"
    VERBATIM)
  add_custom_target(sel4_generate DEPENDS ${stamp})
  add_library(sel4_generated INTERFACE)
  add_dependencies(sel4_generated sel4_generate)
  target_include_directories(sel4_generated INTERFACE ${output}/include)
  target_include_directories(sel4_generated SYSTEM INTERFACE ${ARGN})
endfunction()
