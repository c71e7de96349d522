// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Where a protection domain's capabilities are, and how its badges are made: the agreement between
// the Microkit tool (2.3) and what runs in a domain.

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::microkit {

/// Channels and interrupts of a domain share these numbers: 0 to 61.
inline constexpr unsigned max_channels = 62;
/// Child domains and virtual processors of a domain share these numbers.
inline constexpr unsigned max_children = 62;
/// Ranges of I/O ports have numbers of their own.
inline constexpr unsigned max_io_ports = 62;
/// A domain's name has at most so many bytes; one that long has no NUL at its end.
inline constexpr unsigned max_name_length = 64;

/// Capability addresses in a domain.
namespace slot {
/// What the domain receives from: its endpoint, or its notification if nobody can send it messages.
inline constexpr Word input = 1;
/// Where the domain's faults go.
inline constexpr Word fault_handler = 2;
/// The domain's address space.
inline constexpr Word vspace = 3;
/// The reply object that the domain receives with.
inline constexpr Word reply = 4;
/// The monitor's endpoint; only passive domains have it.
inline constexpr Word monitor = 5;
/// The domain's own thread; only in the configuration `benchmark`.
inline constexpr Word own_tcb = 6;
/// Calls to secure firmware; only domains with `smc`.
inline constexpr Word smc = 7;
/// Plus a channel's number: the notification of the domain at the other end.
inline constexpr Word notification = 10;
/// Plus a channel's number: the endpoint of the domain at the other end.
inline constexpr Word endpoint = 74;
/// Plus an interrupt's number: its handler.
inline constexpr Word irq_handler = 138;
/// Plus a child's number: its thread.
inline constexpr Word child_tcb = 202;
/// Plus a virtual processor's number: its thread.
inline constexpr Word vcpu_tcb = 266;
/// Plus a virtual processor's number.
inline constexpr Word vcpu = 330;
/// Plus the number of a range of I/O ports.
inline constexpr Word io_port = 394;
}  // namespace slot

/// What a badge says.
namespace badge {
/// Set on protected calls; the channel's number is in channel_mask.
inline constexpr Word protected_call = Word{1} << 63;
/// Set on faults; the child's or virtual processor's number is in child_mask.
inline constexpr Word fault = Word{1} << 62;
/// The bits of a protected call's badge that say the channel.
inline constexpr Word channel_mask = 0x3f;
/// The bits of a fault's badge that say the child.
inline constexpr Word child_mask = 0xff;
/// All others are notifications: a bit for each channel.
inline constexpr Word channel_bits = (Word{1} << max_channels) - 1;
}  // namespace badge

}  // namespace sel4::microkit
