# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Kernels without printing: the examples' domains print themselves.

# sel4_system_with_console(<out> <system file> <domain>...)
#
# Gives the domains in C++ a console, and <out> the name of a system file in which they have the UART's
# registers mapped; else it is the given one.
function(sel4_system_with_console out system)
  sel4_has_domain_console(board)
  include(${board}/console.cmake)
  get_filename_component(name ${system} NAME)
  file(READ ${system} text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${system})
  string(REPLACE "<system>" "<system>\n  <memory_region name=\"console\" size=\"0x1000\" \
phys_addr=\"${SEL4_CONSOLE_PADDR}\"/>" text "${text}")
  foreach(domain IN LISTS ARGN)
    get_target_property(is_c ${domain} SEL4_C_API)
    if(is_c)
      continue()
    endif()
    sel4_domain_console(${domain})
    set(image "<program_image path=\"${domain}.elf\"/>")
    string(REPLACE "${image}" "${image}\n    <map mr=\"console\" vaddr=\"0x3ff0000\" perms=\"rw\" \
cached=\"false\" setvar_vaddr=\"sel4_console_vaddr\"/>" text "${text}")
  endforeach()
  set(file ${CMAKE_CURRENT_BINARY_DIR}/console/${name})
  file(CONFIGURE OUTPUT ${file} CONTENT "${text}" @ONLY)
  set(${out} ${file} PARENT_SCOPE)
endfunction()
