// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

struct Pong {
  void notified(AnyChannel channel) const noexcept { channel.defer_notify(); }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Pong)
