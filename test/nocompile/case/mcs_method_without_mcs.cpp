// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What only MCS kernels have does not compile for others.
// kernel: aarch64
// error: constraint|no matching

#include <sel4/endpoint.hpp>

using namespace sel4;

Received receive(Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  return endpoint.wait();
#else
  return endpoint.recv(ReplyAuthority{});
#endif
}
