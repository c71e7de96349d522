# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# cmake -DSOURCE=<sources> -DWORK=<folder> -P kernel_variables_test.cmake
#
# The variables that say where the kernel is: what they do, who wins, and what is said of wrong ones.

cmake_minimum_required(VERSION 3.25)

set(a ${WORK}/aarch64)
set(r ${WORK}/riscv64)
file(REMOVE_RECURSE ${WORK})
foreach(pair "aarch64-mcs ${a}" "riscv64-mcs ${r}")
  separate_arguments(pair)
  list(GET pair 0 config)
  list(GET pair 1 folder)
  execute_process(COMMAND ${CMAKE_COMMAND} -DCONFIG=${config} -DDESTINATION=${folder} -P
                          ${SOURCE}/standin/interface/install.cmake COMMAND_ERROR_IS_FATAL ANY)
endforeach()
set(include_a ${a}/libsel4/include)
set(include_r ${r}/libsel4/include)
foreach(file kernel.elf other.yaml other.dtb loader.json)
  file(WRITE ${WORK}/files/${file} "{}\n")
endforeach()
# Folders of headers that are no kernel's, or a broken one's.
file(WRITE ${WORK}/headers/mine.h "")
file(WRITE ${WORK}/not_json/kernel/gen_config.json "SEL4_ARCH = aarch64\n")
file(WRITE ${WORK}/array/kernel/gen_config.json "[]\n")
file(WRITE ${WORK}/no_arch/kernel/gen_config.json "{\"KERNEL_MCS\": true}\n")
file(WRITE ${WORK}/arm32/kernel/gen_config.json "{\"SEL4_ARCH\": \"aarch32\"}\n")

set(count 0)
set(bad 0)

# check(<what> <regex> [ENV <name=value>...] [SET <name=value>...] [KEEP] [FAILS])
#
# Configures with only these variables; the output must match. KEEP: in the last build folder again.
function(check what regex)
  cmake_parse_arguments(PARSE_ARGV 2 arg "KEEP;FAILS" "" "ENV;SET")
  math(EXPR number "${count} + 1")
  set(count ${number} PARENT_SCOPE)
  set(build ${WORK}/build)
  if(NOT arg_KEEP)
    file(REMOVE_RECURSE ${build})
  endif()
  set(unset)
  foreach(name SEL4_PREFIX SEL4_INCLUDE_DIRS SEL4_PLATFORM_INFO SEL4_KERNEL SEL4_DTB
               SEL4_KERNEL_LOADER_CONFIG)
    list(APPEND unset --unset=${name})
  endforeach()
  list(TRANSFORM arg_SET PREPEND -D)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env ${unset} ${arg_ENV} ${CMAKE_COMMAND} -S
            ${SOURCE}/test/package/kernel_project -B ${build} -DSEL4_SOURCE_DIR=${SOURCE} ${arg_SET}
    RESULT_VARIABLE failed
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  # Error messages are broken into lines.
  string(REGEX REPLACE "[ \n]+" " " flat "${output}")
  if(failed AND NOT arg_FAILS OR arg_FAILS AND NOT failed OR NOT flat MATCHES "${regex}")
    message("FAILED: ${what}\n  must match: ${regex}\n${output}")
    math(EXPR number "${bad} + 1")
    set(bad ${number} PARENT_SCOPE)
  endif()
endfunction()

check("the prefix, as a CMake variable"
      "SEL4_INCLUDE_DIR_LIST=${include_a}\\. .*SEL4_KERNEL_ARCH=aarch64.*SEL4_PLATFORM_INFO=${a}/support/platform_gen.yaml\\. .*SEL4_KERNEL=${a}/bin/kernel.elf\\. .*SEL4_DTB=${a}/support/kernel.dtb"
      SET SEL4_PREFIX=${a})
check("the prefix, in the environment" "SEL4_KERNEL_ARCH=riscv64.*SEL4_KERNEL=${r}/bin/kernel.elf"
      ENV SEL4_PREFIX=${r})
check("what the environment said stays" "SEL4_KERNEL_ARCH=riscv64" KEEP)
check("another prefix takes its files along" "SEL4_KERNEL_ARCH=aarch64.*SEL4_KERNEL=${a}/bin/kernel.elf"
      KEEP SET SEL4_PREFIX=${a})
check("the CMake variable wins over the environment" "SEL4_KERNEL_ARCH=aarch64" ENV SEL4_PREFIX=${r}
      SET SEL4_PREFIX=${a})
check("header folders alone" "SEL4_KERNEL_ARCH=riscv64.*SEL4_KERNEL=\\." SET SEL4_INCLUDE_DIRS=${include_r})
check("header folders win over the prefix, which still gives the rest"
      "SEL4_KERNEL_CONFIG_JSON=${include_r}/kernel/.*SEL4_KERNEL=${a}/bin/kernel.elf" ENV
      SEL4_PREFIX=${a} SEL4_INCLUDE_DIRS=${include_r})
check("several header folders, searched in order"
      "SEL4_INCLUDE_DIR_LIST=${WORK}/headers.${include_r}.${include_a}.*SEL4_KERNEL_ARCH=riscv64" ENV
      SEL4_INCLUDE_DIRS=${WORK}/headers:${include_r}:${include_a})
