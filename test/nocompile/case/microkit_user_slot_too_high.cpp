// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// User capabilities are in slots 1 to 63.
// error: a user capability is in a slot from 1 to 63

#include <sel4/microkit/cspace.hpp>
#include <sel4/tcb.hpp>

#ifdef SEL4_NOCOMPILE
inline constexpr unsigned slot = 64;
#else
inline constexpr unsigned slot = 63;
#endif

sel4::Result<> stop() { return sel4::microkit::user_cap<sel4::Tcb, slot>().suspend(); }
