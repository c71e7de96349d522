// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/image_frames.hpp>
#include <sel4/runtime/arch/frame.hpp>
#include <sel4/runtime/image.hpp>

#include <cstdint>

namespace sel4 {

Result<CPtr> image_frame(const ::seL4_BootInfo& boot_info, const void* address) noexcept {
  // The kernel gives one frame per page of the image, from its lowest page on.
  const auto first_page = reinterpret_cast<std::uintptr_t>(&__ehdr_start) / runtime::page_size;
  const Word index = reinterpret_cast<std::uintptr_t>(address) / runtime::page_size - first_page;
  const ::seL4_SlotRegion& frames = boot_info.userImageFrames;
  if (index >= frames.end - frames.start) return Failure{Error::range};
  return CPtr{frames.start + index};
}

Result<> unmap_image_page(const ::seL4_BootInfo& boot_info, const void* page) noexcept {
  const auto frame = image_frame(boot_info, page);
  if (!frame.has_value()) return Failure{frame.error()};
  return runtime::arch::unmap_frame(frame.value_or(CPtr{}));
}

}  // namespace sel4
