# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -DCONFIG=<configuration> -DDESTINATION=<folder> [-DCODEGEN=<sel4-codegen>] -P install.cmake

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/standin_interface.cmake)

sel4_standin_configurations(names)
list(JOIN names ", " names)
if(NOT DEFINED CONFIG OR NOT DEFINED DESTINATION)
  message(FATAL_ERROR "usage: cmake -DCONFIG=<configuration> -DDESTINATION=<folder> "
                      "[-DCODEGEN=<sel4-codegen>] -P install.cmake; configurations: ${names}")
endif()
sel4_install_standin_interface("${CONFIG}" "${DESTINATION}" CODEGEN "${CODEGEN}")
