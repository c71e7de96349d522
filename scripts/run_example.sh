#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: run_example.sh <build folder> <example> <kernel's prefix>
#
# Says which kernel it is and runs a built example. On a terminal it is interactive (ctrl-a x ends it);
# otherwise it ends by itself, with the verdict of the example's test as the exit code.

set -euo pipefail
folder=$1
example=$2
prefix=$3
case $example in
  microkit_*) test=microkit.${example#microkit_} ;;
  *) test=example.$example ;;
esac
if [ -f "$prefix/standin-interface.txt" ]; then
  echo "kernel: the stand-in of this project for $(cat "$prefix/standin-interface.txt"): not seL4, not verified"
else
  echo "kernel: seL4 at $prefix"
fi
if [ -t 0 ]; then
  exec cmake --build "$folder" --target "run_$test"
fi
ctest --test-dir "$folder" -R "^${test//./\\.}\$" --no-tests=error --verbose --timeout 120
