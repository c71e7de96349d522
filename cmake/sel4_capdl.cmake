# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Systems that the CapDL initializer sets up.

include_guard(GLOBAL)

# sel4_capdl_initializer(): the target sel4_capdl_initializer, the root task that sets a system up.
function(sel4_capdl_initializer)
  set(source ${SEL4_SOURCE_DIR}/app/capdl_initializer)
  set(names main target log slots objects contents spaces threads domains)
  list(TRANSFORM names PREPEND ${source}/src/)
  list(TRANSFORM names APPEND .cpp)
  sel4_add_root_task(sel4_capdl_initializer SOURCES ${names} LIBS capdl cells print alloc VARIANT minimal)
  target_include_directories(sel4_capdl_initializer PRIVATE ${source}/include
                                                            ${source}/arch/${SEL4_ARCH_DIR}/include)
  set_target_properties(sel4_capdl_initializer PROPERTIES OUTPUT_NAME capdl_initializer)
  target_link_libraries(sel4_capdl_initializer PRIVATE sel4_warnings)
endfunction()

# sel4_add_capdl_system(<name> SPEC <json file> [DEPENDS <target or file>...] [FILL_DIRS <folder>...]
#                       [NAMES none|tcbs|all] [NO_EMBED_FRAMES] [NO_DEFLATE] [VERBOSITY <0 to 5>])
#
# A bootable image, target <name>, of the system that a capDL specification describes: files that its
# frames are filled from are looked for in FILL_DIRS. As with sel4_add_image(), sel4_add_qemu_test()
# takes the target.
function(sel4_add_capdl_system name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NO_EMBED_FRAMES;NO_DEFLATE" "SPEC;NAMES;VERBOSITY"
                        "DEPENDS;FILL_DIRS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "sel4_add_capdl_system(${name}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_SPEC)
    message(FATAL_ERROR "sel4_add_capdl_system(${name}): SPEC is missing")
  endif()
  if(NOT SEL4_CAPDL_ADD_SPEC_TOOL)
    message(FATAL_ERROR "sel4_add_capdl_system(${name}): there is no capdl-add-spec among the host tools")
  endif()
  if(NOT arg_NAMES)
    set(arg_NAMES tcbs)
  endif()
  set(level_none 0)
  set(level_tcbs 1)
  set(level_all 2)
  if(NOT DEFINED level_${arg_NAMES})
    message(FATAL_ERROR "sel4_add_capdl_system(${name}): NAMES is '${arg_NAMES}'; "
                        "it must be none, tcbs or all")
  endif()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}_root_task.elf)
  set(options -n ${level_${arg_NAMES}})
  foreach(folder IN LISTS arg_FILL_DIRS)
    list(APPEND options -d ${folder})
  endforeach()
  if(arg_NO_EMBED_FRAMES)
    list(APPEND options --no-embed-frames)
  endif()
  if(arg_NO_DEFLATE)
    list(APPEND options --no-deflate)
  endif()
  if(DEFINED arg_VERBOSITY)
    list(APPEND options --initializer-verbosity ${arg_VERBOSITY})
  endif()
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${SEL4_CAPDL_ADD_SPEC_TOOL} -e $<TARGET_FILE:sel4_capdl_initializer> -f ${arg_SPEC}
            ${options} -o ${output}
    DEPENDS ${SEL4_CAPDL_ADD_SPEC_TOOL} sel4_capdl_initializer ${arg_SPEC} ${arg_DEPENDS}
    COMMENT "Packing the system ${name}"
    VERBATIM)
  add_custom_target(${name}_root_task DEPENDS ${output})
  sel4_add_image(${name} APP ${name}_root_task APP_FILE ${output})
endfunction()
