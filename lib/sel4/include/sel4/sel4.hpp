// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// All typed bindings of the kernel's interface that every architecture has.

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/objects.hpp>
#include <sel4/asid.hpp>
#include <sel4/badge.hpp>
#include <sel4/blueprint.hpp>
#include <sel4/boot_info.hpp>
#include <sel4/cap_range.hpp>
#include <sel4/cnode.hpp>
#include <sel4/config.hpp>
#include <sel4/debug.hpp>
#include <sel4/domain_set.hpp>
#include <sel4/endpoint.hpp>
#include <sel4/error.hpp>
#include <sel4/extra_boot_info.hpp>
#include <sel4/fault.hpp>
#include <sel4/fault_reply.hpp>
#include <sel4/frame.hpp>
#include <sel4/guard.hpp>
#include <sel4/init_thread.hpp>
#include <sel4/initial_context.hpp>
#include <sel4/ipc_buffer.hpp>
#include <sel4/irq_control.hpp>
#include <sel4/irq_handler.hpp>
#include <sel4/mapper.hpp>
#include <sel4/message_info.hpp>
#include <sel4/notification.hpp>
#include <sel4/object.hpp>
#include <sel4/owned_cap.hpp>
#include <sel4/priority.hpp>
#include <sel4/reply.hpp>
#include <sel4/rights.hpp>
#include <sel4/sched_context.hpp>
#include <sel4/sched_control.hpp>
#include <sel4/syscalls.hpp>
#include <sel4/tcb.hpp>
#include <sel4/translation_table.hpp>
#include <sel4/untyped.hpp>
#include <sel4/user_context.hpp>
#include <sel4/vspace.hpp>
