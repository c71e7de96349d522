// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/wait.hpp>

namespace sel4::runtime {

/// A mutual exclusion lock: one word, no kernel object, constant-initialised, works before main.
/// Uncontended, lock() and unlock() are one atomic operation each and no system call. Contended,
/// the thread waits as set_wait_notification() says. Not recursive. Meets BasicLockable and
/// Lockable.
class Lock {
 public:
  constexpr Lock() noexcept = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  /// Takes it, waiting as long as another thread has it. Not recursive: one that the caller has
  /// itself is never had.
  void lock() noexcept {
    std::uint32_t seen = state_free;
    if (!state_.compare_exchange_strong(seen, state_held, std::memory_order_acquire)) [[unlikely]] {
      wait_for_it();
    }
  }

  /// Takes it if nobody has it, and says whether.
  [[nodiscard]] bool try_lock() noexcept {
    std::uint32_t seen = state_free;
    return state_.compare_exchange_strong(seen, state_held, std::memory_order_acquire);
  }

  /// Gives it up and wakes those that wait. Only for who has it.
  void unlock() noexcept {
    if (state_.exchange(state_free, std::memory_order_release) == state_contended) [[unlikely]] {
      wake_all();
    }
  }

 private:
  void wait_for_it() noexcept;

  static constexpr std::uint32_t state_free = 0;
  static constexpr std::uint32_t state_held = 1;
  static constexpr std::uint32_t state_contended = 2;

  WaitWord state_{state_free};
};

/// Holds a lock for a scope. (std::lock_guard does the same; this one needs no header `mutex`.)
class LockGuard {
 public:
  /// Waits for it.
  explicit LockGuard(Lock& lock) noexcept : lock_(lock) { lock_.lock(); }
  ~LockGuard() { lock_.unlock(); }
  LockGuard(const LockGuard&) = delete;
  LockGuard& operator=(const LockGuard&) = delete;

 private:
  Lock& lock_;
};

}  // namespace sel4::runtime
