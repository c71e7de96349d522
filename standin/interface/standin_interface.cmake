# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# Assembles an installed-kernel prefix without a kernel: the interface files of seL4 in our own
# writing, for one configuration of config/configurations.json. Runs at configure time or in a
# script (see install.cmake). Needs a C compiler of the host, for its preprocessor only.

include_guard(DIRECTORY)

include(${CMAKE_CURRENT_LIST_DIR}/cmake/configuration.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/cmake/object_api.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/cmake/bitfield.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/cmake/numbers.cmake)


# sel4_install_standin_interface(<configuration> <destination> [MEMORY_MIB <size>]
#                                [CODEGEN <sel4-codegen>])
#
# MEMORY_MIB is the machine's memory, if it is not what the configuration says. With CODEGEN, C
# programs can be built too: it makes interfaces/sel4_client.h.
#
# Afterwards <destination> can stand for SEL4_PREFIX wherever no kernel binary is needed. Files that
# would not change are left alone, so repeated calls rebuild nothing. A destination that holds
# another configuration or a real kernel's files is an error.
function(sel4_install_standin_interface configuration destination)
  set(root ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
  cmake_parse_arguments(PARSE_ARGV 2 standin "" "MEMORY_MIB;CODEGEN" "")
  if(destination STREQUAL "" OR destination MATCHES "[][;]")
    message(FATAL_ERROR "stand-in destination '${destination}': empty, or has one of ; [ ]")
  endif()
  get_filename_component(destination "${destination}" ABSOLUTE)
  _sel4_standin_read_configuration(${root}/config "${configuration}" standin)
  _sel4_standin_claim("${configuration}" "${destination}")

  set(include ${destination}/libsel4/include)
  _sel4_standin_write_options(
    ${include}/kernel/gen_config "${standin_options}" "${standin_values}")
  _sel4_standin_write_options(
    ${include}/sel4/gen_config "${standin_library_options}" "${standin_library_values}")

  set(trees include arch/${standin_architecture}/include platform/${standin_platform}/include)
  foreach(tree IN LISTS trees)
    _sel4_standin_copy_tree(${root}/${tree} ${include})
  endforeach()
  _sel4_standin_write_object_api(${root}/object_api ${standin_architecture} ${include}/interfaces)
  list(FIND standin_options KERNEL_MCS index)
  list(GET standin_values ${index} mcs)
  _sel4_standin_write_syscalls(${include} ${mcs})
  _sel4_standin_write_labels(${include})

  # Last, because the bitfield files ask for the options written above.
  foreach(stem IN ITEMS sel4/shared_types sel4/sel4_arch/types)
    foreach(tree IN LISTS trees)
      if(EXISTS ${root}/${tree}/${stem}.bf)
        _sel4_standin_preprocess(${root}/${tree}/${stem}.bf ${include} ${include}/${stem}.pbf)
        _sel4_standin_write_bitfields(${include}/${stem}.pbf ${include}/${stem}_gen.h)
      endif()
    endforeach()
  endforeach()

  _sel4_standin_copy_tree(${root}/src ${destination}/libsel4/src)
  if(standin_CODEGEN)
    _sel4_standin_write_client(${standin_CODEGEN} ${include})
  endif()

  if(NOT "${standin_regions}" STREQUAL "")
    _sel4_standin_write_regions(
      ${root}/config "${standin_regions}" "${standin_MEMORY_MIB}" ${destination}/support/platform_gen)
  endif()
endfunction()

# sel4_standin_configurations(<variable>): the names that sel4_install_standin_interface takes.
function(sel4_standin_configurations variable)
  _sel4_standin_read_json(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/config/configurations.json json)
  _sel4_standin_members("${json}" names configurations)
  set(${variable} ${names} PARENT_SCOPE)
endfunction()

# Marks the destination as ours, or stops before anything of someone else is overwritten.
function(_sel4_standin_claim configuration destination)
  set(marker ${destination}/standin-interface.txt)
  if(EXISTS ${marker})
    file(READ ${marker} present)
    string(STRIP "${present}" present)
    if(NOT present STREQUAL configuration)
      message(FATAL_ERROR "${destination}: holds the stand-in configuration ${present}, "
                          "not ${configuration}; remove it or choose another destination")
    endif()
  elseif(EXISTS ${destination}/libsel4 OR EXISTS ${destination}/bin)
    message(FATAL_ERROR "${destination}: holds an installed kernel that is not a stand-in; "
                        "choose another destination")
  endif()
  _sel4_standin_write(${marker} "${configuration}\n")
endfunction()

function(_sel4_standin_copy_tree from to)
  file(GLOB_RECURSE files RELATIVE ${from} ${from}/*.h ${from}/*.c ${from}/*.xml)
  foreach(file IN LISTS files)
    get_filename_component(folder ${to}/${file} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    file(COPY_FILE ${from}/${file} ${to}/${file} ONLY_IF_DIFFERENT)
    _sel4_standin_depends(${from}/${file})
  endforeach()
endfunction()

function(_sel4_standin_write_client codegen include)
  execute_process(
    COMMAND ${codegen} --include-dir ${include} --c-client ${include}/interfaces/sel4_client.h
    RESULT_VARIABLE result
    ERROR_VARIABLE error)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "stand-in interface: '${codegen}' failed (${result}): ${error}")
  endif()
  _sel4_standin_depends(${codegen})
endfunction()

# A change of the file runs CMake again; scripts have no later.
function(_sel4_standin_depends file)
  if(NOT CMAKE_SCRIPT_MODE_FILE)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endif()
endfunction()

# Writes the file unless it has that content already.
function(_sel4_standin_write file content)
  if(EXISTS ${file})
    file(READ ${file} present)
    if(present STREQUAL content)
      return()
    endif()
  endif()
  file(WRITE ${file}.new "${content}")
  file(RENAME ${file}.new ${file})
endfunction()
