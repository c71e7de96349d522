#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# prerequisites.sh with a dpkg-query, an apt-get and an id of our own. Usage: prerequisites_test.sh
set -u

script=$(dirname "$0")/../prerequisites.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0
unset NO_INSTALL

fake() {
  printf '#!/bin/sh\n%s\n' "$2" >"$folder/bin/$1"
  chmod +x "$folder/bin/$1"
}

# A machine on which everything in $folder/installed is installed, and apt-get installs.
reset() {
  rm -rf "${folder:?}/bin" "${folder:?}/apt"
  mkdir "$folder/bin"
  for program in sh cat cut dirname env grep head tr; do
    ln -s "$(command -v $program)" "$folder/bin/$program"
  done
  "$script" --list --groups all | cut -d ' ' -f 1 >"$folder/installed"
  fake id 'echo 0'
  fake dpkg-query "for package; do :; done
grep -qx \"\$package\" '$folder/installed' && echo installed || exit 1"
  fake apt-get "echo \"\$*\" >>'$folder/apt'
for word; do case \$word in install|-*) ;; *) echo \$word >>'$folder/installed' ;; esac; done"
}

remove() {
  grep -vx "$1" "$folder/installed" >"$folder/rest"
  cat "$folder/rest" >"$folder/installed"
}

prerequisites() {
  PATH=$folder/bin "$script" "$@" >"$folder/out" 2>"$folder/err"
  status=$?
}

fail() {
  echo "FAILED: $1 (exit code $status)" >&2
  sed 's/^/  /' "$folder/out" "$folder/err" >&2
  failures=$((failures + 1))
}

silent() { [ ! -s "$folder/out" ] && [ ! -s "$folder/err" ]; }
untouched() { [ ! -e "$folder/apt" ]; }

reset
prerequisites
{ [ $status -eq 0 ] && silent && untouched; } || fail 'nothing missing: check'
prerequisites --install
{ [ $status -eq 0 ] && silent && untouched; } || fail 'nothing missing: install'

reset
remove cmake
remove qemu-system-arm
prerequisites
{ [ $status -eq 1 ] && untouched && grep -q 'missing: cmake qemu-system-arm;' "$folder/err"; } ||
  fail 'missing: check'
grep -q '  apt-get install .*cmake qemu-system-arm$' "$folder/err" || fail 'missing: no command'
NO_INSTALL=1 prerequisites --install
{ [ $status -eq 1 ] && untouched && grep -q 'missing: cmake qemu-system-arm;' "$folder/err"; } ||
  fail 'missing: NO_INSTALL'
prerequisites --install
{ [ $status -eq 0 ] && grep -q 'Installing: cmake qemu-system-arm$' "$folder/out"; } ||
  fail 'missing: install'
[ "$(head -n 1 "$folder/apt")" = '-q update' ] || fail 'install: no update before'
grep -q 'install .*cmake qemu-system-arm$' "$folder/apt" || fail 'install: wrong packages'
prerequisites
[ $status -eq 0 ] || fail 'installed: still missing'

reset
remove doxygen
prerequisites
[ $status -eq 0 ] || fail 'a package of another group is missing'
prerequisites --groups docs,lint
{ [ $status -eq 1 ] && grep -q 'missing: doxygen;' "$folder/err"; } || fail 'the groups count'
prerequisites --groups all
[ $status -eq 1 ] || fail 'group all'

# Offline: the lists cannot be updated, but the packages are in the cache.
reset
remove make
fake apt-get "echo \"\$*\" >>'$folder/apt'
case \$* in *update*) exit 100 ;; *) echo make >>'$folder/installed' ;; esac"
prerequisites --install
{ [ $status -eq 0 ] && grep -q 'update failed' "$folder/err"; } || fail 'offline with a cache'

# Offline without.
remove make
fake apt-get 'exit 100'
prerequisites --install
{ [ $status -eq 1 ] && grep -q 'error: apt-get could not install: make;' "$folder/err"; } ||
  fail 'offline'

# apt-get says yes and does nothing.
fake apt-get 'exit 0'
prerequisites --install
{ [ $status -eq 1 ] && grep -q 'still missing after apt-get: make$' "$folder/err"; } ||
  fail 'nothing was installed'

# Not root: through sudo, or an error that says so.
reset
remove make
fake id 'echo 1000'
prerequisites --install
{ [ $status -eq 1 ] && untouched && grep -q 'no sudo' "$folder/err"; } || fail 'no sudo'
fake sudo "echo sudo >>'$folder/apt'; exec \"\$@\""
prerequisites --install
{ [ $status -eq 0 ] && grep -q '^sudo$' "$folder/apt"; } || fail 'sudo'

# No Debian: nothing to check with.
reset
rm "$folder/bin/dpkg-query"
prerequisites
{ [ $status -eq 0 ] && silent; } || fail 'no dpkg: check'
prerequisites --install
{ [ $status -eq 0 ] && untouched && grep -q 'no dpkg here' "$folder/err"; } || fail 'no dpkg: install'

reset
for arguments in --nonsense '--groups nonsense' --groups '--groups ,'; do
  # shellcheck disable=SC2086
  prerequisites $arguments
  [ $status -eq 2 ] || fail "wrong command line: $arguments"
done
prerequisites --help
{ [ $status -eq 0 ] && grep -q '^Usage' "$folder/out"; } || fail 'help'
prerequisites --list --groups qemu
{ [ $status -eq 0 ] && grep -q '^qemu-system-arm .*aarch64$' "$folder/out"; } || fail 'list'

# The list itself: three fields, known groups, no package twice.
list=$(dirname "$0")/../packages.txt
bad=$(grep -v -e '^#' -e '^$' "$list" |
  grep -vE '^(host|cross|qemu|clang|docs|lint|test) +[a-z0-9.+-]+ +[^ ].*$')
[ -z "$bad" ] || fail "packages.txt: $bad"
twice=$("$script" --list --groups all | cut -d ' ' -f 1 | sort | uniq -d)
[ -z "$twice" ] || fail "packages.txt: twice: $twice"

[ "$failures" -eq 0 ] || exit 1
echo 'all passed'
