# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Host programs: tools, unit tests with sanitizers, fuzzers.

include_guard(GLOBAL)

# Whether a test that is being added is wanted: SEL4_BUILD_TESTS decides on the tests of this project;
# those of a project that depends on it are its own business.
macro(_sel4_return_if_test_not_wanted)
  if(PROJECT_NAME STREQUAL "cpp_sel4" AND NOT SEL4_BUILD_TESTS)
    return()
  endif()
endmacro()

# In a build for the host nothing runs on seL4. Who forgot the target file is told so.
foreach(name sel4_add_program sel4_add_root_task sel4_add_image sel4_add_qemu_test
             sel4_add_protection_domain sel4_add_microkit_system)
  function(${name})
    message(
      FATAL_ERROR
        "${CMAKE_CURRENT_FUNCTION}(${ARGV0}): this is a build for the host; configure with "
        "-DCMAKE_TOOLCHAIN_FILE=${SEL4_SOURCE_DIR}/cmake/toolchain/sel4.cmake "
        "-DSEL4_PREFIX=<installed seL4> in a new build folder")
  endfunction()
endforeach()

# sel4_host_tool(<name> SOURCES <file>... [LIBS <our lib>...] [LINKS <other lib>...])
function(sel4_host_tool name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS;LINKS")
  add_executable(${name} ${arg_SOURCES})
  # A tool's own sources read its command line and call libraries. With the command line library
  # optimised and checked they take longer to compile than everything that is worth it.
  target_compile_options(${name} PRIVATE -O0 -fno-sanitize=all)
  target_compile_features(${name} PRIVATE cxx_std_23)
  target_link_libraries(${name} PRIVATE sel4_warnings ${arg_LINKS})
  sel4_link(${name} host ${arg_LIBS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
endfunction()

# sel4_host_test(<name> SOURCES <file>... [LIBS ...] [LINKS ...] [ARGS ...])
#
# A doctest program, labelled host; the runner with main() is linked in.
function(sel4_host_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS;LINKS;ARGS")
  _sel4_return_if_test_not_wanted()
  if(NOT TARGET sel4_doctest_main)
    add_library(sel4_doctest_main STATIC ${SEL4_SOURCE_DIR}/test/doctest_main.cpp)
    target_compile_features(sel4_doctest_main PUBLIC cxx_std_23)
    # Not ours, and slow to compile: neither optimised nor checked.
    target_compile_options(sel4_doctest_main PRIVATE -O0 -g0 -fno-sanitize=all)
  endif()
  add_executable(test_${name} ${arg_SOURCES})
  set_property(TARGET test_${name} PROPERTY EXPORT_COMPILE_COMMANDS ON)
  target_link_libraries(test_${name} PRIVATE sel4_doctest_main)
  target_compile_features(test_${name} PRIVATE cxx_std_23)
  target_link_libraries(test_${name} PRIVATE sel4_warnings ${arg_LINKS})
  sel4_link(test_${name} host ${arg_LIBS})
  add_test(NAME host.${name} COMMAND test_${name} ${arg_ARGS})
  set_tests_properties(host.${name} PROPERTIES LABELS host TIMEOUT 120)
endfunction()

# sel4_fuzzer(<name> SOURCES <file>... CORPUS <dir> [LIBS ...] [LINKS ...])
#
# A libFuzzer target. With clang (SEL4_FUZZ=ON) it fuzzes for SEL4_FUZZ_SECONDS as a test; with any
# other compiler it is linked with a small driver that replays the corpus, so that the corpus is
# always a regression test.
function(sel4_fuzzer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CORPUS" "SOURCES;LIBS;LINKS")
  _sel4_return_if_test_not_wanted()
  set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/${arg_CORPUS})
  add_executable(fuzz_${name} ${arg_SOURCES})
  target_compile_features(fuzz_${name} PRIVATE cxx_std_23)
  target_link_libraries(fuzz_${name} PRIVATE sel4_warnings ${arg_LINKS})
  sel4_link(fuzz_${name} host ${arg_LIBS})
  if(SEL4_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    set(found ${CMAKE_CURRENT_BINARY_DIR}/${name}-found)
    file(MAKE_DIRECTORY ${found})
    add_test(
      NAME fuzz.${name}
      COMMAND fuzz_${name} -max_total_time=${SEL4_FUZZ_SECONDS} -rss_limit_mb=1024 -timeout=10
              -print_final_stats=1 ${found} ${corpus}
      WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
    set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 300)
  else()
    target_sources(fuzz_${name} PRIVATE ${SEL4_SOURCE_DIR}/test/fuzz/replay.cpp)
    add_test(NAME corpus.${name} COMMAND fuzz_${name} ${corpus})
    set_tests_properties(corpus.${name} PROPERTIES LABELS host TIMEOUT 120)
  endif()
endfunction()
