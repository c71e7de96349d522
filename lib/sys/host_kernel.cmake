# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Which kernel the bindings are for when they are compiled for the host: the one in SEL4_PREFIX (or
# SEL4_INCLUDE_DIRS), or without one the stand-in's interface files.

include(sel4_kernel)
include(sel4_generated)

set(SEL4_HOST_KERNEL aarch64-mcs CACHE STRING
    "The stand-in's configuration whose interface the host build uses when SEL4_PREFIX is not set")

if(NOT SEL4_PREFIX AND NOT SEL4_INCLUDE_DIRS AND NOT DEFINED ENV{SEL4_PREFIX}
   AND NOT DEFINED ENV{SEL4_INCLUDE_DIRS})
  include(${SEL4_SOURCE_DIR}/standin/interface/standin_interface.cmake)
  set(standin_prefix ${CMAKE_BINARY_DIR}/standin-interface/${SEL4_HOST_KERNEL})
  sel4_install_standin_interface(${SEL4_HOST_KERNEL} ${standin_prefix})
  # Not SEL4_PREFIX itself, which would be kept and hide that none was given.
  set(SEL4_INCLUDE_DIR_LIST ${standin_prefix}/libsel4/include)
  set(SEL4_KERNEL_CONFIG_JSON ${standin_prefix}/libsel4/include/kernel/gen_config.json)
  file(READ ${SEL4_KERNEL_CONFIG_JSON} SEL4_KERNEL_CONFIG)
  sel4_kernel_option(SEL4_KERNEL_ARCH SEL4_ARCH)
else()
  sel4_find_kernel()
endif()

# The folders with this kernel architecture's own code.
set(SEL4_HOST_KERNEL_ARCH ${SEL4_KERNEL_ARCH} CACHE INTERNAL "cpp-sel4")
if(NOT TARGET sel4_generated)
  sel4_add_generated(sel4-codegen ${SEL4_INCLUDE_DIR_LIST})
endif()
