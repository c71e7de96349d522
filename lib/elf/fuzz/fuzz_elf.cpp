// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/elf/file.hpp>

#include <cstddef>
#include <cstdint>

/// Whatever parse() accepts must be safe to use to the last byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = sel4::elf::File::parse(std::as_bytes(std::span(data, size)));
  if (!file) {
    (void)sel4::elf::message(file.error().problem);
    return 0;
  }
  unsigned sum = 0;
  for (const auto segment : file->loads()) {
    for (const std::byte byte : file->data(segment)) sum += std::to_integer<unsigned>(byte);
    if (segment.vaddr_end() < segment.vaddr || segment.paddr_end() < segment.paddr)
      __builtin_trap();
  }
  const auto range = file->virtual_range();
  if (file->entry() < range.start || file->entry() >= range.end) __builtin_trap();
  (void)file->physical_range();
  (void)file->tls();
  (void)file->find_symbol("main");
  return sum == 0xffffffff ? 1 : 0;
}
