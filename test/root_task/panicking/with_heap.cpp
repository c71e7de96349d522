// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/heap.hpp>

SEL4_STATIC_HEAP(256 * 1024);
