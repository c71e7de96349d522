// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A channel's number is at most 61.
// error: a channel has a number from 0 to 61

#include <sel4/microkit/channel.hpp>

#ifdef SEL4_NOCOMPILE
inline constexpr sel4::microkit::Channel<62> peer;
#else
inline constexpr sel4::microkit::Channel<61> peer;
#endif

unsigned number() { return peer.number(); }
