// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <pthread.h>

extern "C" int pthread_equal(pthread_t a, pthread_t b) noexcept { return a == b ? 1 : 0; }
