// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the two sides of the program offer each other.

#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned long c_test_word;

/* In C. */

/* The address of the IPC buffer that libsel4's headers use. */
const void* c_ipc_buffer(void);
/* seL4_SetMR() and seL4_GetMR(). */
void c_set_mr(int index, c_test_word value);
c_test_word c_get_mr(int index);
/* Calls the endpoint with the two words and returns the first word of the answer. */
c_test_word c_call(c_test_word endpoint, c_test_word a, c_test_word b);
/* Receives two words on the endpoint and answers with their sum. `reply` counts on MCS kernels. */
void c_serve_once(c_test_word endpoint, c_test_word reply);
/* Mints `source` into `slot` of the root CNode; the kernel's error number. */
int c_mint(c_test_word slot, c_test_word source, c_test_word badge);
void c_signal(c_test_word notification);
/* A sum that C leaves to C++. */
c_test_word c_sum_by_cpp(c_test_word a, c_test_word b);
void c_print_sum(c_test_word a, c_test_word b);
/* A copy of the text, repeated, from malloc(). */
char* c_repeat(const char* text, int times);
/* Frees numbers that the caller allocated, and returns the least. */
int c_least_and_free(int* numbers, size_t count);

/* In C++. */
c_test_word cpp_sum(c_test_word a, c_test_word b);

#ifdef __cplusplus
}
#endif
