// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Plain C against libsel4's own headers and the C library of the runtime.

#include "sides.h"

#include <sel4/sel4.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const void* c_ipc_buffer(void) { return seL4_GetIPCBuffer(); }

void c_set_mr(int index, c_test_word value) { seL4_SetMR(index, value); }
c_test_word c_get_mr(int index) { return seL4_GetMR(index); }

c_test_word c_call(c_test_word endpoint, c_test_word a, c_test_word b) {
  seL4_SetMR(0, a);
  seL4_SetMR(1, b);
  seL4_MessageInfo_t info = seL4_Call(endpoint, seL4_MessageInfo_new(7, 0, 0, 2));
  return seL4_MessageInfo_get_length(info) == 1 ? seL4_GetMR(0) : 0;
}

void c_serve_once(c_test_word endpoint, c_test_word reply) {
  seL4_Word badge;
#ifdef CONFIG_KERNEL_MCS
  seL4_Recv(endpoint, &badge, reply);
#else
  (void)reply;
  seL4_Recv(endpoint, &badge);
#endif
  seL4_SetMR(0, seL4_GetMR(0) + seL4_GetMR(1));
  seL4_MessageInfo_t info = seL4_MessageInfo_new(0, 0, 0, 1);
#ifdef CONFIG_KERNEL_MCS
  seL4_Send(reply, info);
#else
  seL4_Reply(info);
#endif
}

int c_mint(c_test_word slot, c_test_word source, c_test_word badge) {
  return (int)seL4_CNode_Mint(seL4_CapInitThreadCNode, slot, seL4_WordBits, seL4_CapInitThreadCNode,
                              source, seL4_WordBits, seL4_AllRights, badge);
}

void c_signal(c_test_word notification) { seL4_Signal(notification); }

c_test_word c_sum_by_cpp(c_test_word a, c_test_word b) { return cpp_sum(a, b); }

void c_print_sum(c_test_word a, c_test_word b) {
  printf("printed by C: %lu + %lu = %#lx\n", a, b, a + b);
}

char* c_repeat(const char* text, int times) {
  const size_t length = strlen(text);
  char* copy = malloc(length * (size_t)times + 1);
  if (copy == NULL) return NULL;
  for (int i = 0; i < times; i++) memcpy(copy + length * (size_t)i, text, length);
  copy[length * (size_t)times] = '\0';
  return copy;
}

int c_least_and_free(int* numbers, size_t count) {
  int least = numbers[0];
  for (size_t i = 1; i < count; i++) {
    if (numbers[i] < least) least = numbers[i];
  }
  free(numbers);
  return least;
}
