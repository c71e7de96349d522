#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: make_docs.sh <build folder> <SEL4_PREFIX or nothing>
#
# The API reference, with the generated bindings of the kernel at SEL4_PREFIX, or of the interface
# files in standin/interface. A warning is an error.

set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
prefix=$2
make --no-print-directory BUILD_DIR="$build" host
if [ -z "$prefix" ]; then
  prefix=$build/interface/aarch64-mcs
  cmake -DCONFIG=aarch64-mcs -DDESTINATION="$(realpath -m "$prefix")" -P standin/interface/install.cmake
fi
generated=$build/docs/generated
mkdir -p "$generated"
"$build/host/bin/sel4-codegen" --include-dir "$prefix/libsel4/include" --output "$generated"
SEL4_DOCS_OUTPUT=$build/docs SEL4_DOCS_GENERATED=$generated/include doxygen docs/Doxyfile
echo "$build/docs/html/index.html"
