// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <atomic>
#include <utility>

namespace sel4 {

/// A static object that exactly one place in the program may have: take() gives it to the first who
/// asks. For buffers and device state that nobody else may touch.
template <class T>
class TakeOnce {
 public:
  /// Makes the object of `args`, to be taken later.
  template <class... Args>
  constexpr explicit TakeOnce(Args&&... args) noexcept : value_(std::forward<Args>(args)...) {}
  TakeOnce(const TakeOnce&) = delete;
  TakeOnce& operator=(const TakeOnce&) = delete;

  /// The object the first time, null ever after. Safe from any thread.
  [[nodiscard]] T* take() noexcept {
    return taken_.exchange(1, std::memory_order_acquire) == 0 ? &value_ : nullptr;
  }

 private:
  T value_;
  std::atomic<unsigned> taken_ = 0;
};

}  // namespace sel4
