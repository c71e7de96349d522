# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Microkit systems: protection domains in C++ and C, and what the command microkit makes of them.

include_guard(GLOBAL)

# sel4_add_protection_domain(<name> SOURCES <file>... [C_API] [VARIANT minimal|default|unwind]
#                            [LIBS <our lib>...] [LINKS <other lib>...])
#
# A protection domain: the program <name>.elf. Its C++ sources say SEL4_PROTECTION_DOMAIN(<init>).
# With C_API they are C (or C++) sources for libmicrokit instead, which define init(), notified() and
# so on, and include microkit.h.
function(sel4_add_protection_domain name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "C_API" "" "")
  if(arg_C_API)
    sel4_has_libsel4(has_libsel4)
    if(NOT has_libsel4)
      message(FATAL_ERROR "sel4_add_protection_domain(${name} C_API): ${SEL4_INCLUDE_DIR_LIST} has no "
                          "sel4/sel4.h; install the stand-in with its C headers, or use seL4's prefix")
    endif()
    sel4_add_program(${name} ${arg_UNPARSED_ARGUMENTS} RUNTIME libmicrokit)
  else()
    sel4_add_program(${name} ${arg_UNPARSED_ARGUMENTS} RUNTIME protection_domain)
  endif()
  target_link_options(${name} PRIVATE "LINKER:-T,${SEL4_DOMAIN_LINKER_SCRIPT}")
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${SEL4_DOMAIN_LINKER_SCRIPT})
endfunction()
