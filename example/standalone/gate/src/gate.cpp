// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <gate/gate.hpp>

namespace gate {

sel4::Result<Gate> Gate::create(sel4::Untyped memory, sel4::CNode cspace, sel4::Word first_slot) {
  const auto notification = SEL4_TRY(memory.retype<sel4::Notification>(cspace.slot(first_slot)));
  return Gate{cspace, notification};
}

sel4::Result<sel4::Notification> Gate::make_key() {
  if (keys_ == max_keys) return sel4::Failure{sel4::Error::range};
  const sel4::Word slot = notification_.cptr().bits() + 1 + keys_;
  const sel4::Badge badge{sel4::Word{1} << keys_};
  const auto key = SEL4_TRY(
      cspace_.slot(slot).mint(notification_, {.rights = sel4::Rights::write, .badge = badge}));
  ++keys_;
  return key;
}

Keys Gate::wait() const { return notification_.wait().value(); }

}  // namespace gate
