# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -DCOMPILER=<path> -DFLAGS=<flags> -DPREFIX=<prefix> -DWORK=<folder>
#       -DSOURCES=<files> -P every_header.cmake
#
# Compiles the sources, all headers of the prefix together and each alone, in every language that
# programs are written in; any warning is an error. All inline functions are also made into machine
# code.

cmake_minimum_required(VERSION 3.25)

set(include ${PREFIX}/libsel4/include)
file(GLOB_RECURSE headers RELATIVE ${include} ${include}/*.h)
# Those that are for one kind of kernel or processor only; others choose among them.
list(FILTER headers EXCLUDE REGEX "syscalls_m(cs|aster)\\.h$|constants_cortex_")
set(all "")
foreach(header IN LISTS headers)
  string(APPEND all "#include <${header}>\n")
endforeach()
list(LENGTH headers count)
if(count LESS 40)
  message(FATAL_ERROR "${include}: only ${count} headers")
endif()

function(compile what language)
  execute_process(
    COMMAND ${COMPILER} ${FLAGS} -ffreestanding -Wall -Wextra -Werror -I ${include} ${language}
            ${ARGN}
    RESULT_VARIABLE result
    ERROR_VARIABLE error)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${what}, ${language}:\n${error}")
  endif()
endfunction()

set(c_languages "-std=c99;-std=c11;-std=gnu11;-std=c17")
set(cpp_languages "-std=c++17;-std=c++23")
file(MAKE_DIRECTORY ${WORK})
file(WRITE ${WORK}/all.c "${all}")
file(WRITE ${WORK}/all.cpp "extern \"C\" {\n${all}}\n")
foreach(language IN LISTS c_languages)
  compile("all headers" ${language} -fsyntax-only ${WORK}/all.c)
  compile("sources" ${language} -fsyntax-only ${SOURCES} ${PREFIX}/libsel4/src/sel4_bootinfo.c)
endforeach()
foreach(language IN LISTS cpp_languages)
  compile("all headers" ${language} -fsyntax-only ${WORK}/all.cpp)
  compile("sources" ${language} -fsyntax-only -x c++ ${SOURCES})
endforeach()
compile("all functions" -std=c11 -O2 "-Dinline=inline __attribute__((__used__))" -c -o ${WORK}/all.o
        ${WORK}/all.c)
foreach(header IN LISTS headers)
  file(WRITE ${WORK}/one.c "#include <${header}>\n")
  compile("${header} alone" -std=c11 -fsyntax-only ${WORK}/one.c)
endforeach()
