// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "keys.hpp"

#include <sel4/runtime/lock.hpp>

#include <cerrno>
#include <pthread.h>

namespace {

constexpr unsigned key_count = 16;

struct Key {
  bool used;
  // Values of an earlier key in this place do not count.
  unsigned generation;
  void (*destructor)(void*);
};

struct Value {
  unsigned generation;
  const void* pointer;
};

constinit sel4::runtime::Lock lock;
constinit Key keys[key_count] = {};

#if SEL4_RUNTIME_TLS
constinit thread_local Value values[key_count] = {};
#else
constinit Value values[key_count] = {};
#endif

}  // namespace

extern "C" {

int __cxa_thread_atexit_impl(void (*function)(void*), void* object, void*) noexcept;

int pthread_key_create(pthread_key_t* key, void (*destructor)(void*)) noexcept {
  // Brings in the object that runs the destructors: the runtime's call of it alone does not.
  if (destructor != nullptr) __asm__ volatile("" : : "r"(&__cxa_thread_atexit_impl));
  const sel4::runtime::LockGuard guard(lock);
  for (unsigned i = 0; i < key_count; ++i) {
    if (keys[i].used) continue;
    keys[i] = {.used = true, .generation = keys[i].generation + 1, .destructor = destructor};
    *key = i;
    return 0;
  }
  return EAGAIN;
}

int pthread_key_delete(pthread_key_t key) noexcept {
  const sel4::runtime::LockGuard guard(lock);
  if (key >= key_count || !keys[key].used) return EINVAL;
  keys[key].used = false;
  return 0;
}

int pthread_setspecific(pthread_key_t key, const void* pointer) noexcept {
  if (key >= key_count || !keys[key].used) return EINVAL;
  values[key] = {.generation = keys[key].generation, .pointer = pointer};
  return 0;
}

void* pthread_getspecific(pthread_key_t key) noexcept {
  if (key >= key_count || values[key].generation != keys[key].generation) return nullptr;
  return const_cast<void*>(values[key].pointer);
}

void sel4_run_key_destructors() noexcept {
  // A destructor may set values again: a bounded number of rounds, as POSIX says.
  for (unsigned round = 0; round < 4; ++round) {
    bool any = false;
    for (unsigned i = 0; i < key_count; ++i) {
      const void* const pointer = pthread_getspecific(i);
      if (pointer == nullptr || !keys[i].used || keys[i].destructor == nullptr) continue;
      values[i].pointer = nullptr;
      keys[i].destructor(const_cast<void*>(pointer));
      any = true;
    }
    if (!any) return;
  }
}
}
