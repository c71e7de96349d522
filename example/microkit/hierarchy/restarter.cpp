// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fault.hpp>
#include <sel4/protection_domain.hpp>

using namespace sel4;
using namespace sel4::microkit;

namespace {

constexpr Child<1> crasher;
constexpr unsigned most_restarts = 3;

class Restarter {
 public:
  FaultAnswer fault(AnyChild child, Message message) noexcept {
    if (const auto fault = decode_fault(message.info(), message.words())) {
      if (const auto* vm_fault = std::get_if<VmFault>(&*fault)) {
        debug_println("child ", child.number(), " has touched ", hex(vm_fault->addr(), 4));
      }
    }
    if (child == crasher && restarts_ < most_restarts) {
      ++restarts_;
      child.restart().or_panic("restarting a child");
    } else {
      child.stop().or_panic("stopping a child");
      debug_println("child ", child.number(), " stopped after ", restarts_, " restarts");
      debug_print("TEST_PASS\n");
    }
    // It has been restarted or stopped: the fault itself gets no answer.
    return FaultAnswer::none();
  }

 private:
  unsigned restarts_ = 0;
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Restarter)
