// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Reader-writer locks (std::shared_mutex). The first word counts readers; all ones is a writer. A
// waiting writer is not preferred to readers.

#include <sel4/runtime/wait.hpp>

#include <cerrno>
#include <cstring>
#include <pthread.h>

namespace {

constexpr std::uint32_t written = ~0u;

sel4::runtime::WaitWord& holders(pthread_rwlock_t* lock) noexcept {
  return *reinterpret_cast<sel4::runtime::WaitWord*>(lock);
}

}  // namespace

extern "C" {

int pthread_rwlock_init(pthread_rwlock_t* lock, const pthread_rwlockattr_t*) noexcept {
  std::memset(lock, 0, sizeof *lock);
  return 0;
}

int pthread_rwlock_destroy(pthread_rwlock_t*) noexcept { return 0; }

int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) noexcept {
  std::uint32_t seen = holders(lock).load(std::memory_order_relaxed);
  while (seen < written - 1) {
    if (holders(lock).compare_exchange_weak(seen, seen + 1, std::memory_order_acquire)) return 0;
  }
  return seen == written ? EBUSY : EAGAIN;
}

int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) noexcept {
  std::uint32_t seen = 0;
  const bool taken =
      holders(lock).compare_exchange_strong(seen, written, std::memory_order_acquire);
  return taken ? 0 : EBUSY;
}

int pthread_rwlock_rdlock(pthread_rwlock_t* lock) noexcept {
  for (;;) {
    const int error = pthread_rwlock_tryrdlock(lock);
    if (error != EBUSY) return error;
    sel4::runtime::wait_on(holders(lock), written);
  }
}

int pthread_rwlock_wrlock(pthread_rwlock_t* lock) noexcept {
  while (pthread_rwlock_trywrlock(lock) != 0) {
    const std::uint32_t seen = holders(lock).load(std::memory_order_relaxed);
    if (seen != 0) sel4::runtime::wait_on(holders(lock), seen);
  }
  return 0;
}

int pthread_rwlock_unlock(pthread_rwlock_t* lock) noexcept {
  std::uint32_t seen = holders(lock).load(std::memory_order_relaxed);
  for (;;) {
    if (seen == 0) return EPERM;
    const std::uint32_t left = seen == written ? 0 : seen - 1;
    if (holders(lock).compare_exchange_weak(seen, left, std::memory_order_seq_cst)) break;
  }
  sel4::runtime::wake_all();
  return 0;
}
}
