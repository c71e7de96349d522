#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# Checks that the Debian packages this project needs are there, and installs what is missing.
# Prints nothing and changes nothing if none is missing.
set -eu

groups='host cross qemu'
all_groups='host cross qemu clang docs lint test'
install=false
list=false
packages_file=$(dirname "$0")/packages.txt

usage() {
  cat <<END
Usage: prerequisites.sh [--install] [--groups GROUP,...] [--list]

Without options: lists the missing packages and fails if there are any.
  --install          install them with apt-get, as root or through sudo
  --groups GROUP,... which packages: ${all_groups} or all (default: ${groups})
  --list             print the packages of the groups, with the reasons, and do nothing else
NO_INSTALL=1 in the environment turns --install into the check.
Exit codes: 0 nothing is missing (any more); 1 packages are missing; 2 wrong command line.
END
}

wrong() {
  echo "error: prerequisites.sh: $1; see prerequisites.sh --help" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --install) install=true ;;
    --list) list=true ;;
    --groups)
      [ $# -ge 2 ] || wrong '--groups needs a value'
      groups=$(echo "$2" | tr ',' ' ')
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) wrong "unknown argument '$1'" ;;
  esac
  shift
done

[ "$groups" = all ] && groups=$all_groups
for group in $groups; do
  case " $all_groups " in
    *" $group "*) ;;
    *) wrong "unknown group '$group'" ;;
  esac
done
case $groups in
  *[!\ ]*) ;;
  *) wrong '--groups names no group' ;;
esac
[ -r "$packages_file" ] || {
  echo "error: ${packages_file}: cannot be read; check out the project again" >&2
  exit 1
}

# The lines of the chosen groups: package and reason.
chosen() {
  while read -r group package reason; do
    case " $groups " in
      *" $group "*) echo "$package $reason" ;;
    esac
  done <"$packages_file"
}

if $list; then
  chosen | while read -r package reason; do printf '%-24s%s\n' "$package" "$reason"; done
  exit 0
fi

wanted=$(chosen | cut -d ' ' -f 1)

if ! command -v dpkg-query >/dev/null 2>&1; then
  # Not Debian: whoever builds here has arranged for the programs. The build says what it lacks.
  if $install; then
    echo 'prerequisites: no dpkg here, so nothing is checked; these packages of Debian 12 are needed:' \
      "$(echo "$wanted" | tr '\n' ' ')" >&2
  fi
  exit 0
fi

# The packages that are not fully installed, on one line.
missing_packages() {
  for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1) || true
    [ "$state" = installed ] || printf '%s ' "$package"
  done
}

missing=$(missing_packages)
missing=${missing% }
[ -n "$missing" ] || exit 0

if [ "${NO_INSTALL:-}" = 1 ] || ! $install; then
  echo "error: packages are missing: ${missing}; install them:" >&2
  echo "  apt-get install --no-install-recommends ${missing}" >&2
  exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "error: packages are missing: ${missing}; this is not root and there is no sudo;" \
      'run as root:' >&2
    echo "  apt-get install --no-install-recommends ${missing}" >&2
    exit 1
  fi
  as_root=sudo
fi
command -v apt-get >/dev/null 2>&1 || {
  echo "error: packages are missing: ${missing}; there is no apt-get to install them with" >&2
  exit 1
}

echo "Installing: ${missing}"
# A failed update is no reason to stop: what is wanted may be in the lists, or in a local cache.
$as_root apt-get -q update || echo 'prerequisites: apt-get update failed; going on' >&2
# shellcheck disable=SC2086
if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
  $missing; then
  echo "error: apt-get could not install: ${missing}; is the network reachable, and is this Debian 12" \
    'with its main section?' >&2
  exit 1
fi
still=$(missing_packages)
[ -z "$still" ] || {
  echo "error: still missing after apt-get: ${still% }" >&2
  exit 1
}
