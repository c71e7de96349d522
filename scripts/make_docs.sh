#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: make_docs.sh <build folder> <sel4-codegen> [<SEL4_PREFIX>]
#
# The API reference in <build folder>/docs/<architecture>/html: of the kernel at SEL4_PREFIX, or of the
# interface files in standin/interface for each architecture. Includes the headers generated for that
# kernel. Any warning is an error: so every public declaration has a comment.

set -euo pipefail
cd "$(dirname "$0")/.."
build=$(realpath -m "$1")
codegen=$2
prefix=${3:-}
architectures=(aarch64 riscv64 x86_64)

# make_reference <name> <prefix>
make_reference() {
  local name=$1 include=$2/libsel4/include
  local arch others=() other
  arch=$(sed -n 's/.*"SEL4_ARCH": *"\([a-z0-9_]*\)".*/\1/p' "$include/kernel/gen_config.json")
  local output=$build/docs/$arch
  rm -rf "$output"
  mkdir -p "$output/generated"
  "$codegen" --include-dir "$include" --output "$output/generated"
  for other in "${architectures[@]}"; do
    [ "$other" = "$arch" ] || others+=("*/arch/$other/*")
  done
  SEL4_DOCS_KERNEL=$name SEL4_DOCS_OUTPUT=$output SEL4_DOCS_GENERATED=$output/generated/include \
    SEL4_DOCS_OTHER_ARCHITECTURES="${others[*]}" doxygen docs/Doxyfile
  if [ -s "$output/warnings.txt" ]; then
    cat "$output/warnings.txt" >&2
    echo "error: doxygen's warnings above: mend the comments they name" >&2
    exit 1
  fi
  [ -s "$output/html/index.html" ] || { echo 'error: doxygen has made no index.html' >&2; exit 1; }
  echo "$output/html/index.html"
}

command -v doxygen >/dev/null || {
  echo 'error: doxygen is not installed: scripts/prerequisites.sh --install --groups docs' >&2
  exit 1
}
if [ -n "$prefix" ]; then
  make_reference "the kernel at $(basename "$(realpath "$prefix")")" "$(realpath "$prefix")"
  exit 0
fi
for arch in "${architectures[@]}"; do
  interface=$build/interface/$arch-mcs
  cmake -DCONFIG="$arch-mcs" -DDESTINATION="$interface" -P standin/interface/install.cmake
  make_reference "$arch with MCS" "$interface"
done
