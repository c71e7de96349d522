#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: standalone_test.sh <package|subdirectory|fetch> <sources> <work folder> <host build>
#                           <SEL4_PREFIX | unit> [cmake option...]
#
# Takes example/standalone out of the tree and builds it with cpp-sel4 as a dependency, in one of the
# three ways. If the prefix has a kernel, its tests then boot it; `unit` runs its unit tests on the host
# instead. Host tools come from <host build>: the package through cmake --install, the others as they are.

set -euo pipefail
way=$1 sources=$2 work=$3 host=$4 prefix=$5
shift 5
unset SEL4_PREFIX SEL4_INCLUDE_DIRS SEL4_PLATFORM_INFO SEL4_KERNEL SEL4_DTB SEL4_KERNEL_LOADER_CONFIG

rm -rf "$work"
mkdir -p "$work"
cp -r "$sources/example/standalone" "$work/project"

case $way in
  package)
    # Installed, then moved: nothing in it may name the place it was installed to.
    cmake --install "$host" --prefix "$work/first" >"$work/install.log"
    mv "$work/first" "$work/installed"
    if grep -rIl "$work/first" "$work/installed"; then
      echo 'error: the installed files above name the folder they were installed to' >&2
      exit 1
    fi
    options=(-DCMAKE_PREFIX_PATH="$work/installed")
    ;;
  subdirectory)
    options=(-DCPP_SEL4_SOURCE="$sources" -DSEL4_HOST_TOOLS_DIR="$host/bin")
    ;;
  fetch)
    (cd "$sources" && cmake -E tar czf "$work/cpp-sel4.tar.gz" CMakeLists.txt app cmake driver lib runtime \
      standin test)
    options=(-DCPP_SEL4_URL="file://$work/cpp-sel4.tar.gz" -DSEL4_HOST_TOOLS_DIR="$host/bin")
    ;;
esac

if [ "$prefix" = unit ]; then
  options+=(-DSTANDALONE_UNIT_TESTS=ON)
else
  options+=(-DSEL4_PREFIX="$prefix")
fi
cmake -S "$work/project" -B "$work/build" -G Ninja --log-level=WARNING -DCPP_SEL4_FROM="$way" \
  "${options[@]}" "$@"
cmake --build "$work/build" -- --quiet
if [ "$prefix" = unit ] || [ -f "$prefix/bin/kernel.elf" ]; then
  ctest --test-dir "$work/build" --output-on-failure --no-tests=error
fi
if [ "$prefix" != unit ]; then
  program=$work/build/root_task/standalone.elf
  [ -f "$program" ] || { echo "error: there is no $program" >&2; exit 1; }
  # What clangd does with compile_commands.json: the file's command, read by clang, compiles.
  command=$(grep -B 1 '"file": ".*/project/root_task/main.cpp"' "$work/build/compile_commands.json" |
    sed -n 's/^ *"command": "\(.*\)",$/\1/p' | sed 's/\\"/"/g; s/ -o [^ ]* / /; s/ -c / -fsyntax-only /')
  [ -n "$command" ] || { echo 'error: compile_commands.json lacks root_task/main.cpp' >&2; exit 1; }
  if command -v clang++-19 >/dev/null; then
    arch=$(sed -n 's/.*"SEL4_ARCH": *"\([a-z0-9_]*\)".*/\1/p' "$prefix/libsel4/include/kernel/gen_config.json")
    (cd "$work/build" && eval "clang++-19 --target=$arch-linux-gnu ${command#* }")
  fi
fi
