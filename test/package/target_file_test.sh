#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: target_file_test.sh <architecture> <compiler> <sources> <work folder>
#
# Each of the architecture's six target files alone in another CMake project: it configures, compiles
# C++, C and assembly, links, and the program is what the file's name promises.

set -euo pipefail
arch=$1 compiler=$2 sources=$3 work=$4
unset SEL4_PREFIX SEL4_INCLUDE_DIRS SEL4_COMPILER
failures=0

# expect <what> <yes|no> <regex> <file>: whether a line of the file matches.
expect() {
  local found=no
  if grep -qE -- "$3" "$4"; then found=yes; fi
  if [ "$found" != "$2" ]; then
    echo "FAILED: $file ($compiler): $1: expected $2, see $4" >&2
    failures=$((failures + 1))
  fi
}

mkdir -p "$work"
declare -A machine=([aarch64]=AArch64 [riscv64]=RISC-V [x86_64]='X86-64')
for kind in '' -roottask; do
  for variant in -minimal '' -unwind; do
    file=$arch-sel4$kind$variant
    build=$work/$file
    rm -rf "$build"
    cmake -S "$sources/test/package/target_project" -B "$build" -G Ninja --log-level=WARNING \
      -DCMAKE_TOOLCHAIN_FILE="$sources/cmake/toolchain/$file.cmake" -DSEL4_COMPILER="$compiler" \
      -DCMAKE_BUILD_TYPE=MinSizeRel >"$build.log" 2>&1 || { cat "$build.log"; exit 1; }
    cmake --build "$build" -- --quiet
    "$arch-linux-gnu-readelf" -hlSW "$build/program.elf" >"$build/readelf.txt"
    expect 'is for the architecture' yes "Machine:.*${machine[$arch]}" "$build/readelf.txt"
    expect 'lies at fixed addresses' yes 'Type: *EXEC' "$build/readelf.txt"
    expect 'has a dynamic linker' no 'INTERP|DYNAMIC' "$build/readelf.txt"
    expect 'may execute its stack' no 'GNU_STACK.* RWE ' "$build/readelf.txt"
    expect 'can unwind' "$([ "$variant" = -unwind ] && echo yes || echo no)" ' \.eh_frame ' \
      "$build/readelf.txt"
    expect 'has thread-local storage' "$([ "$variant" = -minimal ] && echo no || echo yes)" '^ +TLS ' \
      "$build/readelf.txt"
    expect 'keeps constants apart from code' "$([ -z "$kind" ] && echo yes || echo no)" \
      '^ +LOAD .* R  +0x' "$build/readelf.txt"
    expect 'tells clangd how C++ is compiled' yes "\"command\": \".*(g\+\+|clang\+\+).*main\.cpp" \
      "$build/compile_commands.json"
    expect 'tells clangd how C is compiled' yes "\"command\": \".*(gcc|clang).*helper\.c" \
      "$build/compile_commands.json"
  done
done
[ "$failures" -eq 0 ]
echo "6 target files for $arch work with $compiler"
