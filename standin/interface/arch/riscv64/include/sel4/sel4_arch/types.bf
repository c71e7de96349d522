-- SPDX-License-Identifier: BSD-2-Clause
-- SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/config.h>
-- Blocks of the fault union have one size; the type is the lowest field of each.
-- MR4 to MR6 of a capability fault depend on the lookup failure.

base 64

-- The code of a translation fault is a cause number of five bits.
block VMFault {
    padding 512
    field IP 64
    field Addr 64
    field PrefetchFault 64
    padding 32
    field FSR 5
    padding 8
    padding 15
    field seL4_FaultType 4
}

-- Attribute word of a mapping.
block vm_attributes {
    padding 32
    padding 31
    field riscvExecuteNever 1
}

block NullFault {
    padding 704
    padding 60
    field seL4_FaultType 4
}

block CapFault {
    padding 256
    field IP 64
    field Addr 64
    field InRecvPhase 64
    field LookupFailureType 64
    field MR4 64
    field MR5 64
    field MR6 64
    padding 60
    field seL4_FaultType 4
}

block UnknownSyscall {
    field FaultIP 64
    field SP 64
    field RA 64
    field A0 64
    field A1 64
    field A2 64
    field A3 64
    field A4 64
    field A5 64
    field A6 64
    field Syscall 64
    padding 60
    field seL4_FaultType 4
}

block UserException {
    padding 448
    field FaultIP 64
    field SP 64
    field Number 64
    field Code 64
    padding 60
    field seL4_FaultType 4
}

#ifdef CONFIG_KERNEL_MCS
block Timeout {
    padding 576
    field data 64
    field consumed 64
    padding 60
    field seL4_FaultType 4
}
#endif

-- The number of a fault is the label of its message.
tagged_union seL4_Fault seL4_FaultType {
    tag NullFault 0
    tag CapFault 1
    tag UnknownSyscall 2
    tag UserException 3
#ifdef CONFIG_KERNEL_MCS
    tag Timeout 5
    tag VMFault 6
#else
    tag VMFault 5
#endif
}
