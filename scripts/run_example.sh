#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: run_example.sh <build folder> <example>
#
# Runs a built example. On a terminal it is interactive (ctrl-a x ends it); otherwise it ends by
# itself, with the verdict of the example's test as the exit code.

set -euo pipefail
folder=$1
example=$2
if [ -t 0 ]; then
  exec cmake --build "$folder" --target "run_example.$example"
fi
ctest --test-dir "$folder" -R "^example\\.$example\$" --no-tests=error --verbose --timeout 120
