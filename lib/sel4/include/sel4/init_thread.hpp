// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The capabilities that the kernel gives the initial thread, in slots that libsel4 numbers.

#pragma once

#include <sel4/asid.hpp>
#include <sel4/cnode.hpp>
#include <sel4/domain_set.hpp>
#include <sel4/frame.hpp>
#include <sel4/irq_control.hpp>
#include <sel4/sched_context.hpp>
#include <sel4/tcb.hpp>
#include <sel4/vspace.hpp>

namespace sel4::init_thread {

/// The initial thread itself.
inline constexpr Tcb tcb{CPtr{::seL4_CapInitThreadTCB}};
/// The root of the CSpace; an address is a slot's index.
inline constexpr CNode cnode{CPtr{::seL4_CapInitThreadCNode}};
/// The address space that the program runs in.
inline constexpr VSpace vspace{CPtr{::seL4_CapInitThreadVSpace}};
/// The right to make interrupt handlers.
inline constexpr IrqControl irq_control{CPtr{::seL4_CapIRQControl}};
/// The right to make ASID pools.
inline constexpr AsidControl asid_control{CPtr{::seL4_CapASIDControl}};
/// The pool that the initial address space has its identifier from.
inline constexpr AsidPool asid_pool{CPtr{::seL4_CapInitThreadASIDPool}};
/// The frame that the BootInfo structure is in.
inline constexpr SmallFrame boot_info_frame{CPtr{::seL4_CapBootInfoFrame}};
/// The frame that the initial thread's IPC buffer is in.
inline constexpr SmallFrame ipc_buffer_frame{CPtr{::seL4_CapInitThreadIPCBuffer}};
/// The right to assign scheduling domains.
inline constexpr DomainSet domain_set{CPtr{::seL4_CapDomain}};
/// On MCS kernels; null on others.
inline constexpr SchedContext sched_context{CPtr{config::kernel_mcs ? ::seL4_CapInitThreadSC : 0}};

/// How many slots the kernel fills in the same way on every configuration.
inline constexpr Word num_initial_caps = ::seL4_NumInitialCaps;

}  // namespace sel4::init_thread
