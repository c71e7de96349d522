// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// All that the guest runs. It has no vectors and no page tables of its own: anything unforeseen
// would come to the monitor as an exit, too.

.section .rodata.guest, "a"
.balign 4
.global guest_begin
guest_begin:
  // A call's number is in x7, as a system call's is; the answer to it in x0.
  mrs x0, CurrentEL
  lsr x0, x0, #2
  mov x7, #1
  hvc #0
  add x0, x0, #2
  // A device that nobody has mapped.
  mov x1, #0x09000000
  str w0, [x1]
  // A call to firmware comes to the monitor instead.
  smc #2
0:
  b 0b
.global guest_end
guest_end:

.section .note.GNU-stack, "", %progbits
