// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/translation.hpp>
#include <core/message.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/debug.hpp>

namespace sel4::kernel {

namespace {

/// The number of a capability's type in the answer to DebugCapIdentify.
Word identity(const Cap& cap) {
  switch (cap.kind()) {
    case Kind::null:
      return 0;
    case Kind::untyped:
      return 2;
    case Kind::endpoint:
      return 4;
    case Kind::notification:
      return 6;
    case Kind::reply:
      return 8;
    case Kind::cnode:
      return 10;
    case Kind::tcb:
      return 12;
    case Kind::irq_control:
      return 14;
    case Kind::irq_handler:
      return 16;
    case Kind::remains:
      return 18;
    case Kind::domain_set:
      return 20;
    case Kind::sched_context:
      return 22;
    case Kind::sched_control:
      return 24;
    case Kind::frame:
      return 1;
    case Kind::page_table:
      return arch::table_identity(cap);
    case Kind::vspace:
      return 9;
    case Kind::asid_control:
      return 11;
    case Kind::asid_pool:
      return 13;
    case Kind::sgi_signal:
      return 27;
    case Kind::io_port:
      return 19;
    case Kind::io_port_control:
      return 31;
    case Kind::io_page_table:
      return 17;
  }
  return 0;
}

void name_thread(Tcb& caller) {
  const Slot* slot = lookup_slot(caller, caller.context.cptr());
  if (slot == nullptr || !slot->cap.is(Kind::tcb)) {
    print("SysDebugNameThread: cap is not a TCB, halting\n");
    halt("no thread to name");
  }
  const Word* buffer = buffer_of(caller, true);
  if (buffer == nullptr) halt("SysDebugNameThread: Failed to lookup IPC buffer, halting");
  const char* name = reinterpret_cast<const char*>(buffer + BufferWord::message);
  Tcb& tcb = object_of<Tcb>(slot->cap);
  unsigned i = 0;
  for (; i < Tcb::name_size - 1 && name[i] != 0; ++i) tcb.name[i] = name[i];
  tcb.name[i] = 0;
}

}  // namespace

bool handle_debug_syscall(Tcb& caller, std::int64_t number) {
  arch::Context& context = caller.context;
  switch (number) {
    case seL4_SysDebugPutChar:
      print_one(static_cast<char>(context.cptr()));
      return true;
    case seL4_SysDebugDumpScheduler:
      debug_dump();
      return true;
    case seL4_SysDebugHalt:
      print("Debug halt syscall from user thread ", Hex{reinterpret_cast<Word>(&caller)}, " \"",
            caller.name, "\"\n");
      halt("");
    case seL4_SysDebugSnapshot:
      debug_dump();
      return true;
    case seL4_SysDebugCapIdentify: {
      const Slot* slot = lookup_slot(caller, context.cptr());
      context.cptr() = slot != nullptr ? identity(slot->cap) : 0;
      return true;
    }
    case seL4_SysDebugNameThread:
      name_thread(caller);
      return true;
    default:
      return false;
  }
}

}  // namespace sel4::kernel
