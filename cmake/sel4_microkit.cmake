# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Microkit systems: protection domains in C++ and C, and what the command microkit makes of them.

include_guard(GLOBAL)

# sel4_add_protection_domain(<name> SOURCES <file>... [C_API | CONSOLE] [VARIANT minimal|default|unwind]
#                            [LIBS <our lib>...] [LINKS <other lib>...])
#
# A protection domain: the program <name>.elf. Its C++ sources say SEL4_PROTECTION_DOMAIN(<init>).
# With C_API they are C (or C++) sources for libmicrokit instead, which define init(), notified() and
# so on, and include microkit.h.
#
# Kernels without printing have no console, and domains are silent there. With CONSOLE the domain prints
# through the board's UART then, if the system description maps its registers:
#   <map mr="uart" vaddr="0x3ff0000" perms="rw" cached="false" setvar_vaddr="sel4_console_vaddr"/>
# The boards are those in runtime/microkit/console/plat. On kernels with printing CONSOLE only provides
# the variable.
function(sel4_add_protection_domain name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "C_API;CONSOLE" "" "")
  if(arg_C_API AND arg_CONSOLE)
    message(FATAL_ERROR "sel4_add_protection_domain(${name}): CONSOLE is for domains in C++, not with C_API")
  endif()
  if(arg_C_API)
    sel4_has_libsel4(has_libsel4)
    if(NOT has_libsel4)
      message(FATAL_ERROR "sel4_add_protection_domain(${name} C_API): ${SEL4_INCLUDE_DIR_LIST} has no "
                          "sel4/sel4.h; install the stand-in with its C headers, or use seL4's prefix")
    endif()
    sel4_add_program(${name} ${arg_UNPARSED_ARGUMENTS} RUNTIME libmicrokit)
    set_property(TARGET ${name} PROPERTY SEL4_C_API ON)
  else()
    sel4_add_program(${name} ${arg_UNPARSED_ARGUMENTS} RUNTIME protection_domain)
  endif()
  if(arg_CONSOLE)
    sel4_domain_console(${name})
  endif()
  target_link_options(${name} PRIVATE "LINKER:-T,${SEL4_DOMAIN_LINKER_SCRIPT}")
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${SEL4_DOMAIN_LINKER_SCRIPT})
endfunction()

# The folder that tells how domains have a console of their own on this kernel's board, or nothing.
function(sel4_has_domain_console out)
  sel4_kernel_option(platform PLAT)
  string(REPLACE "-" "_" platform ${platform})
  set(folder ${SEL4_DOMAIN_CONSOLE_FOLDER}/plat/${platform})
  if(NOT EXISTS ${folder})
    set(folder "")
  endif()
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

# Gives the domain <name> a console of its own (CONSOLE of sel4_add_protection_domain).
function(sel4_domain_console name)
  sel4_has_domain_console(board)
  if(NOT board)
    sel4_kernel_option(platform PLAT)
    message(FATAL_ERROR "sel4_add_protection_domain(${name} CONSOLE): the UART of ${platform} is not known; "
                        "add ${SEL4_DOMAIN_CONSOLE_FOLDER}/plat/<platform>/console_uart.hpp")
  endif()
  target_sources(${name} PRIVATE ${SEL4_DOMAIN_CONSOLE_FOLDER}/console.cpp)
  target_include_directories(${name} PRIVATE ${board})
  target_compile_definitions(${name} PRIVATE SEL4_DOMAIN_CONSOLE=1)
  target_link_libraries(${name} PRIVATE sel4_pl011 sel4_ns16550)
endfunction()

# The target <name> for the image of a Microkit system that some command makes, with how it is run.
function(sel4_microkit_image name image)
  if(SEL4_KERNEL_ARCH STREQUAL "x86_64")
    set(run_options --kernel ${CMAKE_CURRENT_BINARY_DIR}/sel4_32.elf --initrd ${image})
  else()
    set(run_options --image ${image})
  endif()
  add_custom_target(${name} ALL DEPENDS ${image})
  set_target_properties(${name} PROPERTIES SEL4_IMAGE ${image} SEL4_RUN_OPTIONS "${run_options}")