check("single files instead of the prefix's"
      "SEL4_PLATFORM_INFO=${WORK}/files/other.yaml\\. .*SEL4_KERNEL=${WORK}/files/kernel.elf\\. .*SEL4_DTB=${WORK}/files/other.dtb\\. .*LOADER_CONFIG=${WORK}/files/loader.json"
      SET SEL4_PREFIX=${a} SEL4_KERNEL=${WORK}/files/kernel.elf SEL4_DTB=${WORK}/files/other.dtb
      SEL4_KERNEL_LOADER_CONFIG=${WORK}/files/loader.json ENV
      SEL4_PLATFORM_INFO=${WORK}/files/other.yaml)

check("nothing at all" "no kernel: set SEL4_PREFIX" FAILS)
check("an empty prefix" "no kernel: set SEL4_PREFIX" FAILS ENV SEL4_PREFIX=)
check("a prefix that is not there" "SEL4_PREFIX: there is no folder '${WORK}/nowhere'" FAILS SET
      SEL4_PREFIX=${WORK}/nowhere)
check("a prefix that is a file" "SEL4_PREFIX: there is no folder" FAILS SET
      SEL4_PREFIX=${WORK}/files/kernel.elf)
check("a prefix without a kernel's headers" "no kernel/gen_config.json in: ${WORK}/files/libsel4/include"
      FAILS SET SEL4_PREFIX=${WORK}/files)
check("one header folder of several is not there"
      "SEL4_INCLUDE_DIRS: there is no folder '${WORK}/nowhere'" FAILS ENV
      SEL4_INCLUDE_DIRS=${include_a}:${WORK}/nowhere)
check("header folders without a configuration" "no kernel/gen_config.json in: ${WORK}/headers" FAILS ENV
      SEL4_INCLUDE_DIRS=${WORK}/headers)
foreach(name SEL4_KERNEL SEL4_PLATFORM_INFO SEL4_DTB SEL4_KERNEL_LOADER_CONFIG)
  check("${name} that is not there" "${name}: there is no file '${WORK}/nowhere'" FAILS SET
        SEL4_PREFIX=${a} ${name}=${WORK}/nowhere)
  check("${name} that is a folder" "${name}: there is no file '${WORK}/files'" FAILS SET SEL4_PREFIX=${a}
        ENV ${name}=${WORK}/files)
endforeach()
check("a configuration that is no JSON" "not_json/kernel/gen_config.json: not a JSON object" FAILS ENV
      SEL4_INCLUDE_DIRS=${WORK}/not_json)
check("a configuration that is no object" "array/kernel/gen_config.json: not a JSON object" FAILS ENV
      SEL4_INCLUDE_DIRS=${WORK}/array)
check("a configuration without the architecture" "has no key 'SEL4_ARCH'" FAILS ENV
      SEL4_INCLUDE_DIRS=${WORK}/no_arch)
check("an architecture that is not supported" "SEL4_ARCH is 'aarch32'" FAILS ENV
      SEL4_INCLUDE_DIRS=${WORK}/arm32)

# With a target file, in a project that compiles.
function(check_target what regex)
  math(EXPR number "${count} + 1")
  set(count ${number} PARENT_SCOPE)
  file(REMOVE_RECURSE ${WORK}/build)
  execute_process(
    COMMAND
      ${CMAKE_COMMAND} -E env --unset=SEL4_PREFIX --unset=SEL4_INCLUDE_DIRS --unset=SEL4_COMPILER
      ${CMAKE_COMMAND} -S ${SOURCE}/example/standalone -B ${WORK}/build -G Ninja
      -DCPP_SEL4_FROM=subdirectory -DCPP_SEL4_SOURCE=${SOURCE} ${ARGN}
    RESULT_VARIABLE failed
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " flat "${output}")
  if(NOT failed OR NOT flat MATCHES "${regex}")
    message("FAILED: ${what}\n  must match: ${regex}\n${output}")
    math(EXPR number "${bad} + 1")
    set(bad ${number} PARENT_SCOPE)
  endif()
endfunction()

set(target_files ${SOURCE}/cmake/toolchain)
check_target("the target file of another architecture" "target file is for riscv64, but .* is of a kernel for aarch64"
             -DCMAKE_TOOLCHAIN_FILE=${target_files}/riscv64-sel4.cmake -DSEL4_PREFIX=${a}
             -DSEL4_HOST_TOOLS_DIR=${WORK})
check_target("an unknown compiler" "SEL4_COMPILER is 'icc'; it must be gcc or clang"
             -DSEL4_COMPILER=icc -DSEL4_PREFIX=${a})
check_target("an unknown variant" "unknown variant 'huge'" -DSEL4_TARGET_VARIANT=huge
             -DSEL4_PREFIX=${a})
check_target("no kernel for a target file that asks it" "no kernel: set SEL4_PREFIX")
check_target("host tools that are not there" "SEL4_HOST_TOOLS_DIR: there is no ${WORK}/sel4-codegen"
             -DSEL4_PREFIX=${a} -DSEL4_HOST_TOOLS_DIR=${WORK})

if(NOT bad EQUAL 0)
  message(FATAL_ERROR "${bad} of ${count} failed")
endif()
message("${count} checks passed")
