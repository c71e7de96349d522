// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/stack.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/sys/ipc.hpp>

#include <cstddef>
#include <span>

namespace sel4 {

/// The capability of the frame that backs `address` in the root task's own image (code, constants,
/// variables). It is mapped where the image has it. Error: range: the address is not in the image.
[[nodiscard]] Result<CPtr> image_frame(const ::seL4_BootInfo& boot_info,
                                       const void* address) noexcept;

/// Takes the page at `page`, one of the root task's own image, out of its address space. Any access
/// faults from then on. The frame is free for other use: image_frame() still says which it is.
/// Errors: range: not in the image; those of the kernel's Page - Unmap.
Result<> unmap_image_page(const ::seL4_BootInfo& boot_info, const void* page) noexcept;

/// Makes the guard page of a stack in the root task's image a guard. Errors: as unmap_image_page().
template <std::size_t Size>
Result<> unmap_guard(const ::seL4_BootInfo& boot_info,
                     const runtime::GuardedStack<Size>& stack) noexcept {
  return unmap_image_page(boot_info, stack.guard);
}

/// Room for an IPC buffer in the image, in a frame of its own: a thread that gets that frame as its
/// buffer's must not reach other variables through it.
struct alignas(runtime::page_size) IpcBufferPage {
  /// At the start of the page, so aligned as the kernel asks.
  IpcBuffer buffer;
};

}  // namespace sel4
