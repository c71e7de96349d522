// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

class Partner {
 public:
  void notified(AnyChannel channel) noexcept { channel.notify(); }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Partner)
