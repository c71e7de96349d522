// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Uses the C interface that is written by hand, as programs do. It is only compiled, as C and as
// C++, with all warnings.

#ifdef __cplusplus
extern "C" {
#endif
#include <sel4/sel4.h>
#ifdef __cplusplus
}
#endif

seL4_Word sends(seL4_CPtr cap, seL4_Word* words) {
  const seL4_MessageInfo_t info = seL4_MessageInfo_new(7, 0, 1, 4);
  seL4_MessageInfo_t answer;
  seL4_Send(cap, info);
  seL4_SendWithMRs(cap, info, &words[0], &words[1], &words[2], &words[3]);
  seL4_NBSend(cap, info);
  seL4_NBSendWithMRs(cap, info, &words[0], &words[1], seL4_Null, seL4_Null);
  seL4_Signal(cap);
  seL4_Yield();
  answer = seL4_Call(cap, info);
  answer = seL4_CallWithMRs(cap, answer, &words[0], &words[1], &words[2], seL4_Null);
  return seL4_MessageInfo_get_label(answer) + seL4_MessageInfo_get_capsUnwrapped(answer);
}

#ifdef CONFIG_KERNEL_MCS
seL4_Word receives(seL4_CPtr cap, seL4_CPtr other, seL4_CPtr reply, seL4_Word* w) {
  seL4_Word badge;
  seL4_MessageInfo_t info = seL4_Recv(cap, &badge, reply);
  #ifdef CONFIG_ARCH_X86
  info = seL4_RecvWithMRs(cap, &badge, &w[0], &w[1], &w[2], &w[3], reply);
  #else
  info = seL4_RecvWithMRs(cap, &badge, reply, &w[0], &w[1], &w[2], &w[3]);
  #endif
  info = seL4_NBRecv(cap, &badge, reply);
  info = seL4_Wait(cap, &badge);
  info = seL4_WaitWithMRs(cap, &badge, &w[0], &w[1], &w[2], &w[3]);
  info = seL4_NBWait(cap, &badge);
  info = seL4_Poll(cap, &badge);
  info = seL4_ReplyRecv(cap, info, &badge, reply);
  info = seL4_ReplyRecvWithMRs(cap, info, &badge, &w[0], &w[1], &w[2], &w[3], reply);
  info = seL4_NBSendRecv(other, info, cap, &badge, reply);
  info = seL4_NBSendRecvWithMRs(other, info, cap, &badge, &w[0], &w[1], &w[2], &w[3], reply);
  info = seL4_NBSendWait(other, info, cap, &badge);
  info = seL4_NBSendWaitWithMRs(other, info, cap, &badge, &w[0], &w[1], &w[2], &w[3]);
  return badge + seL4_MessageInfo_get_length(info);
}
#else
seL4_Word receives(seL4_CPtr cap, seL4_Word* w) {
  seL4_Word badge;
  seL4_MessageInfo_t info = seL4_Recv(cap, &badge);
  info = seL4_RecvWithMRs(cap, &badge, &w[0], &w[1], &w[2], &w[3]);
  info = seL4_NBRecv(cap, &badge);
  seL4_Wait(cap, &badge);
  info = seL4_Poll(cap, &badge);
  seL4_Reply(info);
  seL4_ReplyWithMRs(info, &w[0], &w[1], &w[2], &w[3]);
  info = seL4_ReplyRecv(cap, info, &badge);
  info = seL4_ReplyRecvWithMRs(cap, info, &badge, &w[0], &w[1], &w[2], &w[3]);
  return badge + seL4_MessageInfo_get_length(info);
}
#endif

seL4_Word buffer(seL4_IPCBuffer* mine) {
  seL4_CPtr root, index;
  seL4_Word depth;
  seL4_SetIPCBuffer(mine);
  seL4_SetMR(0, seL4_GetMR(1));
  seL4_SetUserData(seL4_GetUserData() + seL4_GetBadge(0));
  seL4_SetCap(0, seL4_GetCap(1));
  seL4_GetCapReceivePath(&root, &index, &depth);
  seL4_SetCapReceivePath(root, index, depth);
  seL4_GetCapReceivePath(seL4_Null, seL4_Null, &depth);
  return depth + __sel4_ipc_buffer->msg[seL4_MsgMaxLength - 1] + seL4_GetIPCBuffer()->userData;
}

seL4_Word faults(seL4_MessageInfo_t tag) {
  const seL4_Fault_t fault = seL4_getFault(tag);
  seL4_Word sum = seL4_isNullFault_tag(tag) + seL4_isCapFault_tag(tag) +
                  seL4_isUnknownSyscall_tag(tag) + seL4_isUserException_tag(tag);
  if (seL4_isVMFault_tag(tag)) sum += seL4_Fault_VMFault_get_Addr(fault);
  if (seL4_Fault_get_seL4_FaultType(fault) == seL4_Fault_CapFault) {
    sum += seL4_Fault_CapFault_get_IP(fault);
  }
  return sum + seL4_Fault_get_seL4_FaultType(seL4_getArchFault(tag));
}

seL4_Word boot_info(const seL4_BootInfo* info) {
  const seL4_Word first = info->untypedList[0].paddr;
  return info->extraLen + info->empty.start + seL4_CapInitThreadVSpace + first +
         LIBSEL4_BIT(info->untypedList[0].sizeBits) + seL4_BootInfoFrameSize;
}

#ifdef CONFIG_KERNEL_MCS
seL4_Word timeouts(seL4_MessageInfo_t tag, const seL4_UserContext* registers, seL4_CPtr control,
                   seL4_CPtr context) {
  seL4_MessageInfo_t info;
  if (!seL4_isTimeoutFault_tag(tag)) return 0;
  info = seL4_TimeoutReply_new(seL4_True, *registers, sizeof *registers / sizeof(seL4_Word));
  seL4_SchedControl_Configure(control, context, 1000, 1000, seL4_MaxExtraRefills(8), 0);
  return info.words[0];
}
#endif

#ifdef CONFIG_PRINTING
void prints(char* text) {
  seL4_DebugPutChar('x');
  seL4_DebugPutString(text);
  seL4_DebugDumpScheduler();
}
#endif

#ifdef CONFIG_DEBUG_BUILD
seL4_Word debugs(seL4_CPtr thread) {
  seL4_DebugNameThread(thread, "a name");
  seL4_DebugSnapshot();
  #ifdef CONFIG_ENABLE_SMP_SUPPORT
  thread = seL4_DebugGetThreadAffinity(thread);
    #ifdef CONFIG_ARCH_ARM
  seL4_DebugSendIPI(1, 2);
    #endif
  #endif
  if (seL4_DebugCapIdentify(thread) == 0) seL4_DebugHalt();
  return thread;
}
#endif
