// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The device tree in the extra boot information.

#include <sel4/fdt/tree.hpp>
#include <sel4/test/root_task.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

extern "C" const std::byte test_device_tree[];
extern "C" const std::byte test_device_tree_end[];

namespace {

using namespace sel4;
using namespace sel4::test;

std::span<const std::byte> given() { return {test_device_tree, test_device_tree_end}; }

std::span<const std::byte> received() {
  return boot_info().extra().find(ExtraBootInfoId::fdt).value_or(std::span<const std::byte>{});
}

SEL4_TEST(it_is_that_of_the_image) {
  const auto tree = fdt::Tree::parse(received());
  SEL4_REQUIRE(tree.has_value());
  const auto wanted = fdt::Tree::parse(given());
  SEL4_REQUIRE(wanted.has_value());
  SEL4_CHECK_EQ(tree->bytes().size(), wanted->bytes().size());
  SEL4_CHECK(std::ranges::equal(tree->bytes(), wanted->bytes()));
}

SEL4_TEST(it_describes_this_machine) {
  const auto tree = fdt::Tree::parse(received());
  SEL4_REQUIRE(tree.has_value());
  constexpr std::string_view machine =
      config::arch_riscv ? std::string_view("riscv-virtio") : std::string_view("linux,dummy-virt");
  SEL4_CHECK(tree->root().compatible(machine));
  std::array<fdt::Range, 4> memory{};
  const auto count = tree->memory(memory);
  SEL4_REQUIRE(count.has_value());
  SEL4_REQUIRE_EQ(*count, 1u);
  constexpr Word start = config::arch_riscv ? 0x8000'0000 : 0x4000'0000;
  SEL4_CHECK_EQ(memory[0].start, start);
  // All memory that the program has lies within it.
  for (const UntypedEntry untyped : boot_info().untypeds()) {
    if (untyped.is_device) continue;
    SEL4_CHECK(untyped.paddr.value() >= memory[0].start);
    SEL4_CHECK(untyped.paddr.value() + (Word{1} << untyped.size_bits) <= memory[0].end);
  }
}

SEL4_TEST(chunks_fill_the_extra_boot_information) {
  std::size_t total = 0;
  for (const ExtraBootInfoChunk chunk : boot_info().extra()) {
    total += sizeof(::seL4_BootInfoHeader) + chunk.content.size();
  }
  SEL4_CHECK_EQ(total, boot_info().extra().bytes().size());
}

}  // namespace
