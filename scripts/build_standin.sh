#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: build_standin.sh <build folder> <architecture> <host tools> [<cmake argument>...]
#
# Builds the stand-in kernel; <build folder>/prefix can be SEL4_PREFIX then.

set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
arch=$2
tools=$(realpath "$3")
shift 3

have=()
for folder in standin/kernel/arch/*/; do have+=("$(basename "$folder")"); done
case " ${have[*]} " in
  *" $arch "*) ;;
  *)
    echo "error: ARCH=$arch: there is a stand-in kernel for ${have[*]} only; choose one of them, or" >&2
    echo '       set SEL4_PREFIX to the folder that an seL4 for that architecture was installed to' >&2
    exit 1
    ;;
esac
# Headers of one kernel and the binary of another do not go together.
for variable in SEL4_INCLUDE_DIRS SEL4_KERNEL SEL4_PLATFORM_INFO SEL4_DTB; do
  if [ -n "${!variable:-}" ]; then
    echo "error: $variable is set, but SEL4_PREFIX is not, so the stand-in kernel would be used; set" >&2
    echo "       SEL4_PREFIX to your kernel's folder too, or unset $variable" >&2
    exit 1
  fi
done
[ -f "$build/build.ninja" ] ||
  cmake -S standin/kernel -B "$build" -G Ninja --log-level=NOTICE -DSTANDIN_ARCH="$arch" \
    -DSTANDIN_CODEGEN="$tools/sel4-codegen" "$@"
cmake --build "$build" -- --quiet
