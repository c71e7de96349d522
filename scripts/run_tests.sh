#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: run_tests.sh <build folder> <SEL4_PREFIX or nothing>
#
# All tests, one summary. On the host: unit tests with sanitizers, fuzzers for a few seconds. Then the
# system tests: on the kernel at SEL4_PREFIX, if given, with the compiler and build type of the
# environment (COMPILER, BUILD_TYPE); else on the stand-in kernels. Where there is no stand-in
# everything is compiled against its interface files.

set -euo pipefail
cd "$(dirname "$0")/.."

build=$1
prefix=$2
compiler=${COMPILER:-gcc}
build_type=${BUILD_TYPE:-RelWithDebInfo}
jobs=${JOBS:-$(nproc)}
passed=0 failed=0 skipped=0
problems=()

# with_cache <command>...: what it builds, with a compiler cache. Tests of guides and of the package
# build copies of this tree inside the build folder. With paths taken relative to the tree many of
# their files have been compiled before. Where nothing is compiled twice a cache only takes time.
with_cache() {
  if command -v ccache >/dev/null; then
    CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache \
      CCACHE_DIR=$PWD/$build/ccache CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=4G "$@"
  else
    "$@"
  fi
}

say() { printf '\n== %s\n' "$*"; }

# build_tree <folder> <cmake argument>...: all targets, or those in TARGETS. Sources of
# one program or library are compiled together, for time; what guides build is as users have it.
build_tree() {
  local folder=$1
  shift
  cmake -S . -B "$folder" -G Ninja --log-level=NOTICE -DCMAKE_UNITY_BUILD=ON "$@"
  # shellcheck disable=SC2086
  cmake --build "$folder" -j "$jobs" --target ${TARGETS:-all} -- --quiet
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

# build_for_kernel <folder> <prefix> <compiler> <build type> <host tools>
build_for_kernel() {
  build_tree "$1" -DCMAKE_TOOLCHAIN_FILE="$PWD/cmake/toolchain/sel4.cmake" \
    -DSEL4_PREFIX="$(realpath -m "$2")" -DSEL4_COMPILER="$3" -DCMAKE_BUILD_TYPE="$4" \
    -DSEL4_HOST_TOOLS_DIR="$(realpath -m "$5")" -DSEL4_BUILD_TESTS=ON
}

# system_tests <name> <folder> <prefix> <compiler> <build type> <host tools> <ctest argument>...
system_tests() {
  local name=$1
  shift
  say "system tests on $name ($3, $4)"
  if step "system build for $name" build_for_kernel "${@:1:5}"; then
    run_ctest "system tests on $name" "$1" "${@:6}"
  fi
}

if [ -z "$prefix" ]; then
  # Compilers and build types take turns: what compiles here in one way does so in the others but
  # for warnings, and time is short. For riscv64 the package was tested above. The folders are not
  # those of make example, which has tools of its own, without sanitizers.
  for arch in aarch64 riscv64 x86_64; do
    # aarch64: everything but package tests whose commands other guides run too. riscv64: the kernel's
    # conformance, the examples, and the topics that have much of their own for each architecture.
    # x86_64: the same.
    run=system_tests topics=
    case $arch in
      aarch64)
        run='with_cache system_tests'
        how='gcc RelWithDebInfo' which='-E package.(standalone_subdirectory|standalone_fetch|guide_standin|boot_)' targets=all
        ;;
      riscv64)
        how='clang MinSizeRel' targets='example/all test/conformance/all test/capdl/all'
        topics='faults fuzz irq_timer sched standin tls'
        which="-LE package -R ^(example|microkit|capdl|conformance|standin|root_task\\.(${topics// /|}))([._]|\$)"
        ;;
      x86_64)
        how='gcc MinSizeRel'
        targets='example/all test/conformance/all app/capdl_initializer/all app/microkit_monitor/all test/harness/all'
        topics='faults fuzz heap ipc irq_timer mapping objects sched tls'
        which="-LE package -R ^(example|microkit|conformance|root_task\\.(${topics// /|}))([._]|\$)"
        ;;
    esac
    for topic in $topics; do targets+=" test/root_task/$topic/all"; done
    step "stand-in kernel for $arch" scripts/build_standin.sh "$build/standin/$arch" "$arch" "$build/host-checked/bin" || continue
    # shellcheck disable=SC2086
    TARGETS=$targets $run "the stand-in kernel for $arch" "$build/test-standin-$arch" \
      "$build/standin/$arch/prefix" $how "$build/host-checked/bin" $which
  done
  # Sixteen domains instead of one make another kernel: what is about them runs there.
  if step 'stand-in kernel with domains' scripts/build_standin.sh "$build/standin/aarch64-domains" aarch64 \
    "$build/host-checked/bin" -DSTANDIN_DOMAINS=ON; then
    TARGETS='test/conformance/all example/microkit/domains/all test/root_task/sched/all' \
      with_cache system_tests 'the stand-in kernel for aarch64 with domains' "$build/test-standin-aarch64-domains" \
      "$build/standin/aarch64-domains/prefix" gcc RelWithDebInfo "$build/host-checked/bin" \
      -R '^(conformance|microkit\.domains|root_task\.sched)([._]|$)'
  fi
else
  say 'host: tools'
  step 'host tools' make --no-print-directory host HOST_TOOL_SET=sel4_host_tools
  prefix=$(realpath "$prefix")
  id=$(basename "$prefix")-$(printf %s "$prefix" | cksum | cut -d' ' -f1)
  with_cache system_tests "the kernel at $prefix" "$build/$id-$compiler-$build_type" "$prefix" "$compiler" \
    "$build_type" "$build/host/bin"
fi

say 'summary'
for problem in "${problems[@]}"; do printf 'failed: %s\n' "$problem"; done
if [ -z "$prefix" ]; then
  echo 'system tests ran on the stand-in kernels, which are not seL4; with SEL4_PREFIX set to the folder'
  echo 'that seL4 was installed to they run on it.'
fi
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "${#problems[@]}" -eq 0 ]
