// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Debian's libstdc++.a is position-independent on this architecture, and so asks for addresses of
// thread-local variables by a call.

#include <cstddef>

namespace {
struct TlsIndex {
  unsigned long module;
  unsigned long offset;
};
// riscv ELF psABI: offsets are biased so that all of 4 KiB is in reach of a signed 12-bit number.
constexpr unsigned long bias = 0x800;
}  // namespace

extern "C" void* __tls_get_addr(const TlsIndex* index) noexcept {
  char* pointer;
  __asm__("mv %0, tp" : "=r"(pointer));
  return pointer + index->offset + bias;
}
