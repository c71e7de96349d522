// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>
#include <new>
#include <utility>

namespace sel4 {

/// A variable that is set once, by whichever thread comes first, and read by all from then on.
/// Needs no constructor at run time and never blocks: no locks, no guard. The value is never
/// destroyed, so this is for variables that live as long as the program.
template <class T>
class OnceCell {
 public:
  constexpr OnceCell() noexcept = default;
  OnceCell(const OnceCell&) = delete;
  OnceCell& operator=(const OnceCell&) = delete;

  /// Sets the value to `T(args...)`. False, with nothing constructed, if it has been set or another
  /// thread is setting it.
  template <class... Args>
    requires(std::constructible_from<T, Args...>)
  [[nodiscard]] bool set(Args&&... args) noexcept {
    State expected = State::empty;
    if (!state_.compare_exchange_strong(expected, State::busy, std::memory_order_acquire,
                                        std::memory_order_relaxed)) {
      return false;
    }
    ::new (static_cast<void*>(bytes_)) T(std::forward<Args>(args)...);
    state_.store(State::set, std::memory_order_release);
    return true;
  }

  /// The value, or null as long as it has not been set.
  [[nodiscard]] T* get() noexcept {
    return is_set() ? std::launder(reinterpret_cast<T*>(bytes_)) : nullptr;
  }
  /// The same for a constant.
  [[nodiscard]] const T* get() const noexcept {
    return is_set() ? std::launder(reinterpret_cast<const T*>(bytes_)) : nullptr;
  }

 private:
  enum class State : unsigned { empty, busy, set };

  [[nodiscard]] bool is_set() const noexcept {
    return state_.load(std::memory_order_acquire) == State::set;
  }

  std::atomic<State> state_ = State::empty;
  // Bytes, not a union: the cell then has no destructor to be run at the program's end.
  alignas(T) std::byte bytes_[sizeof(T)]{};
};

}  // namespace sel4
