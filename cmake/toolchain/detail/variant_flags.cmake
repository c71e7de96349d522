# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The compiler and linker flags of seL4 userspace, by architecture, kind and variant.

include_guard(GLOBAL)

# For every object, whatever the variant. Static, at fixed addresses; sections so that the linker can
# drop what is not used. No vector extension beyond the architecture's base: kernels do not save more.
set(SEL4_MACHINE_FLAGS
    -fno-pic
    -fno-pie
    -ffunction-sections
    -fdata-sections
    -ftls-model=local-exec
    -fno-stack-protector)
set(SEL4_ASM_FLAGS "")
# Frames larger than the guard page below a stack are touched page by page, so that none jumps over
# the guard; smaller ones cost nothing. For RISC-V, GCC 12 does this for alloca() only, clang 19 not
# at all.
if(SEL4_COMPILER STREQUAL "gcc" OR NOT SEL4_TARGET_ARCH STREQUAL "riscv64")
  list(APPEND SEL4_MACHINE_FLAGS -fstack-clash-protection)
endif()
if(SEL4_TARGET_ARCH STREQUAL "aarch64")
  # Outline atomics would ask a libc at start-up what the processor can do.
  list(APPEND SEL4_MACHINE_FLAGS -march=armv8-a -mno-outline-atomics)
  if(SEL4_COMPILER STREQUAL "gcc")
    # The guard is 2^12 bytes; GCC takes 64 KiB for granted here.
    list(APPEND SEL4_MACHINE_FLAGS --param=stack-clash-protection-guard-size=12)
  endif()
elseif(SEL4_TARGET_ARCH STREQUAL "riscv64")
  list(APPEND SEL4_MACHINE_FLAGS -march=rv64gc -mabi=lp64d -mcmodel=medany)
  set(SEL4_ASM_FLAGS "-march=rv64gc -mabi=lp64d")
  if(SEL4_COMPILER STREQUAL "clang")
    # GNU ld 2.40 crashes on the relocations of clang's DWARF 5 for this architecture.
    list(APPEND SEL4_MACHINE_FLAGS -fdebug-default-version=4)
    # clang's small data are constants, too: GNU ld then puts a program without other data into one
    # segment, writable and executable.
    list(APPEND SEL4_MACHINE_FLAGS -msmall-data-limit=0)
  endif()
elseif(SEL4_TARGET_ARCH STREQUAL "x86_64")
  list(APPEND SEL4_MACHINE_FLAGS -march=x86-64 -fcf-protection=none)
else()
  message(FATAL_ERROR "SEL4_TARGET_ARCH is '${SEL4_TARGET_ARCH}'; "
                      "it must be aarch64, riscv64 or x86_64")
endif()

# GNU ld with both compilers: lld keeps more of libstdc++ alive on riscv64.
set(SEL4_LINK_FLAGS
    -nostdlib
    -nostartfiles
    -static
    -Wl,--gc-sections
    -Wl,--build-id=none
    -Wl,-z,max-page-size=4096
    -Wl,-z,noexecstack
    -Wl,--no-warn-rwx-segments)
if(SEL4_COMPILER STREQUAL "gcc")
  list(APPEND SEL4_LINK_FLAGS -no-pie)
else()
  list(APPEND SEL4_LINK_FLAGS -fuse-ld=bfd -Wno-unused-command-line-argument)
endif()
if(SEL4_TARGET_KIND STREQUAL "root_task")
  list(APPEND SEL4_LINK_FLAGS -Wl,-z,noseparate-code)
else()
  list(APPEND SEL4_LINK_FLAGS -Wl,-z,separate-code)
endif()

set(SEL4_VARIANTS minimal default unwind)

# C++ flags of a variant.
function(sel4_variant_compile_flags out variant)
  if(variant STREQUAL "minimal" OR variant STREQUAL "default")
    set(flags -fno-exceptions -fno-rtti -fno-unwind-tables -fno-asynchronous-unwind-tables)
    if(variant STREQUAL "minimal")
      # Guards of local statics are for threads, and there is one.
      list(APPEND flags -fno-threadsafe-statics)
    endif()
  elseif(variant STREQUAL "unwind")
    set(flags -fexceptions -frtti -fasynchronous-unwind-tables)
  else()
    message(FATAL_ERROR "unknown variant '${variant}'; it must be one of ${SEL4_VARIANTS}")
  endif()
  set(${out} ${flags} PARENT_SCOPE)
endfunction()

# C flags of a variant: C code is unwound through only in the unwind variant.
function(sel4_variant_c_flags out variant)
  if(variant STREQUAL "unwind")
    set(${out} -fexceptions -fasynchronous-unwind-tables PARENT_SCOPE)
  else()
    set(${out} -fno-exceptions -fno-unwind-tables -fno-asynchronous-unwind-tables PARENT_SCOPE)
  endif()
endfunction()
