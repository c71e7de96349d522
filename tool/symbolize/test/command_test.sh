#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The command as a whole: command_test.sh <sel4-symbolize> <fixture>
set -u
tool=$1
fixture=$2
failures=0

# expect <name> <exit code> <text in the output> <command...>
expect() {
  name=$1 code=$2 text=$3
  shift 3
  output=$("$@" 2>&1)
  got=$?
  if [ $got -ne "$code" ] || ! printf '%s\n' "$output" | grep -qF -- "$text"; then
    printf 'FAILED %s: exit code %s (expected %s), output:\n%s\nexpected in it: %s\n' \
      "$name" "$got" "$code" "$output" "$text"
    failures=$((failures + 1))
  fi
}

# from_console <text> <option...>
from_console() {
  console=$1
  shift
  printf '%s\n' "$console" | "$tool" "$@"
}

read -r address inner outer <<END
$("$fixture")
END
expect address 0 "fixture::inner()" "$tool" -e "$fixture" "$address"
expect inlined 0 "inlined into fixture::outer(void**)" "$tool" -e "$fixture" "$address"
expect line 0 "fixture.cpp:$inner" "$tool" -e "$fixture" "$address"
expect outer_line 0 "fixture.cpp:$outer" "$tool" -e "$fixture" "$address"
expect outside 1 "is outside the program" "$tool" -e "$fixture" 0x10
expect no_address 2 "error: argument 'xyz': not a hexadecimal address" "$tool" -e "$fixture" xyz
expect no_program 2 "--elf is required" "$tool"
expect no_elf 1 "not an ELF file" "$tool" -e "$0" 0x10
expect missing 1 "No such file" "$tool" -e "$fixture.missing" 0x10
expect console 0 "hello world" from_console "hello world" -e "$fixture"
expect no_frames 0 "(0 frames" from_console "backtrace x: (0 frames, check 811c9dc5)" -e "$fixture"
expect damaged 1 "damaged on its way: its end is missing" from_console "backtrace x: $address" -e "$fixture"
expect damaged_named 1 "fixture::" from_console "backtrace x: $address" -e "$fixture"
expect other_image 0 "backtrace x: 0x1" from_console "backtrace x: 0x1" -e "$fixture" -i y
[ $failures -eq 0 ] || exit 1
