// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Condition variables without time-outs (seL4 has no clock of its own). The first word of the
// object counts wake-ups; every wait may end early, as POSIX allows.

#include <sel4/runtime/wait.hpp>

#include <cstring>
#include <pthread.h>

namespace {
sel4::runtime::WaitWord& wakeups(pthread_cond_t* condition) noexcept {
  return *reinterpret_cast<sel4::runtime::WaitWord*>(condition);
}
}  // namespace

extern "C" {

int pthread_cond_init(pthread_cond_t* condition, const pthread_condattr_t*) noexcept {
  std::memset(condition, 0, sizeof *condition);
  return 0;
}

int pthread_cond_destroy(pthread_cond_t*) noexcept { return 0; }

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  const std::uint32_t seen = wakeups(condition).load(std::memory_order_acquire);
  if (const int error = pthread_mutex_unlock(mutex); error != 0) return error;
  while (wakeups(condition).load(std::memory_order_acquire) == seen) {
    sel4::runtime::wait_on(wakeups(condition), seen);
  }
  return pthread_mutex_lock(mutex);
}

int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
  wakeups(condition).fetch_add(1, std::memory_order_seq_cst);
  sel4::runtime::wake_all();
  return 0;
}

int pthread_cond_signal(pthread_cond_t* condition) noexcept {
  return pthread_cond_broadcast(condition);
}
}
