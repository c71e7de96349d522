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

inline constexpr Tcb tcb{CPtr{::seL4_CapInitThreadTCB}};
/// The root of the CSpace; an address is a slot's index.
inline constexpr CNode cnode{CPtr{::seL4_CapInitThreadCNode}};
inline constexpr VSpace vspace{CPtr{::seL4_CapInitThreadVSpace}};
inline constexpr IrqControl irq_control{CPtr{::seL4_CapIRQControl}};
inline constexpr AsidControl asid_control{CPtr{::seL4_CapASIDControl}};
inline constexpr AsidPool asid_pool{CPtr{::seL4_CapInitThreadASIDPool}};
inline constexpr SmallFrame boot_info_frame{CPtr{::seL4_CapBootInfoFrame}};
inline constexpr SmallFrame ipc_buffer_frame{CPtr{::seL4_CapInitThreadIPCBuffer}};
inline constexpr DomainSet domain_set{CPtr{::seL4_CapDomain}};
/// On MCS kernels; null on others.
inline constexpr SchedContext sched_context{CPtr{config::kernel_mcs ? ::seL4_CapInitThreadSC : 0}};

/// How many slots the kernel fills in the same way on every configuration.
inline constexpr Word num_initial_caps = ::seL4_NumInitialCaps;

}  // namespace sel4::init_thread
