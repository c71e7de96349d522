// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

class Secondary {
 public:
  void notified(AnyChannel) noexcept { debug_println("notified ", ++times_); }

 private:
  unsigned times_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Secondary)
