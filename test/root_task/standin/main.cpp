// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The stand-in kernel finds the machine's memory by itself: all of it is handed out, and is there.

#include <sel4/fdt/tree.hpp>
#include <sel4/mapper.hpp>
#include <sel4/print.hpp>
#include <sel4/test/root_task.hpp>
#include <sel4/test_support/kernel.hpp>

#include <array>

namespace {

using namespace sel4;
using namespace sel4::test;

/// The memory that the device tree tells of.
fdt::Range memory_of_machine() {
  const auto bytes =
      boot_info().extra().find(ExtraBootInfoId::fdt).value_or(std::span<const std::byte>{});
  const auto tree = fdt::Tree::parse(bytes);
  if (!tree) panic("no device tree");
  std::array<fdt::Range, 1> memory{};
  if (!tree->memory(memory)) panic("no memory in the device tree");
  return memory[0];
}

SEL4_TEST(all_memory_is_handed_out) {
  const fdt::Range memory = memory_of_machine();
  const auto untypeds = boot_info().partitioned_untypeds();
  SEL4_REQUIRE(untypeds.has_value());
  Word sum = 0;
  for (const UntypedEntry untyped : untypeds->ram) {
    sum += Word{1} << untyped.size_bits;
    SEL4_CHECK(untyped.paddr.value() >= memory.start);
    SEL4_CHECK(untyped.paddr.value() + (Word{1} << untyped.size_bits) <= memory.end);
  }
  // Kernel, this program and the first objects take a few MiB.
  constexpr Word in_use = Word{16} << 20;
  println("memory: ", (memory.end - memory.start) >> 20, " MiB, untyped ", sum >> 20, " MiB");
  SEL4_CHECK(sum + in_use >= memory.end - memory.start);
}

/// Pages from all over the memory, all mapped at once: each keeps what was written to it.
SEL4_TEST(memory_is_there) {
  constexpr Vaddr window{0x10'0000'0000};
  const auto untypeds = boot_info().partitioned_untypeds();
  SEL4_REQUIRE(untypeds.has_value());
  Word count = 0;
  const auto place = [&](Word n) -> volatile Word& {
    return *reinterpret_cast<volatile Word*>((window + n * SmallFrame::bytes).value());
  };
  for (const UntypedEntry untyped : untypeds->ram) {
    // Where the allocator has used up the untyped, there is another beside it.
    const auto frame = untyped.cap.retype<SmallFrame>(free_slot());
    if (!frame) continue;
    SEL4_REQUIRE_OK(map_frame(init_thread::vspace, *frame,
                              {window + count * SmallFrame::bytes, Rights::rw, VmAttributes::data},
                              allocator()));
    SEL4_CHECK_EQ(place(count), 0u);
    place(count) = untyped.paddr.value();
    ++count;
  }
  SEL4_CHECK(count > 4);
  Word n = 0;
  for (Word last = 0; n < count; ++n) {
    SEL4_CHECK(place(n) > last);
    last = place(n);
  }
}

}  // namespace

SEL4_TEST_MAIN(.stack_size = 64 * 1024)
