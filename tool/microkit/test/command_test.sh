#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The command line of microkit: exit codes, and no output left behind after an error.
# Usage: command_test.sh MICROKIT
set -eu

microkit=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset MICROKIT_SDK SEL4_PREFIX SEL4_MICROKIT_PARTS

# expect CODE TEXT ARGUMENT...: the exit code, and a text in what is printed.
expect() {
  code=$1
  text=$2
  shift 2
  status=0
  "$microkit" "$@" >out 2>&1 || status=$?
  if [ "$status" -ne "$code" ]; then
    echo "microkit $*: exit code $status, expected $code" >&2
    cat out >&2
    exit 1
  fi
  if ! grep -q -F -- "$text" out; then
    echo "microkit $*: '$text' is not in:" >&2
    cat out >&2
    exit 1
  fi
  if [ -e loader.img ] || [ -e report.txt ] || ls ./*.tmp* >/dev/null 2>&1; then
    echo "microkit $*: there is output after an error" >&2
    exit 1
  fi
}

cat >a.system <<END
<system><protection_domain name="a"><program_image path="a.elf" /></protection_domain></system>
END
expect 0 '--memory-map' --help
expect 2 'system' --board b
expect 2 '--image-type' a.system --image-type tar
expect 2 '--nothing' a.system --nothing
expect 1 "error: --output: 'a.system' is the system description, too" a.system -o a.system
expect 1 "error: --diagram: './r' is --report, too" a.system -r r --diagram ./r
expect 1 'this is no Microkit SDK' a.system
expect 1 'there is no such folder' a.system --sel4-prefix nowhere

mkdir -p sdk/board/one/debug sdk/board/two/release
MICROKIT_SDK=$folder/sdk
export MICROKIT_SDK
expect 1 'error: --board: is missing; boards: one, two' a.system
expect 1 "error: --board: 'three' is not there; boards: one, two" a.system --board three --config debug
expect 1 "configurations of one: debug" a.system --board one --config release
expect 1 "the kernel's configuration is not there" a.system --board one --config debug

mkdir -p sdk/board/one/debug/include/kernel sdk/board/one/debug/elf
for name in sel4 loader monitor initialiser; do : >sdk/board/one/debug/elf/$name.elf; done
echo '[]' >sdk/board/one/debug/include/kernel/gen_config.json
expect 1 'gen_config.json: this is no JSON object' a.system --board one --config debug
echo '{"SEL4_ARCH": "aarch64"}' >sdk/board/one/debug/include/kernel/gen_config.json
expect 1 'gen_config.json: ARM_HYPERVISOR_SUPPORT: the key is missing' a.system --board one --config debug
