// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A second thread in the root task's address space: with a stack behind a guard page, thread-local
// variables and an IPC buffer of its own.

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/alloc/processor_time.hpp>
#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>
#include <sel4/thread.hpp>

namespace {

constexpr sel4::Vaddr ipc_buffer_address{0x10'0000'0000};

thread_local int value = 1;

constinit sel4::ThreadStack<16 * 1024> stack{};

struct Shared {
  sel4::Endpoint endpoint;
  sel4::Notification done;
};

void second_thread(void* argument) {
  const Shared& shared = *static_cast<Shared*>(argument);
  ++value;
  sel4::println("hello from the second thread, TLS value ", value);
  // A message through this thread's own IPC buffer.
  sel4::IpcBuffer& buffer = sel4::sys::ThreadIpc::buffer();
  buffer.msg[5] = 0x1234;
  shared.endpoint.send(sel4::MessageInfo{{.label = 7, .length = 6}});
  shared.done.signal();
}

sel4::Result<> run(const sel4::BootInfo& boot_info) {
  SEL4_TRY(sel4::test::init_console(boot_info.raw()));
  sel4::BootAllocator allocator{boot_info};

  Shared shared{SEL4_TRY(allocator.create<sel4::Endpoint>()),
                SEL4_TRY(allocator.create<sel4::Notification>())};

  // The IPC buffer: a frame of its own, mapped where the thread will look for it.
  const auto buffer_frame = SEL4_TRY(allocator.create<sel4::SmallFrame>());
  SEL4_TRY(sel4::map_frame(sel4::init_thread::vspace, buffer_frame,
                           {ipc_buffer_address, sel4::Rights::rw, sel4::VmAttributes::data},
                           allocator));

  // The thread: shares our capabilities and our address space.
  const auto tcb = SEL4_TRY(allocator.create<sel4::Tcb>());
  SEL4_TRY(tcb.configure({.cspace_root = sel4::init_thread::cnode,
                          .cspace_guard = sel4::Guard::for_root(boot_info.cnode_size_bits()),
                          .vspace_root = sel4::init_thread::vspace,
                          .ipc_buffer = ipc_buffer_address,
                          .ipc_buffer_frame = buffer_frame}));
  SEL4_TRY(tcb.set_priority(sel4::init_thread::tcb, sel4::Priority{100}));
  SEL4_TRY(sel4::give_processor_time(allocator, boot_info, tcb));

  const auto registers = sel4::prepare_thread({
      .run = {second_thread, &shared},
      .stack = stack.room,
      .ipc_buffer = reinterpret_cast<sel4::IpcBuffer*>(ipc_buffer_address.value()),
      .tcb = tcb.cptr(),
  });
  if (!registers) sel4::panic("the second thread", describe(registers.error()));
  SEL4_TRY(tcb.write_registers(sel4::UserContext{*registers}, {.resume_target = true}));

  const sel4::Received message = shared.endpoint.recv(SEL4_TRY(allocator.create_reply_authority()));
  SEL4_ASSERT(message.info.label() == 7);
  SEL4_ASSERT(sel4::sys::ThreadIpc::buffer().msg[5] == 0x1234);
  shared.done.wait();
  sel4::println("first thread: TLS value ", value);
  SEL4_ASSERT(value == 1);
  sel4::test::announce(true);
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run);
