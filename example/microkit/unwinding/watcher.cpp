// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

// The parent: sees the domain end.
struct Watcher {
  FaultAnswer fault(AnyChild child, Message) const noexcept {
    debug_println("child ", child.number(), " has ended");
    debug_print("TEST_PASS\n");
    return FaultAnswer::none();
  }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Watcher)
