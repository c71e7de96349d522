# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Programs for seL4: root tasks, images, runs and tests of them.

include_guard(GLOBAL)

# The flags of each variant. In the minimal variant the IPC buffer's slot is a plain global.
foreach(variant IN LISTS SEL4_VARIANTS)
  add_library(sel4_variant_${variant} INTERFACE)
  sel4_variant_compile_flags(cxx_flags ${variant})
  sel4_variant_c_flags(c_flags ${variant})
  target_compile_options(
    sel4_variant_${variant} INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:${cxx_flags}>"
                                      "$<$<COMPILE_LANGUAGE:C>:${c_flags}>" ${SEL4_MACHINE_FLAGS})
  set(slot thread_local)
  if(variant STREQUAL "minimal")
    set(slot global)
  endif()
  target_include_directories(sel4_variant_${variant}
                             INTERFACE ${SEL4_SOURCE_DIR}/lib/sys/slot/${slot}/include)
endforeach()

# Archives that need each other (runtime, C library, C++ library) are searched until nothing is
# missing.
set(CMAKE_C_LINK_GROUP_USING_SEL4_RESCAN "LINKER:--start-group" "LINKER:--end-group")
set(CMAKE_C_LINK_GROUP_USING_SEL4_RESCAN_SUPPORTED TRUE)
set(CMAKE_CXX_LINK_GROUP_USING_SEL4_RESCAN "LINKER:--start-group" "LINKER:--end-group")
set(CMAKE_CXX_LINK_GROUP_USING_SEL4_RESCAN_SUPPORTED TRUE)

# What a program is linked with besides its kind's entry; of these only what it uses ends up in it.
set(SEL4_RUNTIME_LIBS thread start libc heap cxxrt print cells)

# sel4_add_program(<name> SOURCES <file>... [VARIANT minimal|default|unwind] [LIBS <our lib>...]
#                  [LINKS <other lib>...] [RUNTIME root_task|protection_domain] [NO_RUNTIME])
#
# A program for seL4: <name>.elf. LIBS are libraries of this project by their short names. The runtime
# (of a root task, unless RUNTIME says another kind) is linked unless NO_RUNTIME: then the program has
# its own _start and nothing is added.
function(sel4_add_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NO_RUNTIME" "VARIANT;RUNTIME" "SOURCES;LIBS;LINKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "sel4_add_program(${name}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "sel4_add_program(${name}): SOURCES are missing")
  endif()
  if(NOT arg_VARIANT)
    set(arg_VARIANT ${SEL4_TARGET_VARIANT})
  endif()
  if(NOT arg_VARIANT IN_LIST SEL4_VARIANTS)
    message(FATAL_ERROR "sel4_add_program(${name}): VARIANT is '${arg_VARIANT}'; "
                        "it must be one of ${SEL4_VARIANTS}")
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES SUFFIX .elf EXPORT_COMPILE_COMMANDS ON)
  target_compile_features(${name} PRIVATE cxx_std_23)
  target_link_options(${name} PRIVATE ${SEL4_LINK_FLAGS})
  if(arg_VARIANT STREQUAL "unwind")
    target_link_options(${name} PRIVATE LINKER:--eh-frame-hdr)
  endif()
  set(libs sel4 ${arg_LIBS})
  if(NOT arg_RUNTIME)
    set(arg_RUNTIME root_task)
  endif()
  if(NOT arg_NO_RUNTIME)
    list(APPEND libs ${arg_RUNTIME} ${SEL4_RUNTIME_LIBS})
  endif()
  sel4_library_closure(closure ${libs})
  set(archives)
  foreach(lib IN LISTS closure)
    target_link_libraries(${name} PRIVATE sel4_${lib})
    get_target_property(has_objects sel4_${lib} SEL4_HAS_OBJECTS)
    if(has_objects)
      list(APPEND archives sel4_${lib}.${arg_VARIANT})
    endif()
  endforeach()
  target_link_libraries(${name} PRIVATE sel4_variant_${arg_VARIANT} ${arg_LINKS})
  if(NOT arg_NO_RUNTIME)
    target_sources(${name} PRIVATE $<TARGET_OBJECTS:sel4_cxxrt_anchor.${arg_VARIANT}>)
  endif()
  if(NOT arg_NO_RUNTIME)
    list(APPEND archives stdc++)
    if(arg_VARIANT STREQUAL "unwind")
      list(APPEND archives gcc_eh)
    endif()
  endif()
  list(APPEND archives gcc)
  list(JOIN archives "," archives)
  target_link_libraries(${name} PRIVATE "$<LINK_GROUP:SEL4_RESCAN,${archives}>")
