#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# sel4-run as a process, with a shell script in QEMU's place. Usage: process_test.sh <sel4-run>
set -u

run=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset SEL4_PREFIX SEL4_PLATFORM_INFO
failures=0

cat >"$folder/config.json" <<'END'
{"SEL4_ARCH": "aarch64", "PLAT": "qemu-arm-virt", "MAX_NUM_NODES": "1", "PRINTING": true,
 "ARM_CORTEX_A53": true, "ARM_HYPERVISOR_SUPPORT": false, "ARM_GIC_V3_SUPPORT": false}
END
echo image >"$folder/image"

# fake_qemu <script>: what the guest does. It notes its own process in $folder/pid.
fake_qemu() {
  {
    echo '#!/bin/sh'
    echo "echo \$\$ >'$folder/pid'"
    printf '%s\n' "$1"
  } >"$folder/qemu"
  chmod +x "$folder/qemu"
  rm -f "$folder/pid"
}

# sel4_run <option>...: leaves status, $folder/out and $folder/err.
sel4_run() {
  "$run" --kernel-config "$folder/config.json" --memory 64 --image "$folder/image" \
    --qemu "$folder/qemu" --batch "$@" >"$folder/out" 2>"$folder/err" </dev/null
  status=$?
}

fail() {
  echo "FAILED: $1" >&2
  sed 's/^/  out: /' "$folder/out" >&2
  sed 's/^/  err: /' "$folder/err" >&2
  failures=$((failures + 1))
}

# expect <name> <status> <last line of standard error, a pattern of case>
expect() {
  [ "$status" -eq "$2" ] || fail "$1: exit code $status, not $2"
  last=$(tail -n 1 "$folder/err")
  # shellcheck disable=SC2254
  case $last in
    $3) ;;
    *) fail "$1: last line is '$last'" ;;
  esac
  [ -s "$folder/pid" ] || return
  tries=0
  while is_alive "$(cat "$folder/pid")"; do
    tries=$((tries + 1))
    [ $tries -lt 20 ] || fail "$1: QEMU was left behind"
    [ $tries -lt 20 ] || return
    sleep 0.05
  done
}

# Whether a process of the group runs. Those that nobody has waited for yet do not count.
is_alive() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v group="$1" '$5 == group && $3 != "Z" { found = 1 }
    END { exit !found }'
}

