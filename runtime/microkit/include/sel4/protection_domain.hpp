// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/microkit.hpp>

extern "C" {
/// The domain proper; SEL4_PROTECTION_DOMAIN defines it.
[[noreturn]] void sel4_domain_main();
}

/// Makes this program a protection domain. Write it once, at namespace scope, with a function that
/// initialises and returns the handler of later events, a Result of one, or nothing:
///
///     class Echo {
///      public:
///       void notified(AnyChannel channel) { channel.notify(); }
///     };
///     Echo init() { return {}; }
///     SEL4_PROTECTION_DOMAIN(init)
///
/// or with the class itself, if its default constructor does all: SEL4_PROTECTION_DOMAIN(Echo).
/// init runs after constructors, with thread-local storage and the IPC buffer in place, on the
/// stack that the system description gives the domain. The handler stays on that stack for ever: a
/// large one should keep its data in static variables. An error, or an exception that nobody
/// catches, ends the domain with a message and a fault.
#define SEL4_PROTECTION_DOMAIN(init) \
  void sel4_domain_main() { ::sel4::microkit::run_domain<init>(); }
