// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>

namespace sel4::libc {

/// A number, not zero, that only the calling thread has. From the thread pointer, which is where
/// the thread's TLS is: addresses of two threads' TLS differ below bit 35 and are 16 apart. The
/// minimal variant has one thread.
inline int thread_identity() noexcept {
#if SEL4_RUNTIME_TLS
  const auto pointer = reinterpret_cast<std::uintptr_t>(__builtin_thread_pointer());
  return static_cast<int>(((pointer >> 4) & 0x3fff'ffff) | 0x4000'0000);
#else
  return 1;
#endif
}

}  // namespace sel4::libc
