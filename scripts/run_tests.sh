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

# configure_tree <folder> <cmake argument>...: sources of one program or library are compiled together,
# for time; what guides build is as users have it.
configure_tree() {
  local folder=$1
  shift
  cmake -S . -B "$folder" -G Ninja --log-level=NOTICE -DCMAKE_UNITY_BUILD=ON "$@"
}

# build_targets <folder>: all targets, or those in TARGETS.
build_targets() {
  # shellcheck disable=SC2086
  cmake --build "$1" -j "$jobs" --target ${TARGETS:-all} -- --quiet
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

# configure_for_kernel <folder> <prefix> <compiler> <build type> <host tools>
configure_for_kernel() {
  configure_tree "$1" -DCMAKE_TOOLCHAIN_FILE="$PWD/cmake/toolchain/sel4.cmake" \
    -DSEL4_PREFIX="$(realpath -m "$2")" -DSEL4_COMPILER="$3" -DCMAKE_BUILD_TYPE="$4" \
    -DSEL4_HOST_TOOLS_DIR="$(realpath -m "$5")" -DSEL4_BUILD_TESTS=ON
}

# system_tests <name> <folder> <ctest argument>...
system_tests() {
  local name=$1 folder=$2
  shift 2
  if step "system build for $name" build_targets "$folder"; then
    run_ctest "system tests on $name" "$folder" "$@"
  fi
}

build_host() {
  configure_tree "$build/host-checked" -DSEL4_FUZZ=ON -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 &&
    build_targets "$build/host-checked"
}

# plan <stand-in kernel>: what is tested on it. Compilers and build types take turns: what compiles here in
# one way does so in the others but for warnings, and time is short.
plan() {
  arch=${1%-domains} options=() targets=all topics='' cached=''
  case $1 in
    aarch64)
      # Everything but package tests whose commands other guides run too.
      compiler=gcc build_type=RelWithDebInfo cached=with_cache
      which=(-E 'package.(standalone_subdirectory|standalone_fetch|guide_standin|boot_)')
      ;;
    riscv64)
      # The kernel's conformance, the examples, and the topics that have much of their own for each
      # architecture. For it the package was tested on the host.
      compiler=clang build_type=MinSizeRel
      targets='example/all test/conformance/all test/capdl/all'
      topics='faults fuzz irq_timer sched standin tls'
      which=(-LE package -R "^(example|microkit|capdl|conformance|standin|root_task\\.(${topics// /|}))([._]|\$)")
      ;;
    x86_64)
      compiler=gcc build_type=MinSizeRel
      targets='example/all test/conformance/all app/capdl_initializer/all app/microkit_monitor/all test/harness/all'
      topics='faults fuzz heap ipc irq_timer mapping objects sched tls'
      which=(-LE package -R "^(example|microkit|conformance|root_task\\.(${topics// /|}))([._]|\$)")
      ;;
    aarch64-domains)
      # Sixteen domains instead of one make another kernel: what is about them runs there.
      compiler=gcc build_type=RelWithDebInfo cached=with_cache options=(-DSTANDIN_DOMAINS=ON)
      targets='test/conformance/all example/microkit/domains/all test/root_task/sched/all'
      which=(-R '^(conformance|microkit\.domains|root_task\.sched)([._]|$)')
      ;;
  esac
  local topic
  for topic in $topics; do targets+=" test/root_task/$topic/all"; done
}
standins='aarch64 riscv64 x86_64 aarch64-domains'

# prepare <stand-in kernel>: builds it and configures its tests. The folders are not those of make
# example, which has tools of its own, without sanitizers.
prepare() {
  plan "$1"
  scripts/build_standin.sh "$build/standin/$1" "$arch" "$build/host-checked/bin" "${options[@]}" &&
    $cached configure_for_kernel "$build/test-standin-$1" "$build/standin/$1/prefix" "$compiler" \
      "$build_type" "$build/host-checked/bin"
}

