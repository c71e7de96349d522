# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# nocompile_command(<out> <compiler> <kernel>)
#
# How cases are compiled, as far as it is the same for all. Needs SOURCE_DIR, GENERATED and PREFIXES.
function(nocompile_command out compiler kernel)
  set(lib ${SOURCE_DIR}/lib)
  set(${out}
      ${compiler}
      -std=c++23
      -Wall
      -Wextra
      -I${lib}/base/include
      -I${lib}/sys/include
      -I${lib}/sys/arch/host/include
      -I${lib}/sys/slot/thread_local/include
      -I${lib}/sel4/include
      -I${lib}/sel4/arch/aarch64/include
      -I${lib}/print/include
      -I${lib}/microkit/include
      -I${lib}/microkit/arch/host/include
      -I${lib}/microkit/place/host/include
      -I${lib}/rpc/include
      -I${GENERATED}/${kernel}/include
      -isystem
      ${PREFIXES}/${kernel}/libsel4/include
      PARENT_SCOPE)
endfunction()
