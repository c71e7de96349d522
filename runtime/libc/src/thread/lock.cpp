// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/lock.hpp>

void sel4::runtime::Lock::wait_for_it() noexcept {
  // Whoever has waited takes the lock as contended: others may be waiting still.
  while (state_.exchange(state_contended, std::memory_order_acquire) != state_free) {
    wait_on(state_, state_contended);
  }
}
