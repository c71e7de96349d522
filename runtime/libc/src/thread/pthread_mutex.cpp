// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Mutexes in glibc's layout: the first word is the lock, the third the owner, the fifth the kind
// (PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP and std::recursive_mutex set it statically).

#include "identity.hpp"

#include <sel4/runtime/lock.hpp>

#include <cerrno>
#include <cstring>
#include <pthread.h>

namespace {

using sel4::runtime::Lock;

static_assert(sizeof(Lock) == sizeof(int) && alignof(Lock) == alignof(int));

Lock& lock_of(pthread_mutex_t* mutex) noexcept {
  return *reinterpret_cast<Lock*>(&mutex->__data.__lock);
}

std::atomic_ref<int> owner_of(pthread_mutex_t* mutex) noexcept {
  return std::atomic_ref<int>(mutex->__data.__owner);
}

bool mine(pthread_mutex_t* mutex) noexcept {
  return owner_of(mutex).load(std::memory_order_relaxed) == sel4::libc::thread_identity();
}

void take(pthread_mutex_t* mutex) noexcept {
  owner_of(mutex).store(sel4::libc::thread_identity(), std::memory_order_relaxed);
  mutex->__data.__count = 1;
}

int again(pthread_mutex_t* mutex) noexcept {
  if (mutex->__data.__count == ~0u) return EAGAIN;
  ++mutex->__data.__count;
  return 0;
}

}  // namespace

extern "C" {

int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
  if (mutex->__data.__kind == PTHREAD_MUTEX_NORMAL) {
    lock_of(mutex).lock();
    return 0;
  }
  if (mine(mutex)) {
    return mutex->__data.__kind == PTHREAD_MUTEX_RECURSIVE ? again(mutex) : EDEADLK;
  }
  lock_of(mutex).lock();
  take(mutex);
  return 0;
}

int pthread_mutex_trylock(pthread_mutex_t* mutex) noexcept {
  const bool plain = mutex->__data.__kind == PTHREAD_MUTEX_NORMAL;
  if (!plain && mine(mutex)) {
    return mutex->__data.__kind == PTHREAD_MUTEX_RECURSIVE ? again(mutex) : EBUSY;
  }
  if (!lock_of(mutex).try_lock()) return EBUSY;
  if (!plain) take(mutex);
  return 0;
}

int pthread_mutex_unlock(pthread_mutex_t* mutex) noexcept {
  if (mutex->__data.__kind != PTHREAD_MUTEX_NORMAL) {
    if (!mine(mutex)) return EPERM;
    if (--mutex->__data.__count != 0) return 0;
    owner_of(mutex).store(0, std::memory_order_relaxed);
  }
  lock_of(mutex).unlock();
  return 0;
}

int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attributes) noexcept {
  int kind = PTHREAD_MUTEX_NORMAL;
  if (attributes != nullptr) std::memcpy(&kind, attributes, sizeof kind);
  std::memset(mutex, 0, sizeof *mutex);
  mutex->__data.__kind = kind;
  return 0;
}

int pthread_mutex_destroy(pthread_mutex_t*) noexcept { return 0; }

int pthread_mutexattr_init(pthread_mutexattr_t* attributes) noexcept {
  std::memset(attributes, 0, sizeof *attributes);
  return 0;
}

int pthread_mutexattr_destroy(pthread_mutexattr_t*) noexcept { return 0; }

int pthread_mutexattr_settype(pthread_mutexattr_t* attributes, int kind) noexcept {
  if (kind != PTHREAD_MUTEX_NORMAL && kind != PTHREAD_MUTEX_RECURSIVE &&
      kind != PTHREAD_MUTEX_ERRORCHECK) {
    return EINVAL;
  }
  std::memcpy(attributes, &kind, sizeof kind);
  return 0;
}
}
