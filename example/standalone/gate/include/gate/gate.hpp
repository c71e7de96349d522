// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/cnode.hpp>
#include <sel4/notification.hpp>
#include <sel4/untyped.hpp>

namespace gate {

/// The keys that were used, one bit each.
using Keys = sel4::Word;

/// A gate with numbered keys. A key is a capability to signal the gate's notification, with a badge
/// of one bit, so whoever waits learns which keys were used since the last time.
class Gate {
 public:
  /// As many keys as a badge has bits.
  static constexpr sel4::Word max_keys = sizeof(sel4::Word) * 8;

  /// Makes the notification out of `memory` in slot `first_slot` of `cspace`; the keys get the
  /// slots after it. Errors: those of Untyped::retype().
  static sel4::Result<Gate> create(sel4::Untyped memory, sel4::CNode cspace, sel4::Word first_slot);

  /// Makes the next key: it opens the gate, and does nothing else. The first has the number 0.
  /// Errors: Error::range if there are max_keys; those of Slot::mint(), and then no number is
  /// used up.
  sel4::Result<sel4::Notification> make_key();

  /// Blocks until a key is used, and takes note of all that were.
  [[nodiscard]] Keys wait() const;

 private:
  Gate(sel4::CNode cspace, sel4::Notification notification) noexcept
      : cspace_(cspace), notification_(notification) {}

  sel4::CNode cspace_;
  sel4::Notification notification_;
  sel4::Word keys_ = 0;
};

}  // namespace gate
