// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

namespace {
#if SEL4_RUNTIME_TLS
constinit thread_local int value = 0;
#else
constinit int value = 0;
#endif
}  // namespace

extern "C" int* __errno_location() noexcept { return &value; }
