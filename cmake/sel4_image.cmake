# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The kernel loader and bootable images. Needs SEL4_IMAGE_TOOL (the host program sel4-image) and what
# sel4_find_kernel() sets.

include_guard(GLOBAL)

# The folder below app/kernel_loader/plat for a kernel's platform.
function(_sel4_loader_platform out)
  sel4_kernel_option(plat PLAT)
  if(plat STREQUAL "qemu-arm-virt")
    set(folder qemu_arm_virt)
  elseif(plat STREQUAL "bcm2711")
    set(folder bcm2711)
  elseif(plat MATCHES "^(qemu-riscv-virt|spike|hifive)$")
    set(folder sbi)
  else()
    message(FATAL_ERROR "${SEL4_KERNEL_CONFIG_JSON}: the kernel loader does not know the platform "
                        "'${plat}'; it knows qemu-arm-virt, bcm2711, qemu-riscv-virt, spike and "
                        "hifive, others need a folder in app/kernel_loader/plat")
  endif()
  set(${out} ${folder} PARENT_SCOPE)
endfunction()

# sel4_kernel_loader(): the target sel4_kernel_loader, for the kernel of this build. x86_64 kernels
# need none and get none.
function(sel4_kernel_loader)
  if(SEL4_TARGET_ARCH STREQUAL "x86_64" OR NOT SEL4_HAS_KERNEL)
    return()
  endif()
  set(source ${SEL4_SOURCE_DIR}/app/kernel_loader)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/generated)
  set(arch ${source}/arch/${SEL4_TARGET_ARCH})
  _sel4_loader_platform(platform)
  add_custom_command(
    OUTPUT ${generated}/loader_config.hpp ${generated}/link_options.rsp
    COMMAND ${CMAKE_COMMAND} -E make_directory ${generated}
    COMMAND ${SEL4_IMAGE_TOOL} loader-config --config ${SEL4_KERNEL_CONFIG_JSON} --kernel
            ${SEL4_KERNEL} --header ${generated}/loader_config.hpp --link-options
            ${generated}/link_options.rsp
    DEPENDS ${SEL4_IMAGE_TOOL} ${SEL4_KERNEL_CONFIG_JSON} ${SEL4_KERNEL}
    COMMENT "Generating the kernel loader's configuration"
    VERBATIM)
  if(SEL4_TARGET_ARCH STREQUAL "riscv64")
    # glibc's headers name a file of the ABI they were installed for; the soft-float one has none,
    # and nothing would be in it.
    file(WRITE ${generated}/gnu/stubs-lp64.h "")
  endif()
  set(sources
      ${source}/src/cores.cpp
      ${source}/src/freestanding.cpp
      ${source}/src/log.cpp
      ${source}/src/main.cpp
      ${SEL4_SOURCE_DIR}/lib/payload/src/head.cpp
      ${SEL4_SOURCE_DIR}/lib/payload/src/message.cpp)
  file(GLOB arch_sources CONFIGURE_DEPENDS ${arch}/src/*.cpp ${arch}/src/*.S)
  add_executable(sel4_kernel_loader ${sources} ${arch_sources} ${generated}/loader_config.hpp
                                    ${generated}/link_options.rsp)
  set_target_properties(sel4_kernel_loader PROPERTIES OUTPUT_NAME kernel_loader SUFFIX .elf UNITY_BUILD OFF
                                                      LINK_DEPENDS "${source}/loader.ld;${generated}/link_options.rsp")
  target_compile_features(sel4_kernel_loader PRIVATE cxx_std_23)
  target_include_directories(
    sel4_kernel_loader
    PRIVATE ${generated} ${source}/include ${arch}/include ${source}/plat/${platform}/include
            ${SEL4_SOURCE_DIR}/lib/payload/include)
  set(hypervisor 0)
  if(SEL4_TARGET_ARCH STREQUAL "aarch64")
    sel4_kernel_option(hypervisor_option ARM_HYPERVISOR_SUPPORT)
    if(hypervisor_option)
      set(hypervisor 1)
    endif()
  endif()
  sel4_kernel_option(cores MAX_NUM_NODES)
  target_compile_definitions(sel4_kernel_loader PRIVATE SEL4_LOADER_HYPERVISOR=${hypervisor}
                                                        SEL4_LOADER_MAX_CORES=${cores})
  # Runs before translation is on and without a kernel: general registers and aligned accesses only.
  set(machine_aarch64 -mgeneral-regs-only -mstrict-align)
  set(machine_riscv64 -march=rv64imac_zicsr_zifencei -mabi=lp64 -mcmodel=medany -mno-relax)
  target_compile_options(
    sel4_kernel_loader
    PRIVATE -O2 -fno-builtin -fno-pic -fno-stack-protector -fno-asynchronous-unwind-tables
            ${machine_${SEL4_TARGET_ARCH}}
            $<$<COMPILE_LANGUAGE:CXX>:-ffreestanding;-fno-exceptions;-fno-rtti;-fno-threadsafe-statics>
            $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-tree-loop-distribute-patterns>
            # GNU ld 2.40 crashes on the relocations of clang's DWARF 5 for RISC-V.
            $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-fdebug-default-version=4>
            $<$<COMPILE_LANG_AND_ID:ASM,Clang>:-fdebug-default-version=4>)
  target_link_options(
    sel4_kernel_loader
    PRIVATE
    -nostdlib
    -nostartfiles
    -static
    -Wl,--build-id=none
    -Wl,--no-warn-rwx-segments
    -Wl,-z,noexecstack
    -Wl,-z,max-page-size=4096
    -T
    ${source}/loader.ld
    @${generated}/link_options.rsp)
  if(SEL4_TARGET_ARCH STREQUAL "riscv64")
    target_link_options(sel4_kernel_loader PRIVATE -mabi=lp64 -march=rv64imac)
  endif()
  target_link_libraries(sel4_kernel_loader PRIVATE sel4_warnings)
endfunction()

# sel4_add_image(<image target> APP <program target> [APP_FILE <file>] [TYPE elf|binary|uimage] [ALLOW_WX])
#
# With APP_FILE the root task is that file, which the target APP makes.
# A bootable image of a root task: <image target>.elf, .bin or .uimage, for x86_64 the folder
# <image target> with kernel.elf, root_task.elf and grub/grub.cfg. The target's property SEL4_IMAGE is
# that path, SEL4_RUN_OPTIONS are the options with which sel4-run boots it.
function(sel4_add_image name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALLOW_WX" "APP;APP_FILE;TYPE" "")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "sel4_add_image(${name}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_APP)
    message(FATAL_ERROR "sel4_add_image(${name}): APP is missing")
  endif()
  if(NOT SEL4_HAS_KERNEL)
    # Interface files only: the program is compiled, but there is nothing to boot it on.
    add_custom_target(${name} ALL DEPENDS ${arg_APP})
    return()
  endif()
  if(NOT arg_TYPE)
    set(arg_TYPE elf)
  endif()
  if(NOT arg_TYPE MATCHES "^(elf|binary|uimage)$")
    message(FATAL_ERROR "sel4_add_image(${name}): TYPE is '${arg_TYPE}'; "
                        "it must be elf, binary or uimage")
  endif()
  if(NOT arg_APP_FILE)
    set(arg_APP_FILE $<TARGET_FILE:${arg_APP}>)
  endif()
  set(inputs ${SEL4_IMAGE_TOOL} ${SEL4_KERNEL_CONFIG_JSON} ${SEL4_KERNEL} ${arg_APP} ${arg_APP_FILE})
  set(command ${SEL4_IMAGE_TOOL} --config ${SEL4_KERNEL_CONFIG_JSON} --kernel ${SEL4_KERNEL} --app
              ${arg_APP_FILE})
  if(arg_ALLOW_WX)
    list(APPEND command --allow-wx)
  endif()
  if(SEL4_KERNEL_ARCH STREQUAL "x86_64")
    set(image ${CMAKE_CURRENT_BINARY_DIR}/${name})
    set(outputs ${image}/kernel.elf ${image}/root_task.elf ${image}/grub/grub.cfg)
    set(run_options --kernel ${image}/kernel.elf --initrd ${image}/root_task.elf)
  else()
    set(suffix_elf elf)
    set(suffix_binary bin)
    set(suffix_uimage uimage)
    set(image ${CMAKE_CURRENT_BINARY_DIR}/${name}.${suffix_${arg_TYPE}})
    set(outputs ${image})
    set(run_options --image ${image})
    list(APPEND command --loader $<TARGET_FILE:sel4_kernel_loader> --dtb ${SEL4_DTB} --platform-info
         ${SEL4_PLATFORM_INFO} --image-type ${arg_TYPE})
    list(APPEND inputs sel4_kernel_loader ${SEL4_DTB} ${SEL4_PLATFORM_INFO})
    if(SEL4_KERNEL_LOADER_CONFIG)
      get_filename_component(loader_config ${SEL4_KERNEL_LOADER_CONFIG} ABSOLUTE BASE_DIR
                             ${CMAKE_SOURCE_DIR})
      list(APPEND command --loader-config ${loader_config})
      list(APPEND inputs ${loader_config})
    endif()
  endif()
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${command} --output ${image}
    DEPENDS ${inputs}
    COMMENT "Making the image ${name}"
    VERBATIM)
  add_custom_target(${name} ALL DEPENDS ${outputs})
  set_target_properties(${name} PROPERTIES SEL4_IMAGE ${image} SEL4_RUN_OPTIONS "${run_options}")
endfunction()
