// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The example root task with nothing of the runtime: its own entry and stack (arch/*/start.S), no
// thread-local storage, no slot for the IPC buffer. Operations get the buffer by argument.

#include <sel4/sel4.hpp>

#include <source_location>
#include <string_view>

namespace {

void put(std::string_view text) {
  if constexpr (sel4::config::printing) {
    for (const char c : text) sel4::debug_put_char(c);
  }
}

sel4::Result<> run(const sel4::BootInfo& boot_info) {
  const sel4::sys::GivenIpc ipc{boot_info.ipc_buffer()};
  const auto cspace = sel4::init_thread::cnode.with(ipc);
  const sel4::Word slot = boot_info.empty().first;

  sel4::Untyped untyped;
  for (const sel4::UntypedEntry& entry : boot_info.untypeds()) {
    if (!entry.is_device && entry.size_bits >= sel4::Notification::size_bits) untyped = entry.cap;
  }
  const auto notification =
      SEL4_TRY(untyped.with(ipc).retype<sel4::Notification>(cspace.slot(slot)));
  const auto badged = SEL4_TRY(cspace.slot(slot + 1).mint(
      notification, {.rights = sel4::Rights::write, .badge = sel4::Badge{0x1337}}));

  // Signalling and waiting need no buffer at all: with NoIpc the compiler has proved it.
  badged.with(sel4::sys::NoIpc{}).signal();
  const sel4::Badge badge = notification.with(sel4::sys::NoIpc{}).wait();
  if (badge != sel4::Badge{0x1337}) return sel4::Failure{sel4::Error::invalid_argument};
  put("badge = 0x1337\n");
  return {};
}

}  // namespace

extern "C" [[noreturn]] void root_task_main(const ::seL4_BootInfo& boot_info) {
  put(run(sel4::BootInfo{boot_info}) ? "\nTEST_PASS\n" : "\nTEST_FAIL\n");
  for (;;) sel4::init_thread::tcb.with(sel4::sys::NoIpc{}).suspend().ignore();
}

void sel4::panic(std::string_view message, std::string_view, std::source_location) noexcept {
  put(message);
  put("\nTEST_FAIL\n");
  for (;;) sel4::init_thread::tcb.with(sel4::sys::NoIpc{}).suspend().ignore();
}
