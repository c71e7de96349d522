#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# usage: group_filter.sh <header>
#
# Doxygen's input filter: puts what a header declares into the group of the library it lies in, so that
# no header has to say where it is. The groups are described in groups.dox. Line numbers stay.

group=
case $1 in
  */include/sel4/config.hpp | */include/sel4/sys/invocations/* | */include/sel4/sys/bitfields/*) group=generated ;;
esac
if [ -z "$group" ]; then
  group=$(printf '%s' "$1" | sed -n \
    's,.*/\(lib\|runtime\|driver\|test\)/\([a-z0-9_]*\)/\(arch/[a-z0-9_]*/\|slot/[a-z0-9_]*/\)\{0\,1\}include/.*,\1_\2,p')
fi
if [ -z "$group" ]; then
  group=generated
fi
# In place of the two lines of the licence, which every header begins with.
awk -v group="$group" '
  NR == 1 { print "/** @addtogroup " group; next }
  NR == 2 { print "@{ */"; next }
  { print }
  END { print "/** @} */" }' "$1"
