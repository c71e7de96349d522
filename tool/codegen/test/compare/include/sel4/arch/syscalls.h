// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// In place of libsel4's system calls: what its stubs are made of, for the recorder of this test.

#pragma once

#include "recorder.hpp"

inline void seL4_SetMR(int i, seL4_Word word) { compare::buffer.msg[i] = word; }
inline void seL4_SetMR(seL4_Word i, seL4_Word word) { compare::buffer.msg[i] = word; }
inline seL4_Word seL4_GetMR(seL4_Word i) { return compare::buffer.msg[i]; }
inline void seL4_SetCap(int i, seL4_CPtr cap) { compare::buffer.caps_or_badges[i] = cap; }
inline char seL4_CanPrintError() { return 0; }
inline char* seL4_GetDebugError() { return nullptr; }
inline void seL4_DebugPutString(char*) {}
inline seL4_MessageInfo_t seL4_CallWithMRs(seL4_CPtr dest, seL4_MessageInfo_t info, seL4_Word* mr0,
                                           seL4_Word* mr1, seL4_Word* mr2, seL4_Word* mr3) {
  const auto reply = compare::record(dest, info.words[0], {*mr0, *mr1, *mr2, *mr3});
  *mr0 = reply.mr0;
  *mr1 = reply.mr1;
  *mr2 = reply.mr2;
  *mr3 = reply.mr3;
  seL4_MessageInfo_t result{};
  result.words[0] = reply.info;
  return result;
}
