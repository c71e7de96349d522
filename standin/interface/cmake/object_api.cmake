# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# The three interface files, put together from one fragment per interface. The order of fragments is
# part of the interface: invocation labels count through it.

set(_sel4_standin_generic untyped tcb cnode irq_control irq_handler domain_set sched_control
                          sched_context)
set(_sel4_standin_aarch64 user_context smc_context vspace smc)
set(_sel4_standin_arm page_table io_page_table page asid_control asid_pool vcpu irq_control
                      sid_control sid cb_control cb)
set(_sel4_standin_riscv user_context page_table page asid_control asid_pool irq_control)
set(_sel4_standin_x86_64 user_context pdpt vcpu)
set(_sel4_standin_x86
    vcpu_context page_directory page_table io_page_table page asid_control asid_pool
    io_port_control io_port irq_control tcb vcpu ept_pdpt ept_pd ept_pt)

function(_sel4_standin_write_object_api root architecture destination)
  _sel4_standin_api(${root} ${destination}/object-api.xml generic " name=\"ObjectApi\"")
  set(by_word_size ${destination}/object-api-sel4-arch.xml)
  set(by_family ${destination}/object-api-arch.xml)
  if(architecture STREQUAL "aarch64")
    _sel4_standin_api(${root} ${by_word_size} aarch64
                      " name=\"ObjectApiAarch64\" label_prefix=\"aarch64_\"")
    _sel4_standin_api(${root} ${by_family} arm " name=\"ObjectApiArm\" label_prefix=\"arm_\"")
  elseif(architecture STREQUAL "riscv64")
    _sel4_standin_api(${root} ${by_word_size} "" "")
    _sel4_standin_api(${root} ${by_family} riscv " name=\"ObjectApiRISCV\" label_prefix=\"riscv_\"")
  elseif(architecture STREQUAL "x86_64")
    _sel4_standin_api(${root} ${by_word_size} x86_64
                      " name=\"ObjectApiX64\" label_prefix=\"x86_64_\"")
    _sel4_standin_api(${root} ${by_family} x86 " name=\"ObjectApiX86\" label_prefix=\"x86_\"")
  else()
    message(FATAL_ERROR "stand-in interface: architecture '${architecture}' is not described")
  endif()
endfunction()

function(_sel4_standin_api root file folder attributes)
  set(text "<?xml version=\"1.0\"?>\n")
  # REUSE-IgnoreStart
  string(APPEND text "<!-- SPDX-License-Identifier: BSD-2-Clause -->\n"
                     "<!-- SPDX-FileCopyrightText: 2026 the cpp-sel4 authors -->\n"
                     "<api${attributes}>\n")
  # REUSE-IgnoreEnd
  if(folder)
    foreach(name IN LISTS _sel4_standin_${folder})
      set(fragment ${root}/${folder}/${name}.xml)
      file(READ ${fragment} content)
      _sel4_standin_depends(${fragment})
      # Drops the licence lines: the file has them once, at its top.
      string(REGEX REPLACE "^(<!--[^\n]*-->\n)+" "" content "${content}")
      string(APPEND text "\n${content}")
    endforeach()
  endif()
  string(APPEND text "</api>\n")
  _sel4_standin_write(${file} "${text}")
endfunction()
