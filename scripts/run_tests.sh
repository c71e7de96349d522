#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: run_tests.sh <build folder> <SEL4_PREFIX or nothing>
#
# All tests, one summary. On the host: unit tests with sanitizers, fuzzers for a few seconds, and the
# build of everything for all architectures against the interface files of standin/interface. On the
# kernel at SEL4_PREFIX, if given: all system tests, with the compiler and build type of the
# environment (COMPILER, BUILD_TYPE).

set -euo pipefail
cd "$(dirname "$0")/.."

build=$1
prefix=$2
compiler=${COMPILER:-gcc}
build_type=${BUILD_TYPE:-RelWithDebInfo}
jobs=${JOBS:-$(nproc)}
passed=0 failed=0 skipped=0
problems=()

say() { printf '\n== %s\n' "$*"; }

# build_tree <folder> <cmake argument>...
build_tree() {
  local folder=$1
  shift
  cmake -S . -B "$folder" -G Ninja --log-level=NOTICE "$@"
  cmake --build "$folder" -j "$jobs" -- --quiet
}

# run_ctest <title> <folder> <ctest argument>...: adds what ctest counted to the summary.
run_ctest() {
  local title=$1 folder=$2 report
  shift 2
  report=$folder/ctest-report.xml
  rm -f "$report"
  ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$jobs" \
    --output-junit "$(realpath "$folder")/ctest-report.xml" "$@" || problems+=("$title")
  if [ ! -f "$report" ]; then
    problems+=("$title: no report")
    failed=$((failed + 1))
    return
  fi
  local total bad off
  total=$(sed -n 's/.*[ \t]tests="\([0-9]*\)".*/\1/p' "$report" | head -n 1)
  bad=$(sed -n 's/.*failures="\([0-9]*\)".*/\1/p' "$report" | head -n 1)
  off=$(grep -c '<skipped\|status="disabled"\|status="notrun"' "$report" || true)
  passed=$((passed + total - bad - off))
  failed=$((failed + bad))
  skipped=$((skipped + off))
}

# step <title> <command>...: a build that must succeed; counted like a test.
step() {
  local title=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    problems+=("$title")
    return 1
  fi
}

say 'host: unit tests and fuzzers, with address and undefined-behaviour sanitizers (clang)'
if step 'host build' build_tree "$build/host-checked" -DSEL4_FUZZ=ON -DCMAKE_C_COMPILER=clang-19 \
  -DCMAKE_CXX_COMPILER=clang++-19; then
  run_ctest 'host tests and fuzzers' "$build/host-checked"
fi

# compile_only <configuration> <compiler> <build type>: everything builds for a kernel of which we
# have only the interface files. With the tools that have just been built, sanitizers and all.
compile_only() {
  local config=$1 cc=$2 type=$3
  local interface=$build/interface/$config
  cmake -DCONFIG="$config" -DDESTINATION="$(realpath -m "$interface")" \
    -DCODEGEN="$PWD/$build/host-checked/bin/sel4-codegen" -P standin/interface/install.cmake
  build_tree "$build/compile-$config-$cc" \
    -DCMAKE_TOOLCHAIN_FILE="$PWD/cmake/toolchain/sel4.cmake" \
    -DSEL4_PREFIX="$(realpath -m "$interface")" -DSEL4_COMPILER="$cc" \
    -DCMAKE_BUILD_TYPE="$type" -DSEL4_HOST_TOOLS_DIR="$PWD/$build/host-checked/bin" \
    -DSEL4_BUILD_TESTS=ON
}

if [ -z "$prefix" ]; then
  # Compilers and build types take turns: what compiles here in one way does so in the others but
  # for warnings, and time is short.
  for what in 'aarch64-mcs gcc RelWithDebInfo' 'riscv64 gcc MinSizeRel' 'x86_64-mcs clang MinSizeRel'; do
    say "compile everything for $what (no kernel: interface files only)"
    # shellcheck disable=SC2086
    step "compile $what" compile_only $what || true
  done
else
  say 'host: tools'
  step 'host tools' make --no-print-directory host
  prefix=$(realpath "$prefix")
  say "system tests on the kernel at $prefix ($compiler, $build_type)"
  folder=$build/$(basename "$prefix")-$(printf %s "$prefix" | cksum | cut -d' ' -f1)-$compiler-$build_type
  if step 'system build' build_tree "$folder" \
    -DCMAKE_TOOLCHAIN_FILE="$PWD/cmake/toolchain/sel4.cmake" -DSEL4_PREFIX="$prefix" \
    -DSEL4_COMPILER="$compiler" -DCMAKE_BUILD_TYPE="$build_type" \
    -DSEL4_HOST_TOOLS_DIR="$PWD/$build/host/bin" -DSEL4_BUILD_TESTS=ON; then
    run_ctest "system tests on $(basename "$prefix")" "$folder"
  fi
fi

say 'summary'
for problem in "${problems[@]}"; do printf 'failed: %s\n' "$problem"; done
if [ -z "$prefix" ]; then
  echo 'system tests: not run, there is no kernel: set SEL4_PREFIX to the folder that seL4 was'
  echo 'installed to (the one with bin/kernel.elf and libsel4/include) to run them on it.'
fi
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "${#problems[@]}" -eq 0 ]