fake_qemu 'printf "hello\nTEST_PASS\n"; sleep 1000'
sel4_run
expect pass 0 'sel4-run: PASS'
[ "$(cat "$folder/out")" = "hello
TEST_PASS" ] || fail 'pass: the console is not shown as it is'

fake_qemu 'printf "one is not two\nTEST_FAIL\n"; sleep 1000'
sel4_run
expect failed 1 'sel4-run: FAIL (test-failed): *last output line: one is not two'

fake_qemu 'printf "a\001b\020c\006d\004"; sleep 1000'
sel4_run
expect 'byte sentinel' 0 'sel4-run: PASS'
[ "$(cat "$folder/out")" = abcd ] || fail 'byte sentinel: its bytes are shown'

fake_qemu 'echo waiting; sleep 1000 & wait'
sel4_run --timeout 0.5
expect time-out 14 'sel4-run: FAIL (time-out): no verdict within 0.5 s; last output line: waiting'

fake_qemu 'trap "" TERM INT; while :; do echo busy; done'
sel4_run --timeout 0.5
expect 'time-out of one that floods' 14 'sel4-run: FAIL (time-out): *'

fake_qemu 'echo "panic at a.cpp:1: no memory"; sleep 1000'
sel4_run --grace 0.2
expect panic 12 'sel4-run: FAIL (panic): panic at a.cpp:1: no memory'

fake_qemu 'echo "Caught cap fault in send phase at address 0"; sleep 1000'
sel4_run --grace 0.2
expect fault 10 'sel4-run: FAIL (fault): Caught cap fault in send phase at address 0'

fake_qemu 'echo "halting..."; sleep 1000'
sel4_run --grace 0.2
expect halt 11 'sel4-run: FAIL (kernel-halt): halting...'

fake_qemu 'echo "seL4 loader | ERROR  payload: overlap"; sleep 1000'
sel4_run --grace 0.2
expect loader 13 'sel4-run: FAIL (loader): seL4 loader | ERROR  payload: overlap'

fake_qemu 'echo bye'
sel4_run
expect 'early end' 15 'sel4-run: FAIL (no-verdict): QEMU ended (exit code 0)*last output line: bye'

fake_qemu 'echo bye; (sleep 1000 &) ; exit 0'
sel4_run
expect 'early end with something left' 15 'sel4-run: FAIL (no-verdict): *'

fake_qemu 'echo "qemu: no such machine" >&2; exit 1'
sel4_run
expect 'refused command line' 4 'sel4-run: FAIL (not-started): *exit code 1: qemu: no such machine'

rm "$folder/qemu" "$folder/pid"
sel4_run
expect 'no QEMU' 4 'sel4-run: FAIL (not-started): *No such file or directory'

fake_qemu 'echo "badge = 0x1337"; echo TEST_PASS; sleep 1000'
sel4_run --expect-text 'badge = 0x[0-9a-f]+$'
expect 'expected text' 0 'sel4-run: PASS'
sel4_run --expect-text 'never printed'
expect 'missing text' 5 "sel4-run: FAIL (unexpected): *'never printed'"
sel4_run --expect-failure
expect 'unexpected pass' 5 'sel4-run: FAIL (unexpected): *'

fake_qemu 'echo "panic at a.cpp:1: x"; sleep 1000'
sel4_run --grace 0.2 --expect-failure
expect 'expected failure' 0 'sel4-run: PASS (expected: panic): *'
sel4_run --grace 0.2 --expect-failure --expect-text 'nothing like this'
expect 'expected failure without its text' 5 'sel4-run: FAIL (unexpected): *'
sel4_run --grace 0.2 --expect-verdict panic
expect 'expected verdict' 0 'sel4-run: PASS (expected: panic): *'
sel4_run --grace 0.2 --expect-verdict fault
expect 'another verdict' 12 'sel4-run: FAIL (panic): *'

# shellcheck disable=SC2016
fake_qemu 'printf "name? "; read name; echo "hello $name"; echo TEST_PASS; sleep 1000'
sel4_run --send 'world\n' --after 'name\? $' --expect-text '^name\? hello world$'
expect 'scripted input' 0 'sel4-run: PASS'

fake_qemu 'printf "a\033[31mb\nTEST_PASS\n"; sleep 1000'
sel4_run --log "$folder/log"
expect 'log' 0 'sel4-run: PASS'
printf 'a\033[31mb\nTEST_PASS\n' | cmp -s - "$folder/log" || fail 'log: not what the guest printed'

fake_qemu 'trap "echo plugin says 42 >&2; exit 0" TERM; echo TEST_PASS; while :; do sleep 0.05; done'
sel4_run --plugin p.so
expect 'plugin' 0 'sel4-run: PASS'
grep -q 'plugin says 42' "$folder/err" || fail 'plugin: it could not report'

for pair in INT:2 TERM:15 HUP:1; do
  signal=${pair%:*}
  fake_qemu 'echo started; sleep 1000'
  # A shell's background jobs ignore SIGINT, so env puts it back.
  env --default-signal=INT "$run" --kernel-config "$folder/config.json" --memory 64 \
    --image "$folder/image" --qemu "$folder/qemu" --batch >"$folder/out" 2>"$folder/err" &
  runner=$!
  until [ -s "$folder/pid" ] && grep -q started "$folder/out"; do sleep 0.05; done
  kill -s "$signal" "$runner"
  wait "$runner"
  status=$?
  expect "signal $signal" $((128 + ${pair#*:})) 'sel4-run: FAIL (interrupted): *'
done

fake_qemu 'echo started; exec sleep 1000'
"$run" --kernel-config "$folder/config.json" --memory 64 --image "$folder/image" \
  --qemu "$folder/qemu" --batch >"$folder/out" 2>"$folder/err" </dev/null &
runner=$!
until [ -s "$folder/pid" ] && grep -q started "$folder/out"; do sleep 0.05; done
kill -s KILL "$runner"
wait "$runner" 2>/dev/null
tries=0
while is_alive "$(cat "$folder/pid")" && [ $tries -lt 40 ]; do
  sleep 0.05
  tries=$((tries + 1))
done
[ $tries -lt 40 ] || fail 'QEMU outlived the runner'

sel4_run --smp none
expect 'usage' 2 'error: command line: *'
"$run" --kernel-config "$folder/none.json" --image "$folder/image" --batch \
  >"$folder/out" 2>"$folder/err" </dev/null
status=$?
expect 'no configuration' 3 "error: $folder/none.json: cannot be read; *"
sel4_run --dry-run
expect 'dry run' 0 ''
grep -q -- '-machine virt -cpu cortex-a53 ' "$folder/out" || fail 'dry run: no command line'

[ "$failures" -eq 0 ] || exit 1
echo 'all passed'
