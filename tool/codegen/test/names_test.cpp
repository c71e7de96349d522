// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "names.hpp"

#include <doctest/doctest.h>

using namespace sel4::codegen;

TEST_CASE("names of the kernel read well in snake case") {
  CHECK(snake_case("CNode") == "cnode");
  CHECK(snake_case("CNodeCancelBadgedSends") == "cnode_cancel_badged_sends");
  CHECK(snake_case("TCBSetIPCBuffer") == "tcb_set_ipc_buffer");
  CHECK(snake_case("TCBSetMCPriority") == "tcb_set_mc_priority");
  CHECK(snake_case("TCBSetTLSBase") == "tcb_set_tls_base");
  CHECK(snake_case("ARMPageTableMap") == "arm_page_table_map");
  CHECK(snake_case("ARMVSpaceUnify_Instruction") == "arm_vspace_unify_instruction");
  CHECK(snake_case("ARMCBTLBInvalidateAll") == "arm_cb_tlb_invalidate_all");
  CHECK(snake_case("ARMCBAssignVspace") == "arm_cb_assign_vspace");
  CHECK(snake_case("ARMSMCCall") == "arm_smc_call");
  CHECK(snake_case("ARMIRQIssueSGISignal") == "arm_irq_issue_sgi_signal");
  CHECK(snake_case("X86IOPortIn8") == "x86_ioport_in8");
  CHECK(snake_case("X86IOPortControlIssue") == "x86_ioport_control_issue");
  CHECK(snake_case("X86IRQIssueIRQHandlerIOAPIC") == "x86_irq_issue_irq_handler_ioapic");
  CHECK(snake_case("X86EPTPDPTMap") == "x86_ept_pdpt_map");
  CHECK(snake_case("X86EPTPDMap") == "x86_ept_pd_map");
  CHECK(snake_case("X64_PML4") == "x64_pml4");
  CHECK(snake_case("RISCVASIDControlMakePool") == "riscv_asid_control_make_pool");
  CHECK(snake_case("NBSendRecv") == "nb_send_recv");
  CHECK(snake_case("VMEnter") == "vm_enter");
  CHECK(snake_case("X86DangerousRDMSR") == "x86_dangerous_rdmsr");
  CHECK(snake_case("FaultIP") == "fault_ip");
  CHECK(snake_case("X0") == "x0");
  CHECK(snake_case("R15") == "r15");
  CHECK(snake_case("FLAGS") == "flags");
  CHECK(snake_case("domainID") == "domain_id");
  CHECK(snake_case("capAllowGrantReply") == "cap_allow_grant_reply");
  CHECK(snake_case("VGICMaintenance") == "vgic_maintenance");
  CHECK(snake_case("bufferFrame") == "buffer_frame");
  CHECK(snake_case("__x__") == "x");
  CHECK(snake_case("___") == "");
}

TEST_CASE("names of classes and variables") {
  CHECK(class_name("seL4_CNode_CapData") == "CNodeCapData");
  CHECK(class_name("VMFault") == "VMFault");
  CHECK(class_name("vcpu_fault") == "Vcpufault");
  CHECK(variable_name("delete") == "delete_");
  CHECK(variable_name("Register") == "register_");
  CHECK(pascal_case("tcb_get_breakpoint") == "TcbGetBreakpoint");
  CHECK(strip_sel4("seL4_TCB") == "TCB");
  CHECK(strip_sel4("TCB") == "TCB");
}

TEST_CASE("what an identifier is") {
  CHECK(is_identifier("a_1"));
  CHECK_FALSE(is_identifier(""));
  CHECK_FALSE(is_identifier("1a"));
  CHECK_FALSE(is_identifier("a b"));
  CHECK_FALSE(is_identifier("a__b"));
  CHECK_FALSE(is_identifier("\xc3\xa4"));
  CHECK(is_identifier(std::string(max_name_length, 'a')));
  CHECK_FALSE(is_identifier(std::string(max_name_length + 1, 'a')));
}
