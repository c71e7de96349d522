# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# A build for seL4 needs programs that run on the host: sel4-codegen, sel4-image, sel4-run,
# sel4-symbolize. They come from SEL4_HOST_TOOLS_DIR, a CMake or environment variable (an installed
# package, or a host build of this project); without it they are built here, with the host's compiler, while configuring.

include_guard(GLOBAL)

function(sel4_find_host_tools)
  if(NOT SEL4_HOST_TOOLS_DIR AND DEFINED ENV{SEL4_HOST_TOOLS_DIR})
    set(SEL4_HOST_TOOLS_DIR "$ENV{SEL4_HOST_TOOLS_DIR}" CACHE PATH "Folder of the host tools" FORCE)
  endif()
  if(NOT SEL4_HOST_TOOLS_DIR)
    set(build ${CMAKE_BINARY_DIR}/sel4-host-tools)
    message(STATUS "cpp-sel4: building the host tools in ${build}")
    # The target build's compiler and flags are not the host's.
    set(clean_environment ${CMAKE_COMMAND} -E env --unset=CC --unset=CXX --unset=CFLAGS
                          --unset=CXXFLAGS --unset=LDFLAGS --unset=CMAKE_TOOLCHAIN_FILE)
    execute_process(
      COMMAND ${clean_environment} ${CMAKE_COMMAND} -S ${SEL4_SOURCE_DIR} -B ${build}
              -G ${CMAKE_GENERATOR} -DSEL4_BUILD_TESTS=OFF -DCMAKE_BUILD_TYPE=Release
      RESULT_VARIABLE failed
      OUTPUT_VARIABLE output
      ERROR_VARIABLE output)
    if(NOT failed)
      execute_process(
        COMMAND ${clean_environment} ${CMAKE_COMMAND} --build ${build} --target sel4_host_tools
        RESULT_VARIABLE failed
        OUTPUT_VARIABLE output
        ERROR_VARIABLE output)
    endif()
    if(failed)
      message(FATAL_ERROR "cpp-sel4: cannot build the host tools:\n${output}\n"
                          "Install what scripts/prerequisites.sh lists, or set SEL4_HOST_TOOLS_DIR.")
    endif()
    set(SEL4_HOST_TOOLS_DIR ${build}/bin CACHE PATH "Folder of the host tools" FORCE)
  endif()
  foreach(tool codegen image run symbolize)
    string(TOUPPER ${tool} upper)
    set(path ${SEL4_HOST_TOOLS_DIR}/sel4-${tool})
    if(NOT EXISTS ${path})
      message(FATAL_ERROR "SEL4_HOST_TOOLS_DIR: there is no ${path}; build the host tools "
                          "(target sel4_host_tools of a host build), or unset the variable")
    endif()
    set(SEL4_${upper}_TOOL ${path} PARENT_SCOPE)
  endforeach()
  # Only systems described in capDL, and Microkit systems, need these.
  foreach(tool capdl-add-spec capdl-test-spec microkit)
    string(TOUPPER ${tool} upper)
    string(REPLACE "-" "_" upper ${upper})
    set(path ${SEL4_HOST_TOOLS_DIR}/${tool})
    if(EXISTS ${path})
      set(SEL4_${upper}_TOOL ${path} PARENT_SCOPE)
    endif()
  endforeach()
endfunction()
