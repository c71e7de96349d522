// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/wait.hpp>

#include <pthread.h>

namespace {

enum : std::uint32_t { not_run = PTHREAD_ONCE_INIT, running = 1, running_awaited = 2, has_run = 3 };

/// Leaves the control word behind in the right state even if the function throws, which means that
/// it has not run: std::call_once relies on it.
class Attempt {
 public:
  explicit Attempt(sel4::runtime::WaitWord& state) noexcept : state_(state) {}
  ~Attempt() {
    if (state_.exchange(outcome_, std::memory_order_acq_rel) == running_awaited) {
      sel4::runtime::wake_all();
    }
  }
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;

  void succeeded() noexcept { outcome_ = has_run; }

 private:
  sel4::runtime::WaitWord& state_;
  std::uint32_t outcome_ = not_run;
};

}  // namespace

extern "C" int pthread_once(pthread_once_t* control, void (*function)()) {
  static_assert(sizeof(pthread_once_t) == sizeof(sel4::runtime::WaitWord));
  auto& state = *reinterpret_cast<sel4::runtime::WaitWord*>(control);
  for (;;) {
    std::uint32_t seen = state.load(std::memory_order_acquire);
    if (seen == has_run) return 0;
    if (seen == not_run) {
      if (!state.compare_exchange_strong(seen, running, std::memory_order_acquire)) continue;
      Attempt attempt(state);
      function();
      attempt.succeeded();
      return 0;
    }
    if (seen == running &&
        !state.compare_exchange_strong(seen, running_awaited, std::memory_order_acquire)) {
      continue;
    }
    sel4::runtime::wait_on(state, running_awaited);
  }
}
