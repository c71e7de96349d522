// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <array>
#include <loader/arch/translation.hpp>
#include <loader/page_table.hpp>

namespace sel4::loader::arch {

namespace {

// Cleared table by table as they are used.
[[gnu::section(".noinit")]] std::array<Table, 16> pool;

std::uint64_t satp;

constexpr std::uint64_t block_size = std::uint64_t{1} << 21;
constexpr std::uint64_t satp_sv39 = std::uint64_t{8} << 60;

}  // namespace

TranslationRoots translation_roots() { return {satp, satp}; }

bool start_translation(const payload::Head& head) {
  const payload::Header& header = head.header();
  TableBuilder<Sv39Format> builder{pool};
  Table* root = builder.allocate();
  bool ok = root != nullptr;
  for (const payload::MemoryRange& range : head.memory()) {
    ok = ok && builder.map(root, {.virt = range.start,
                                  .phys = range.start,
                                  .size = range.end - range.start,
                                  .attributes = Sv39Format::normal});
  }
  // Whole blocks: the kernel's own tables will replace these before it looks beyond its image.
  const std::uint64_t slack = header.kernel_phys_start % block_size;
  const bool blocks = header.kernel_virt_start % block_size == slack;
  const std::uint64_t before = blocks ? slack : 0;
  const std::uint64_t size = header.kernel_phys_end - header.kernel_phys_start + before;
  ok = ok &&
       builder.map(root, {.virt = header.kernel_virt_start - before,
                          .phys = header.kernel_phys_start - before,
                          .size = blocks ? (size + block_size - 1) / block_size * block_size : size,
                          .attributes = Sv39Format::normal});
  satp = satp_sv39 | (reinterpret_cast<std::uintptr_t>(root) >> 12);
  return ok;
}

}  // namespace sel4::loader::arch
