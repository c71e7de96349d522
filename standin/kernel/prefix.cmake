# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# The folder that SEL4_PREFIX can name: interface files, and the device tree of the machine. The
# kernel itself is built into its bin/.

set(prefix ${CMAKE_CURRENT_BINARY_DIR}/prefix)

set(STANDIN_MEMORY_MIB "" CACHE STRING "Memory of the machine in MiB (default: as usual for seL4)")
set(usual_memory_aarch64 1024)
set(usual_memory_riscv64 3072)
set(memory_mib "${STANDIN_MEMORY_MIB}")
if(memory_mib STREQUAL "")
  set(memory_mib ${usual_memory_${STANDIN_ARCH}})
endif()
if(NOT memory_mib MATCHES "^[0-9]+$" OR memory_mib LESS 1024 OR memory_mib GREATER 4096)
  message(FATAL_ERROR "STANDIN_MEMORY_MIB is '${STANDIN_MEMORY_MIB}'; it must be 1024 to 4096")
endif()

include(${CMAKE_CURRENT_SOURCE_DIR}/../interface/standin_interface.cmake)
sel4_install_standin_interface(${STANDIN_ARCH}-mcs ${prefix} MEMORY_MIB ${memory_mib})

# QEMU describes its machine itself.
find_program(STANDIN_QEMU qemu-system-${STANDIN_ARCH} REQUIRED
             DOC "Writes the device tree of the machine that the kernel runs on")
set(machine_options_aarch64 -cpu cortex-a53)
set(machine_options_riscv64 -cpu rv64)
set(dtb ${prefix}/support/kernel.dtb)
add_custom_command(
  OUTPUT ${dtb}
  COMMAND
    ${STANDIN_QEMU} -machine virt,dtb-randomness=off,dumpdtb=${dtb}.new
    ${machine_options_${STANDIN_ARCH}} -m ${memory_mib}M -nographic
  COMMAND ${CMAKE_COMMAND} -E rename ${dtb}.new ${dtb}
  DEPENDS ${STANDIN_QEMU}
  COMMENT "Writing the machine's device tree"
  VERBATIM)
add_custom_target(standin_device_tree ALL DEPENDS ${dtb})

install(DIRECTORY ${prefix}/ DESTINATION . USE_SOURCE_PERMISSIONS)
