# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# cmake -DCOMPILER=<path> -DFLAGS=<flags> -DPREFIX=<prefix> -DWORK=<folder> -DSOURCES=<files>
#       [-DEACH=ON] -P every_header.cmake
#
# Compiles the sources, and all headers of the prefix together, in the languages that programs are
# written in; any warning is an error. All inline functions are also made into machine code. EACH:
# compiles each header alone, too.

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

file(MAKE_DIRECTORY ${WORK})
file(WRITE ${WORK}/all.c "${all}")
file(WRITE ${WORK}/all.cpp "extern \"C\" {\n${all}}\n")
foreach(language IN ITEMS -std=c99 -std=c11 -std=c17)
  compile("C" ${language} -fsyntax-only ${WORK}/all.c ${SOURCES}
          ${PREFIX}/libsel4/src/sel4_bootinfo.c)
endforeach()
compile("C++" -std=c++17 -fsyntax-only -x c++ ${WORK}/all.cpp ${SOURCES})
compile("all functions" -std=gnu11 -O2 "-Dinline=inline __attribute__((__used__))" -c -o
        ${WORK}/all.o ${WORK}/all.c)
if(EACH)
  set(each)
  foreach(header IN LISTS headers)
    string(MAKE_C_IDENTIFIER ${header} name)
    file(WRITE ${WORK}/${name}.c "#include <${header}>\n")
    list(APPEND each ${WORK}/${name}.c)
  endforeach()
  compile("each header alone" -std=c11 -fsyntax-only ${each})
endif()