endfunction()

# sel4_add_root_task(<name> SOURCES <file>... [as sel4_add_program])
#
# A root task with the root-task runtime: the sources say SEL4_ROOT_TASK(<function>).
function(sel4_add_root_task name)
  sel4_add_program(${name} ${ARGN})
endfunction()

# The labels of tests that run on this kernel: its architecture and what sets it apart.
set(SEL4_KERNEL_LABELS ${SEL4_KERNEL_ARCH} system)
foreach(pair "KERNEL_MCS=mcs" "ARM_HYPERVISOR_SUPPORT=hyp" "ENABLE_SMP_SUPPORT=smp"
             "DEBUG_BUILD=debug")
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 key)
  list(GET pair 1 label)
  string(JSON value ERROR_VARIABLE ignored GET "${SEL4_KERNEL_CONFIG}" ${key})
  if(value STREQUAL "ON")
    list(APPEND SEL4_KERNEL_LABELS ${label})
  endif()
endforeach()

# sel4_add_qemu_test(<name> IMAGE <image target> [TIMEOUT <seconds>] [SMP <cores>]
#                    [EXPECT <regex>...] [ARGS <sel4-run option>...] [LABELS <label>...]
#                    [NEEDS_PRINTING])
#
# A ctest test that boots the image under QEMU and takes the test's own verdict; with EXPECT the
# console must also match each of the expressions. With NEEDS_PRINTING it is disabled on kernels
# built without printing: where nothing drives the serial port there is no verdict. Also adds the
# target run_<name>, which runs it on the terminal.
function(sel4_add_qemu_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NEEDS_PRINTING" "IMAGE;TIMEOUT;SMP" "EXPECT;ARGS;LABELS")
  if(NOT arg_IMAGE)
    message(FATAL_ERROR "sel4_add_qemu_test(${name}): IMAGE is missing")
  endif()
  if(NOT SEL4_HAS_KERNEL)
    return()
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  get_target_property(run_options ${arg_IMAGE} SEL4_RUN_OPTIONS)
  set(command ${SEL4_RUN_TOOL} --kernel-config ${SEL4_KERNEL_CONFIG_JSON} --platform-info
              ${SEL4_PLATFORM_INFO} ${run_options})
  if(SEL4_KERNEL_ARCH STREQUAL "x86_64")
    set(command ${SEL4_RUN_TOOL} --kernel-config ${SEL4_KERNEL_CONFIG_JSON} ${run_options})
  endif()
  if(arg_SMP)
    list(APPEND command --smp ${arg_SMP})
  endif()
  set(test_command ${command} --timeout ${arg_TIMEOUT})
  foreach(expression IN LISTS arg_EXPECT)
    list(APPEND test_command --expect-text "${expression}")
  endforeach()
  add_test(NAME ${name} COMMAND ${test_command} ${arg_ARGS})
  math(EXPR limit "${arg_TIMEOUT} + 30")
  set_tests_properties(${name} PROPERTIES LABELS "${SEL4_KERNEL_LABELS};${arg_LABELS}" TIMEOUT ${limit})
  string(JSON is_printing GET "${SEL4_KERNEL_CONFIG}" PRINTING)
  if(arg_NEEDS_PRINTING AND NOT is_printing)
    set_property(TEST ${name} PROPERTY DISABLED TRUE)
  endif()
  add_custom_target(
    run_${name}
    COMMAND ${command} --interactive
    DEPENDS ${arg_IMAGE}
    USES_TERMINAL
    VERBATIM)
endfunction()
