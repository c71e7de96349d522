// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <array>
#include <loader/arch/core.hpp>
#include <loader/arch/translation.hpp>
#include <loader/page_table.hpp>
#include <loader/plat/console.hpp>
#include <loader_config.hpp>

extern "C" void enable_mmu(std::uint64_t root_low, std::uint64_t root_high);

namespace sel4::loader::arch {

namespace {

// Cleared table by table as they are used.
[[gnu::section(".noinit")]] std::array<Table, 24> pool;

TranslationRoots roots;

constexpr std::uint64_t block_size = std::uint64_t{1} << 21;

constexpr std::uint64_t shareability = config::smp ? Aarch64Format::inner_shareable : 0;

constexpr std::uint64_t normal = Aarch64Format::normal | shareability;

}  // namespace

TranslationRoots translation_roots() { return roots; }

bool start_translation(const payload::Head& head) {
  const payload::Header& header = head.header();
  TableBuilder<Aarch64Format> builder{pool};
  Table* low = builder.allocate();
  // A hypervisor has one range of addresses only; its kernel is in the lower half.
  Table* high = config::hypervisor ? low : builder.allocate();
  roots = {reinterpret_cast<std::uintptr_t>(low), reinterpret_cast<std::uintptr_t>(high)};

  bool ok = true;
  for (const payload::MemoryRange& range : head.memory()) {
    ok = ok && builder.map(low, {.virt = range.start,
                                 .phys = range.start,
                                 .size = range.end - range.start,
                                 .attributes = normal});
  }
  ok = ok && builder.map(low, {.virt = plat::console_page,
                               .phys = plat::console_page,
                               .size = payload::page_size,
                               .attributes = Aarch64Format::device});
  if (header.core_start == payload::CoreStart::spin_table) {
    // All release words of the boards at hand lie in one page, below what the kernel may use.
    const std::uint64_t page =
        head.cores().back().release_address / payload::page_size * payload::page_size;
    ok = ok && builder.map(low, {.virt = page,
                                 .phys = page,
                                 .size = payload::page_size,
                                 .attributes = Aarch64Format::device});
  }
  // Whole blocks: the kernel's own tables will replace these before it looks beyond its image.
  const std::uint64_t slack = header.kernel_phys_start % block_size;
  const bool blocks = header.kernel_virt_start % block_size == slack;
  const std::uint64_t before = blocks ? slack : 0;
  const std::uint64_t size = header.kernel_phys_end - header.kernel_phys_start + before;
  ok = ok &&
       builder.map(high, {.virt = header.kernel_virt_start - before,
                          .phys = header.kernel_phys_start - before,
                          .size = blocks ? (size + block_size - 1) / block_size * block_size : size,
                          .attributes = normal});
  if (!ok) return false;
  enable_mmu(roots.low, roots.high);
  return true;
}

}  // namespace sel4::loader::arch