endfunction()

# sel4_add_microkit_system(<image target> SYSTEM <file> DOMAINS <program target>...
#                          [SEARCH_PATH <folder>...] [TYPE elf|binary|uimage])
#
# A bootable image of the system that the file describes. Its program_image and prefill_path are looked
# for next to the file, where the programs are built (<program target>.elf), and in SEARCH_PATH. Beside
# the image are <image target>.report.txt and <image target>.memory.txt. Run and test it as images of
# root tasks: sel4_add_qemu_test(<test> IMAGE <image target>). On kernels without MCS there is no such
# target.
function(sel4_add_microkit_system name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SYSTEM;TYPE" "DOMAINS;SEARCH_PATH")
  foreach(required SYSTEM DOMAINS)
    if(NOT arg_${required})
      message(FATAL_ERROR "sel4_add_microkit_system(${name}): ${required} is missing")
    endif()
  endforeach()
  sel4_kernel_option(has_mcs KERNEL_MCS)
  if(NOT has_mcs OR NOT SEL4_HAS_KERNEL OR NOT TARGET sel4_capdl_initializer
     OR NOT EXISTS "${SEL4_MICROKIT_TOOL}")
    return()
  endif()
  if(NOT arg_TYPE)
    set(arg_TYPE elf)
  endif()
  get_filename_component(system ${arg_SYSTEM} ABSOLUTE)
  get_filename_component(system_folder ${system} DIRECTORY)
  set(search --search-path ${system_folder})
  foreach(domain IN LISTS arg_DOMAINS)
    list(APPEND search --search-path $<TARGET_FILE_DIR:${domain}>)
  endforeach()
  foreach(folder IN LISTS arg_SEARCH_PATH)
    get_filename_component(folder ${folder} ABSOLUTE)
    list(APPEND search --search-path ${folder})
  endforeach()
  set(base ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set(parts --monitor $<TARGET_FILE:microkit_monitor> --initializer $<TARGET_FILE:sel4_capdl_initializer>)
  set(inputs microkit_monitor sel4_capdl_initializer)
  if(SEL4_KERNEL_ARCH STREQUAL "x86_64")
    set(image ${base}.elf)
  else()
    set(suffix_elf elf)
    set(suffix_binary bin)
    set(suffix_uimage uimage)
    set(image ${base}.${suffix_${arg_TYPE}})
    list(APPEND parts --loader $<TARGET_FILE:sel4_kernel_loader> --image-type ${arg_TYPE})
    list(APPEND inputs sel4_kernel_loader)
  endif()
  if(SEL4_PREFIX)
    set(board --sel4-prefix ${SEL4_PREFIX})
  else()
    set(board --board ${MICROKIT_BOARD} --config ${MICROKIT_CONFIG})
    if(SEL4_DTB)
      list(APPEND board --dtb ${SEL4_DTB})
    endif()
    set(tool_environment ${CMAKE_COMMAND} -E env MICROKIT_SDK=${MICROKIT_SDK})
  endif()
  file(GLOB files CONFIGURE_DEPENDS ${system_folder}/*)
  add_custom_command(
    OUTPUT ${image}
    COMMAND ${tool_environment} ${SEL4_MICROKIT_TOOL} ${system} ${board} ${parts} ${search} -o ${image} -r ${base}.report.txt
            --memory-map ${base}.memory.txt
    DEPENDS ${SEL4_MICROKIT_TOOL} ${files} ${arg_DOMAINS} ${inputs} ${SEL4_KERNEL}
    COMMENT "Packing the system ${name}"
    VERBATIM)
  sel4_microkit_image(${name} ${image})
endfunction()