# prepare_all: all of them, what each prints in a file, and what each came to.
prepare_all() {
  local name
  for name in $standins; do
    if prepare "$name" >"$build/prepare-$name.log" 2>&1; then touch "$build/prepared-$name"; fi
  done
}
is_prepared() {
  [ -e "$build/prepared-$1" ] && return
  cat "$build/prepare-$1.log" 2>/dev/null || echo "error: without the host's tools it was not built" >&2
  return 1
}

say 'host: unit tests and fuzzers, with address and undefined-behaviour sanitizers (clang)'
if step 'host build' build_host; then
  # Much of this keeps one processor busy at a time, as do some of the tests.
  rm -f "$build"/prepare-*.log "$build"/prepared-*
  [ -n "$prefix" ] || prepare_all &
  run_ctest 'host tests and fuzzers' "$build/host-checked"
  wait
fi

if [ -z "$prefix" ]; then
  for name in $standins; do
    plan "$name"
    say "system tests on the stand-in kernel for $name ($compiler, $build_type)"
    step "stand-in kernel for $name" is_prepared "$name" || continue
    TARGETS=$targets $cached system_tests "the stand-in kernel for $name" "$build/test-standin-$name" "${which[@]}"
  done
else
  say 'host: tools'
  step 'host tools' make --no-print-directory host HOST_TOOL_SET=sel4_host_tools
  prefix=$(realpath "$prefix")
  id=$(basename "$prefix")-$(printf %s "$prefix" | cksum | cut -d' ' -f1)
  tree=$build/$id-$compiler-$build_type
  say "system tests on the kernel at $prefix ($compiler, $build_type)"
  if step 'configuration' with_cache configure_for_kernel "$tree" "$prefix" "$compiler" "$build_type" "$build/host/bin"; then
    with_cache system_tests "the kernel at $prefix" "$tree"
  fi
fi

# With a Microkit SDK: the examples on the kernels of its boards, packed by its tool and by ours, and
# domains of its library. sdk_tests <board> <command>...: the command writes the board's device tree.
sdk_tests() {
  local board=$1 tree=$build/sdk-$1 name="the SDK's board $1" dtb=()
  shift
  [ -d "$sdk/board/$board/debug" ] || return 0
  say "Microkit examples on $name"
  mkdir -p "$tree"
  step "device tree of $name" "$@" || return 0
  [ ! -f "$tree/board.dtb" ] || dtb=(-DSEL4_DTB="$(realpath "$tree/board.dtb")")
  if step "configuration for $name" configure_tree "$tree" \
    -DCMAKE_TOOLCHAIN_FILE="$PWD/cmake/toolchain/sel4.cmake" -DMICROKIT_SDK="$sdk" -DMICROKIT_BOARD="$board" \
    -DMICROKIT_CONFIG=debug "${dtb[@]}" -DSEL4_COMPILER=gcc -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DSEL4_HOST_TOOLS_DIR="$(realpath "$build/host-checked/bin")" -DSEL4_BUILD_TESTS=ON; then
    TARGETS=example/microkit/all system_tests "$name" "$tree" -R '^microkit[.]'
  fi
}

if [ -n "${MICROKIT_SDK:-}" ]; then
  sdk=$(realpath "$MICROKIT_SDK")
  unset MICROKIT_SDK SEL4_PREFIX SEL4_INCLUDE_DIRS
  sdk_tests qemu_virt_aarch64 qemu-system-aarch64 -cpu cortex-a53 -m 2G \
    -machine virt,virtualization=on,dumpdtb="$build/sdk-qemu_virt_aarch64/board.dtb"
  sdk_tests qemu_virt_riscv64 qemu-system-riscv64 -m 2G \
    -machine virt,dumpdtb="$build/sdk-qemu_virt_riscv64/board.dtb"
  sdk_tests x86_64_generic true
fi

say 'summary'
for problem in "${problems[@]}"; do printf 'failed: %s\n' "$problem"; done
if [ -z "$prefix" ]; then
  echo 'system tests ran on the stand-in kernels, which are not seL4; with SEL4_PREFIX set to the folder'
  echo 'that seL4 was installed to they run on it.'
fi
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "${#problems[@]}" -eq 0 ]
