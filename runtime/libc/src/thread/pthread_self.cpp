// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "identity.hpp"

#include <pthread.h>

extern "C" pthread_t pthread_self() noexcept {
  return static_cast<pthread_t>(sel4::libc::thread_identity());
}

extern "C" int pthread_equal(pthread_t a, pthread_t b) noexcept { return a == b ? 1 : 0; }
