// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "storage.hpp"

#include <sel4/runtime/arch/thread_registers.hpp>
#include <sel4/runtime/hooks.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/thread.hpp>

#include <cstdint>
#include <memory>

namespace sel4 {
namespace {

/// What a new thread finds at the top of its stack.
struct ThreadStart {
  ThreadFunction run;
  IpcBuffer* ipc_buffer;
  CPtr tcb;
};

// Enough for a function that calls another.
constexpr std::size_t least_stack = 256;

// Not noexcept, so that an uncaught exception finds no handler and std::terminate is called where
// it was thrown.
[[noreturn]] void run_thread(const ThreadStart* start) {
  runtime::adopt_ipc_buffer(start->ipc_buffer);
  start->run.function(start->run.argument);
  __call_tls_dtors();
  if (!start->tcb.is_null()) sys::tcb_suspend(sys::NoIpc{}, start->tcb).ignore();
  __builtin_trap();
}

}  // namespace

Result<::seL4_UserContext, ThreadError> prepare_thread(const ThreadPlan& plan) noexcept {
  const runtime::ThreadStorage storage = runtime::make_thread_storage(plan);
  if (storage.error != ThreadError::none) return Failure{storage.error};
  const auto bottom = reinterpret_cast<std::uintptr_t>(plan.stack.data());
  const std::uintptr_t usable = storage.stack_top - bottom;
  if (usable < least_stack) return Failure{ThreadError::stack};

  const std::uintptr_t start_address =
      (storage.stack_top - sizeof(ThreadStart)) & ~(runtime::stack_alignment - 1);
  std::byte* const place = plan.stack.data() + (start_address - bottom);
  std::construct_at(reinterpret_cast<ThreadStart*>(place),
                    ThreadStart{plan.run, plan.ipc_buffer, plan.tcb});
  return runtime::arch::thread_registers({.function = reinterpret_cast<std::uintptr_t>(&run_thread),
                                          .argument = start_address,
                                          .stack_top = place,
                                          .thread_pointer = storage.thread_pointer});
}

Result<> start_thread(CPtr tcb, const ::seL4_UserContext& registers) noexcept {
  constexpr bool resume = true;
  return sys::tcb_write_registers(sys::ThreadIpc{}, tcb, resume, 0,
                                  sizeof(registers) / sizeof(Word), registers);
}

}  // namespace sel4
