// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "device_page.hpp"

#include <sel4/init_thread.hpp>
#include <sel4/runtime/image.hpp>

#include <optional>

namespace sel4::test {

namespace {

constexpr Word page_bits = SmallFrame::size_bits;
constexpr Word page_size = Word{1} << page_bits;

// The page is mapped in the place of this one, of the program's own image: its translation tables
// exist, and no other code can have chosen its address.
alignas(page_size) constinit volatile std::byte placeholder[page_size]{};

std::optional<UntypedEntry> find_device(const BootInfo& boot_info, Paddr paddr) noexcept {
  for (const UntypedEntry entry : boot_info.untypeds()) {
    if (entry.is_device && paddr >= entry.paddr && (paddr - entry.paddr) >> entry.size_bits == 0) {
      return entry;
    }
  }
  return std::nullopt;
}

// An untyped gives out its memory from the bottom, so the way to a page in its midst is to halve
// it, both halves if the page is in the upper one, until a page is left.
Result<SmallFrame> split_off(const UntypedEntry& device, Paddr paddr, Word end_slot) noexcept {
  const auto next_slot = [&end_slot] { return init_thread::cnode.slot(--end_slot); };
  Untyped block = device.cap;
  Paddr base = device.paddr;
  for (Word bits = device.size_bits; bits > page_bits;) {
    --bits;
    Untyped half = SEL4_TRY(block.retype<Untyped>(next_slot(), bits));
    if ((paddr - base) >> bits != 0) {
      half = SEL4_TRY(block.retype<Untyped>(next_slot(), bits));
      base += Word{1} << bits;
    }
    block = half;
  }
  return block.retype<SmallFrame>(next_slot());
}

}  // namespace

Result<volatile std::byte*> map_device_page(const BootInfo& boot_info, Paddr paddr) noexcept {
  const std::optional<UntypedEntry> device = find_device(boot_info, paddr);
  if (!device) return Failure{Error::failed_lookup};
  const Vaddr vaddr = vaddr_of(placeholder);
  const std::optional<SmallFrame> own =
      boot_info.user_image_frame(vaddr_of(&__ehdr_start).align_down(page_bits), vaddr);
  if (!own) return Failure{Error::range};
  const SmallFrame frame = SEL4_TRY(split_off(*device, paddr, boot_info.empty().end));
  SEL4_TRY(own->unmap());
  SEL4_TRY(frame.map(init_thread::vspace, vaddr, Rights::rw, VmAttributes::device));
  return &placeholder[0];
}

}  // namespace sel4::test
