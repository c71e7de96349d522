#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: check_arguments.sh <SEL4_PREFIX or nothing> <ARCH> <COMPILER> <BUILD_TYPE> <EXAMPLE> <example>...
#
# Whether make's variables say something that there is, before anything is installed or built for it.

set -euo pipefail
prefix=$1 arch=$2 compiler=$3 build_type=$4 example=$5
shift 5

# one_of <variable> <value> <choice>...
one_of() {
  local variable=$1 value=$2 choice
  shift 2
  for choice; do [ "$value" != "$choice" ] || return 0; done
  echo "error: $variable=$value: give one of $*" >&2
  exit 1
}

one_of COMPILER "$compiler" gcc clang
one_of BUILD_TYPE "$build_type" RelWithDebInfo MinSizeRel Debug Release
one_of EXAMPLE "$example" "$@"
if [ -z "$prefix" ]; then
  one_of ARCH "$arch" aarch64 riscv64 x86_64
  exit 0
fi
if [ ! -d "$prefix" ]; then
  echo "error: SEL4_PREFIX=$prefix: there is no such folder; give the one that seL4 was installed to" >&2
  echo '       (cmake -DCMAKE_INSTALL_PREFIX=<folder>, ninja install), or unset it for the stand-in' >&2
  exit 1
fi
config=libsel4/include/kernel/gen_config.json
if [ -z "${SEL4_INCLUDE_DIRS:-}" ] && [ ! -f "$prefix/$config" ]; then
  echo "error: SEL4_PREFIX=$prefix: there is no $config in it; give the folder" >&2
  echo '       that seL4 was installed to, not the one that it was built in' >&2
  exit 1
fi
