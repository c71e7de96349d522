# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# The folder that SEL4_PREFIX can name: interface files, and the device tree of the machine. The
# kernel itself is built into its bin/.

set(prefix ${CMAKE_CURRENT_BINARY_DIR}/prefix)

set(STANDIN_MEMORY_MIB "" CACHE STRING "Memory of the machine in MiB (default: as usual for seL4)")
set(usual_memory_aarch64 1024)
set(usual_memory_riscv64 3072)
set(usual_memory_x86_64 1024) # for nothing: the boot loader tells
set(memory_mib "${STANDIN_MEMORY_MIB}")
if(memory_mib STREQUAL "")
  set(memory_mib ${usual_memory_${STANDIN_ARCH}})
endif()
if(NOT memory_mib MATCHES "^[0-9]+$" OR memory_mib LESS 1024 OR memory_mib GREATER 4096)
  message(FATAL_ERROR "STANDIN_MEMORY_MIB is '${STANDIN_MEMORY_MIB}'; it must be 1024 to 4096")
endif()

option(STANDIN_DOMAINS "Sixteen domains, not one (seL4's KernelNumDomains)" OFF)
set(configuration ${STANDIN_ARCH}-mcs)
if(STANDIN_DOMAINS)
  string(APPEND configuration -domains)
endif()

set(STANDIN_CODEGEN "" CACHE FILEPATH "sel4-codegen, which writes the stubs for C programs")
include(${CMAKE_CURRENT_SOURCE_DIR}/../interface/standin_interface.cmake)
sel4_install_standin_interface(${configuration} ${prefix} MEMORY_MIB ${memory_mib} CODEGEN
                               "${STANDIN_CODEGEN}")

# A PC describes itself when it boots.
if(NOT STANDIN_ARCH STREQUAL "x86_64")
  # QEMU describes its machine itself, in a megabyte of mostly nothing, which dtc leaves out.
  find_program(STANDIN_QEMU qemu-system-${STANDIN_ARCH} REQUIRED
               DOC "Writes the device tree of the machine that the kernel runs on")
  find_program(STANDIN_DTC dtc REQUIRED DOC "Compiler of device trees")
  set(machine_aarch64 virt,dtb-randomness=off -cpu cortex-a53)
  set(machine_riscv64 virt -cpu rv64)
  list(POP_FRONT machine_${STANDIN_ARCH} machine)
  set(dtb ${prefix}/support/kernel.dtb)
  set(raw_dtb ${CMAKE_CURRENT_BINARY_DIR}/machine.dtb)
  add_custom_command(
    OUTPUT ${dtb}
    COMMAND
      ${STANDIN_QEMU} -machine ${machine},dumpdtb=${raw_dtb}
      ${machine_${STANDIN_ARCH}} -m ${memory_mib}M -nographic
    COMMAND ${STANDIN_DTC} -q -I dtb -O dtb -o ${dtb}.new ${raw_dtb}
    COMMAND ${CMAKE_COMMAND} -E rename ${dtb}.new ${dtb}
    DEPENDS ${STANDIN_QEMU}
    COMMENT "Writing the machine's device tree"
    VERBATIM)
  add_custom_target(standin_device_tree ALL DEPENDS ${dtb})
endif()

install(DIRECTORY ${prefix}/ DESTINATION . USE_SOURCE_PERMISSIONS)
