// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

/// libstdc++ skips atomic operations of shared_ptr and the like while this is set. Here it never
/// is: nothing tells this library when a second thread starts. The minimal variant has one thread.
extern "C" char __libc_single_threaded;
#if SEL4_RUNTIME_TLS
char __libc_single_threaded = 0;
#else
char __libc_single_threaded = 1;
#endif
