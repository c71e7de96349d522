// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/deferred.hpp>
#include <sel4/microkit/domain.hpp>

namespace sel4::microkit::test {

/// Does what the Microkit tool does to a program, for as long as it lives.
class Patch {
 public:
  struct Words {
    Word irqs = 0;
    Word notifications = 0;
    Word pps = 0;
    bool passive = false;
  };

  explicit Patch(const Words& words) noexcept {
    detail::patched_irqs = words.irqs;
    detail::patched_notifications = words.notifications;
    detail::patched_pps = words.pps;
    detail::patched_passive = words.passive;
  }
  ~Patch() {
    detail::patched_irqs = 0;
    detail::patched_notifications = 0;
    detail::patched_pps = 0;
    detail::patched_passive = false;
    detail::deferred_action = {};
  }
  Patch(const Patch&) = delete;
  Patch& operator=(const Patch&) = delete;
};

}  // namespace sel4::microkit::test
