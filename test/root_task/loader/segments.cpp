// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A root task with segments of alignments above a page. (The linker makes a segment of its own for
// each section then, the last of them with no bytes in the file at all.)

#include <sel4/image_frames.hpp>
#include <sel4/runtime/program_headers.hpp>
#include <sel4/test/root_task.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace sel4::test;

template <class T>
std::uintptr_t address_of(const T& object) {
  auto address = reinterpret_cast<std::uintptr_t>(&object);
  __asm__ volatile("" : "+r"(address) : : "memory");
  return address;
}

// Aligned variables of a small type: what follows them begins within the page.
struct Pair {
  std::uint64_t first;
  std::uint64_t last;
};

alignas(8192) constinit Pair aligned_data{0x1234, 0x5678};
alignas(8192) constinit Pair aligned_zeros{};
alignas(8192) thread_local std::uint64_t aligned_thread_data = 0x9abc;
alignas(8192) thread_local std::uint64_t aligned_thread_zeros;
alignas(8192) const Pair aligned_constants{0xdef0, 0x1357};

/// More zeros than any page, and a size that ends within one.
constinit std::array<unsigned char, 5 * 4096 + 123> many_zeros{};

SEL4_TEST(alignments_are_kept) {
  SEL4_CHECK_EQ(address_of(aligned_data) % 8192, 0u);
  SEL4_CHECK_EQ(address_of(aligned_zeros) % 8192, 0u);
  SEL4_CHECK_EQ(address_of(aligned_constants) % 8192, 0u);
  SEL4_CHECK_EQ(address_of(aligned_thread_data) % 8192, 0u);
  SEL4_CHECK_EQ(address_of(aligned_thread_zeros) % 8192, 0u);
}

SEL4_TEST(contents_are_there) {
  SEL4_CHECK(aligned_data.first == 0x1234 && aligned_data.last == 0x5678);
  SEL4_CHECK(aligned_zeros.first == 0 && aligned_zeros.last == 0);
  SEL4_CHECK(aligned_constants.first == 0xdef0 && aligned_constants.last == 0x1357);
  SEL4_CHECK_EQ(aligned_thread_data, 0x9abcu);
  SEL4_CHECK_EQ(aligned_thread_zeros, 0u);
  SEL4_CHECK(std::ranges::all_of(many_zeros, [](unsigned char byte) { return byte == 0; }));
}

SEL4_TEST(the_headers_say_what_this_test_is_about) {
  bool is_aligned = false;
  for (const sel4::elf::ProgramHeader& header : sel4::runtime::program_headers()) {
    const bool is_loaded = header.type == sel4::elf::pt_load;
    is_aligned = is_aligned || (is_loaded && header.align >= 8192);
  }
  SEL4_CHECK(is_aligned);
}

SEL4_TEST(all_of_the_image_can_be_written) {
  // The kernel maps it so; one frame per page, in order.
  many_zeros.front() = 1;
  many_zeros.back() = 2;
  aligned_zeros.last = 3;
  SEL4_CHECK(many_zeros.front() == 1 && many_zeros.back() == 2 && aligned_zeros.last == 3);
  const auto first = sel4::image_frame(boot_info().raw(), &many_zeros.front());
  const auto last = sel4::image_frame(boot_info().raw(), &many_zeros.back());
  SEL4_REQUIRE_OK(first);
  SEL4_REQUIRE_OK(last);
  const auto pages = (address_of(many_zeros.back()) >> 12) - (address_of(many_zeros.front()) >> 12);
  SEL4_CHECK_EQ(last.value().bits() - first.value().bits(), pages);
}

}  // namespace
