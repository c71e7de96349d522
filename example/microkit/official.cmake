# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# With a Microkit SDK as the kernel (MICROKIT_BOARD): the examples as the official tool packs them, and
# domains linked with the official libmicrokit.

# sel4_official_example(<name> <system file> DOMAINS <program>... [EXPECT <regex>...] [ARGS <sel4-run option>...])
#
# The test microkit.<name>.official: the same programs, packed by the SDK's command with its own loader,
# initialiser and monitor.
function(sel4_official_example name system)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "DOMAINS;EXPECT;ARGS")
  set(tool ${MICROKIT_SDK}/bin/microkit)
  if(NOT EXISTS ${tool})
    return()
  endif()
  get_filename_component(system ${system} ABSOLUTE)
  get_filename_component(folder ${system} DIRECTORY)
  set(search ${folder} ${CMAKE_CURRENT_SOURCE_DIR})
  foreach(domain IN LISTS arg_DOMAINS)
    list(APPEND search $<TARGET_FILE_DIR:${domain}>)
  endforeach()
  set(target microkit_${name}_official_image)
  set(image ${CMAKE_CURRENT_BINARY_DIR}/${target}.elf)
  add_custom_command(
    OUTPUT ${image}
    COMMAND
      ${CMAKE_COMMAND} -E env MICROKIT_SDK=${MICROKIT_SDK} ${tool} ${system} --board ${MICROKIT_BOARD} --config
      ${MICROKIT_CONFIG} --image-type elf -o ${image} -r ${image}.report.txt --search-path ${search}
    DEPENDS ${tool} ${system} ${arg_DOMAINS}
    COMMENT "Packing the system ${name} with the official tool"
    VERBATIM)
  sel4_microkit_image(${target} ${image})
  sel4_add_qemu_test(microkit.${name}.official IMAGE ${target} EXPECT ${arg_EXPECT} ARGS ${arg_ARGS}
                     LABELS example microkit official)
endfunction()

# sel4_add_official_domain(<name> PROGRAM <name in system files> SOURCES <C file>...)
#
# A domain in C with the SDK's headers, library and linker script, and nothing of ours.
function(sel4_add_official_domain name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PROGRAM" "SOURCES")
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(
    ${name}
    PROPERTIES OUTPUT_NAME ${arg_PROGRAM}
               SUFFIX .elf
               RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/official)
  target_compile_options(${name} PRIVATE -ffreestanding)
  target_include_directories(${name} BEFORE PRIVATE ${SEL4_SDK_BOARD}/include)
  target_link_options(${name} PRIVATE -nostdlib -static -Wl,--build-id=none -T ${SEL4_SDK_BOARD}/lib/microkit.ld)
  target_link_libraries(${name} PRIVATE ${SEL4_SDK_BOARD}/lib/libmicrokit.a)
endfunction()
