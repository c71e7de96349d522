#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: run_bench.sh <build folder>
#
# Runs the benchmarks and prints their tables.

set -euo pipefail
ctest --test-dir "$1" -L bench --no-tests=error --verbose | sed -n 's/^[0-9]*: \(bench .*\)/\1/p; /Passed\|Failed/p'
