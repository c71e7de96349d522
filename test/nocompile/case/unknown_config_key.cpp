// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A misspelt key does not count as false.
// error: KERNEL_MSC|kernel_msc

#include <sel4/config.hpp>

#ifdef SEL4_NOCOMPILE
constexpr bool mcs = sel4::config::kernel_msc;
#else
constexpr bool mcs = sel4::config::kernel_mcs;
#endif
static_assert(mcs || !mcs);
