#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: guide_test.sh <guide.md> <sources> <work folder> <host tools> <SEL4_PREFIX or standin>
#
# Does what a guide tells its reader. Marks in comments before its code blocks say what they are:
#   run           commands, run one after the other in one shell
#   run: kernel   the same, but only if the prefix has a kernel; the stand-in is one
#   file: PATH    the content of a file, written at this point
# `<prefix>` stands for the prefix. `git clone` copies the sources from here, and host tools are taken from <host tools>.

set -euo pipefail
guide=$1 sources=$2 work=$3 host_tools=$4 prefix=$5
rm -rf "$work"
mkdir -p "$work/here"

# The guide as a shell script.
awk -v kernel="$([ "$prefix" = standin ] || [ -f "$prefix/bin/kernel.elf" ] && echo yes || echo no)" '
  /^<!-- run -->$/ { mark = "run"; next }
  /^<!-- run: kernel -->$/ { mark = kernel == "yes" ? "run" : "skip"; next }
  /^<!-- file: .* -->$/ { mark = "file"; path = $3; next }
  /^<!-- (run|file)/ { print "error: " FILENAME ":" FNR ": unknown mark" > "/dev/stderr"; exit 1 }
  /^```/ && !inside {
    inside = 1
    if (mark == "file") {
      print "mkdir -p \"$(dirname " path ")\""
      print "cat >" path " <<\"END_OF_FILE\""
    }
    next
  }
  /^```$/ && inside {
    if (mark == "file") print "END_OF_FILE"
    if (mark != "") blocks++
    inside = 0
    mark = ""
    next
  }
  inside && (mark == "run" || mark == "file") { print }
  END { if (!blocks) { print "error: no block is marked" > "/dev/stderr"; exit 1 } }
' "$guide" | sed 's,<prefix>,$SEL4_PREFIX,g' >"$work/guide.sh"

git() {
  if [ "${1:-}" != clone ]; then
    command git "$@"
    return
  fi
  local to=${3:-$(basename "$2" .git)}
  mkdir -p "$to"
  tar -C "$guide_sources" --exclude=./build --exclude=./.git -cf - . | tar -C "$to" -xf -
  # The stand-in kernel is where that tree would build it: a compiler cache that takes paths relative to
  # the tree knows what the tree of these sources has compiled.
  if [ -f "${SEL4_PREFIX:-}/standin-interface.txt" ]; then
    local folder=$to/build/standin build
    build=$(dirname "$SEL4_PREFIX")
    mkdir -p "$folder"
    ln -s "$build" "$folder/"
    SEL4_PREFIX=$(realpath -s "$folder/$(basename "$build")/prefix")
  fi
}
export -f git
export guide_sources=$sources SEL4_HOST_TOOLS_DIR=$host_tools SEL4_PREFIX=$prefix
unset SEL4_INCLUDE_DIRS SEL4_PLATFORM_INFO SEL4_KERNEL SEL4_DTB SEL4_KERNEL_LOADER_CONFIG
if [ "$prefix" = standin ]; then unset SEL4_PREFIX; fi
cd "$work/here"
bash -eux -o pipefail "$work/guide.sh"
