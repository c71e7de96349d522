// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/image_frames.hpp>
#include <sel4/root_task.hpp>
#include <sel4/runtime/abort.hpp>
#include <sel4/runtime/hooks.hpp>
#include <sel4/runtime/lifecycle.hpp>

#include <cstdint>

namespace {

void run(const void* argument) {
  const auto& boot_info = *static_cast<const ::seL4_BootInfo*>(argument);
  sel4_runtime_set_ipc_buffer(boot_info.ipcBuffer);
  sel4_runtime_relocate();
  sel4::runtime::run_constructors();
  sel4_root_task_main(boot_info);
  sel4::runtime::exit_program();
}

}  // namespace

extern "C" {

/// Where _start goes once there is a stack. `boot_info` is what the kernel left in the register of
/// the first argument.
[[noreturn]] void sel4_runtime_enter(const ::seL4_BootInfo* boot_info);

void sel4_runtime_enter(const ::seL4_BootInfo* boot_info) {
  // A wrong loader would otherwise show as a fault at some small address.
  if (boot_info == nullptr ||
      reinterpret_cast<std::uintptr_t>(boot_info) % seL4_BootInfoFrameSize != 0) [[unlikely]] {
    sel4::abort("the kernel's boot information is not at the start of a page");
  }
  // The kernel maps the whole image readable and writable, so without a guard an overflow would
  // silently write over whatever lies below.
  const auto* const guard = sel4_initial_stack.bottom - sel4::runtime::page_size;
  if (!sel4::unmap_image_page(*boot_info, guard).has_value()) [[unlikely]] {
    sel4::println("no guard page below the stack: its frame cannot be unmapped");
  }
  sel4::runtime::start_main_thread(run, boot_info);
}
}
