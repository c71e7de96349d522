# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Finds the installed kernel. Each of these may be a CMake variable or an environment variable (the
# CMake variable wins):
#   SEL4_PREFIX         where the kernel was installed; the default of all the others
#   SEL4_INCLUDE_DIRS   colon-separated list of header folders, searched in order, instead of
#                       SEL4_PREFIX/libsel4/include
#   SEL4_PLATFORM_INFO  platform_gen.yaml, instead of SEL4_PREFIX/support/platform_gen.yaml
#   SEL4_KERNEL         kernel.elf, instead of SEL4_PREFIX/bin/kernel.elf
#   SEL4_DTB            kernel.dtb, instead of SEL4_PREFIX/support/kernel.dtb
#   SEL4_KERNEL_LOADER_CONFIG  JSON file with options of the kernel loader
#   MICROKIT_BOARD      instead of SEL4_PREFIX: a board of the Microkit SDK at MICROKIT_SDK, in its
#                       configuration MICROKIT_CONFIG (debug). SEL4_DTB has no default then.
# The architecture and every option come from the kernel's gen_config.json.

include_guard(GLOBAL)

# One input: the variable if set, else the environment, else the default. What the user says is kept
# in the cache, so that a later run of the build does not depend on the environment, and must exist;
# defaults are made anew each time, because they follow SEL4_PREFIX.
function(_sel4_input name default doc)
  set(value "${${name}}")
  if(value STREQUAL "${_sel4_default_of_${name}}" OR value STREQUAL default)
    set(value "")
  endif()
  if(NOT value AND DEFINED ENV{${name}})
    set(value "$ENV{${name}}")
  endif()
  if(NOT value)
    set(_sel4_default_of_${name} "${default}" CACHE INTERNAL "cpp-sel4")
    set(${name} "${default}" CACHE STRING "${doc}" FORCE)
    set(${name} "${default}" PARENT_SCOPE)
    return()
  endif()
  set(paths "")
  set(parts "${value}")
  if(name STREQUAL "SEL4_INCLUDE_DIRS")
    string(REPLACE ":" ";" parts "${value}")
  endif()
  foreach(part IN LISTS parts)
    if(part STREQUAL "")
      continue()
    endif()
    get_filename_component(part "${part}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
    if(name MATCHES "^SEL4_(PREFIX|INCLUDE_DIRS)$")
      if(NOT IS_DIRECTORY "${part}")
        message(FATAL_ERROR "${name}: there is no folder '${part}'; set it to where seL4 was installed")
      endif()
    elseif(NOT EXISTS "${part}" OR IS_DIRECTORY "${part}")
      message(FATAL_ERROR "${name}: there is no file '${part}'; "
                          "correct it, or unset it to use the one in SEL4_PREFIX")
    endif()
    list(APPEND paths "${part}")
  endforeach()
  list(JOIN paths ":" value)
  set(_sel4_default_of_${name} "" CACHE INTERNAL "cpp-sel4")
  set(${name} "${value}" CACHE STRING "${doc}" FORCE)
  set(${name} "${value}" PARENT_SCOPE)
endfunction()

# sel4_kernel_option(<out> <KEY>): the value of a configuration key; an unknown key is an error.
function(sel4_kernel_option out key)
  if(NOT SEL4_KERNEL_CONFIG)
    # In a folder above the one that found the kernel.
    file(READ "${SEL4_KERNEL_CONFIG_JSON}" SEL4_KERNEL_CONFIG)
  endif()
  string(JSON value ERROR_VARIABLE error GET "${SEL4_KERNEL_CONFIG}" "${key}")
  if(error)
    message(FATAL_ERROR "${SEL4_KERNEL_CONFIG_JSON}: the kernel's configuration has no key '${key}'; "
                        "is this the gen_config.json of seL4 16?")
  endif()
  set(${out} "${value}" PARENT_SCOPE)
endfunction()

# sel4_find_header(<variable> <relative path>): the first file of that name in the kernel's header
# folders, or nothing.
function(sel4_find_header out relative_path)
  set(${out} "" PARENT_SCOPE)
  foreach(dir IN LISTS SEL4_INCLUDE_DIR_LIST)
    if(EXISTS "${dir}/${relative_path}")
      set(${out} "${dir}/${relative_path}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

# sel4_has_libsel4(<variable>): whether C programs can be built too. libsel4 comes with these
# headers; a stand-in's prefix has both only if it was installed with sel4-codegen.
function(sel4_has_libsel4 out)
  sel4_find_header(api sel4/sel4.h)
  sel4_find_header(stubs interfaces/sel4_client.h)
  if(api AND stubs)
    set(${out} TRUE PARENT_SCOPE)
  else()
    set(${out} FALSE PARENT_SCOPE)
  endif()
endfunction()

# The folder of the board in a Microkit SDK that the variables say, or nothing.
function(_sel4_sdk_board out)
  foreach(name MICROKIT_SDK MICROKIT_BOARD MICROKIT_CONFIG)
    if(NOT ${name} AND DEFINED ENV{${name}})
      set(${name} "$ENV{${name}}")
    endif()
  endforeach()
  set(${out} "" PARENT_SCOPE)
  if(NOT MICROKIT_BOARD)
    return()
  endif()
  if(NOT MICROKIT_CONFIG)
    set(MICROKIT_CONFIG debug)
  endif()
  if(NOT IS_DIRECTORY "${MICROKIT_SDK}/board")
    message(FATAL_ERROR "MICROKIT_SDK: there is no folder '${MICROKIT_SDK}/board'; "
                        "set it to where the Microkit SDK is, or unset MICROKIT_BOARD")
  endif()
  set(folder "${MICROKIT_SDK}/board/${MICROKIT_BOARD}/${MICROKIT_CONFIG}")
  if(NOT IS_DIRECTORY "${folder}/include")
    file(GLOB boards RELATIVE "${MICROKIT_SDK}/board" "${MICROKIT_SDK}/board/*/*")
    list(JOIN boards ", " boards)
    message(FATAL_ERROR "MICROKIT_BOARD: there is no '${MICROKIT_BOARD}/${MICROKIT_CONFIG}' in the SDK; "
                        "boards and configurations: ${boards}")
  endif()
  set(MICROKIT_SDK "${MICROKIT_SDK}" CACHE STRING "Microkit SDK" FORCE)
  set(MICROKIT_BOARD "${MICROKIT_BOARD}" CACHE STRING "Board of the Microkit SDK" FORCE)
  set(MICROKIT_CONFIG "${MICROKIT_CONFIG}" CACHE STRING "Its configuration" FORCE)
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

# Sets SEL4_PREFIX … SEL4_DTB as above, and SEL4_INCLUDE_DIR_LIST, SEL4_KERNEL_CONFIG_JSON,
# SEL4_KERNEL_CONFIG (its text) and SEL4_KERNEL_ARCH in the caller's scope.
macro(sel4_find_kernel)
  _sel4_input(SEL4_PREFIX "" "Where seL4 was installed")
  set(SEL4_SDK_BOARD "")
  set(_sel4_sdk_include "")
  if(NOT SEL4_PREFIX)
    _sel4_sdk_board(SEL4_SDK_BOARD)
    if(SEL4_SDK_BOARD)
      set(_sel4_sdk_include "${SEL4_SDK_BOARD}/include")
    endif()
  endif()
  _sel4_input(SEL4_INCLUDE_DIRS "${_sel4_sdk_include}" "Header folders of seL4, separated by colons")
  if(NOT SEL4_PREFIX AND NOT SEL4_INCLUDE_DIRS)
    message(
      FATAL_ERROR
        "no kernel: set SEL4_PREFIX to the folder that seL4 was installed to (the one with "
        "bin/kernel.elf and libsel4/include), as a CMake variable or in the environment; or set "
        "SEL4_INCLUDE_DIRS to its header folders")
  endif()
  if(SEL4_PREFIX)
    _sel4_input(SEL4_PLATFORM_INFO "${SEL4_PREFIX}/support/platform_gen.yaml" "platform_gen.yaml")
    _sel4_input(SEL4_KERNEL "${SEL4_PREFIX}/bin/kernel.elf" "The kernel's ELF file")
    _sel4_input(SEL4_DTB "${SEL4_PREFIX}/support/kernel.dtb" "The platform's device tree")
  elseif(SEL4_SDK_BOARD)
    _sel4_input(SEL4_PLATFORM_INFO "${SEL4_SDK_BOARD}/platform_gen.json" "platform_gen.json")
    _sel4_input(SEL4_KERNEL "${SEL4_SDK_BOARD}/elf/sel4.elf" "The kernel's ELF file")
    _sel4_input(SEL4_DTB "" "The platform's device tree")
  else()
    _sel4_input(SEL4_PLATFORM_INFO "" "platform_gen.yaml")
    _sel4_input(SEL4_KERNEL "" "The kernel's ELF file")
    _sel4_input(SEL4_DTB "" "The platform's device tree")
  endif()
  _sel4_input(SEL4_KERNEL_LOADER_CONFIG "" "JSON file with options of the kernel loader")
  if(SEL4_INCLUDE_DIRS)
    string(REPLACE ":" ";" SEL4_INCLUDE_DIR_LIST "${SEL4_INCLUDE_DIRS}")
  else()
    set(SEL4_INCLUDE_DIR_LIST "${SEL4_PREFIX}/libsel4/include")
  endif()
  sel4_find_header(SEL4_KERNEL_CONFIG_JSON kernel/gen_config.json)
  if(NOT SEL4_KERNEL_CONFIG_JSON)
    message(FATAL_ERROR "no kernel/gen_config.json in: ${SEL4_INCLUDE_DIR_LIST}; "
                        "set SEL4_PREFIX to the folder that seL4 was installed to")
  endif()
  file(READ "${SEL4_KERNEL_CONFIG_JSON}" SEL4_KERNEL_CONFIG)
  # A new kernel in the same prefix means new answers to everything decided while configuring.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${SEL4_KERNEL_CONFIG_JSON}")
  string(JSON _sel4_type ERROR_VARIABLE _sel4_error TYPE "${SEL4_KERNEL_CONFIG}")
  if(_sel4_error OR NOT _sel4_type STREQUAL "OBJECT")
    message(FATAL_ERROR "${SEL4_KERNEL_CONFIG_JSON}: not a JSON object: ${_sel4_error}; "
                        "install seL4 again")
  endif()
  sel4_kernel_option(SEL4_KERNEL_ARCH SEL4_ARCH)
  if(NOT SEL4_KERNEL_ARCH MATCHES "^(aarch64|riscv64|x86_64)$")
    message(FATAL_ERROR "${SEL4_KERNEL_CONFIG_JSON}: SEL4_ARCH is '${SEL4_KERNEL_ARCH}'; "
                        "aarch64, riscv64 and x86_64 are supported")
  endif()
  if(SEL4_SDK_BOARD AND NOT SEL4_DTB AND NOT SEL4_KERNEL_ARCH STREQUAL "x86_64")
    message(FATAL_ERROR "SEL4_DTB: Microkit SDKs have no device trees; give the machine's "
                        "(QEMU writes it: -machine virt,...,dumpdtb=<file>)")
  endif()
endmacro()
