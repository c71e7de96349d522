# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# What all target files share. Before including this a target file sets
#   SEL4_TARGET_ARCH     aarch64, riscv64 or x86_64
#   SEL4_TARGET_KIND     plain, or root_task (the segments of the image packed tightly, because the
#                        kernel maps a root task's image as one range and ignores its permissions)
#   SEL4_TARGET_VARIANT  minimal (no TLS, no exceptions), default (TLS, no exceptions),
#                        unwind (TLS, exceptions, RTTI, unwind tables)
# The user may set
#   SEL4_COMPILER        gcc (default) or clang; also from the environment

include_guard(GLOBAL)

if(NOT SEL4_COMPILER)
  set(SEL4_COMPILER "$ENV{SEL4_COMPILER}")
endif()
if(NOT SEL4_COMPILER)
  set(SEL4_COMPILER gcc)
endif()
set(SEL4_COMPILER "${SEL4_COMPILER}" CACHE STRING "gcc or clang")
if(NOT SEL4_COMPILER MATCHES "^(gcc|clang)$")
  message(FATAL_ERROR "SEL4_COMPILER is '${SEL4_COMPILER}'; it must be gcc or clang")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SEL4_COMPILER SEL4_PREFIX SEL4_INCLUDE_DIRS)

set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR ${SEL4_TARGET_ARCH})
# There is nothing to link a test program with before the runtime is built.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

set(_triple ${SEL4_TARGET_ARCH}-linux-gnu)
if(SEL4_COMPILER STREQUAL "gcc")
  set(CMAKE_C_COMPILER ${_triple}-gcc)
  set(CMAKE_CXX_COMPILER ${_triple}-g++)
  set(CMAKE_ASM_COMPILER ${_triple}-gcc)
else()
  foreach(_version -19 "")
    find_program(_sel4_clang${_version} clang++${_version})
    if(_sel4_clang${_version})
      set(CMAKE_C_COMPILER clang${_version})
      set(CMAKE_CXX_COMPILER clang++${_version})
      set(CMAKE_ASM_COMPILER clang${_version})
      break()
    endif()
  endforeach()
  foreach(_language C CXX ASM)
    set(CMAKE_${_language}_COMPILER_TARGET ${_triple})
  endforeach()
endif()
set(CMAKE_AR ${_triple}-ar CACHE FILEPATH "" FORCE)
set(CMAKE_RANLIB ${_triple}-ranlib CACHE FILEPATH "" FORCE)
set(CMAKE_STRIP ${_triple}-strip CACHE FILEPATH "" FORCE)
set(CMAKE_OBJCOPY ${_triple}-objcopy CACHE FILEPATH "" FORCE)

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)

include(${CMAKE_CURRENT_LIST_DIR}/variant_flags.cmake)
sel4_variant_compile_flags(_variant ${SEL4_TARGET_VARIANT})
list(JOIN _variant " " _variant)
sel4_variant_c_flags(_c_variant ${SEL4_TARGET_VARIANT})
list(JOIN _c_variant " " _c_variant)
list(JOIN SEL4_MACHINE_FLAGS " " _machine)
foreach(_language C CXX)
  set(CMAKE_${_language}_FLAGS_INIT "${_machine}")
endforeach()
set(CMAKE_ASM_FLAGS_INIT "${SEL4_ASM_FLAGS}")
string(APPEND CMAKE_C_FLAGS_INIT " ${_c_variant}")
string(APPEND CMAKE_CXX_FLAGS_INIT " ${_variant}")
list(JOIN SEL4_LINK_FLAGS " " CMAKE_EXE_LINKER_FLAGS_INIT)
set(CMAKE_EXECUTABLE_SUFFIX .elf)
set(CMAKE_EXECUTABLE_SUFFIX_C .elf)
set(CMAKE_EXECUTABLE_SUFFIX_CXX .elf)
set(CMAKE_EXECUTABLE_SUFFIX_ASM .elf)
