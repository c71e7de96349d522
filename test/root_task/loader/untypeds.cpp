// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What holds of untypeds on every machine.

#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

Word end_of(const UntypedEntry& untyped) {
  return untyped.paddr.value() + (Word{1} << untyped.size_bits);
}

SEL4_TEST(untypeds_are_aligned_to_their_size) {
  for (const UntypedEntry untyped : boot_info().untypeds()) {
    SEL4_CHECK(untyped.size_bits >= seL4_MinUntypedBits);
    SEL4_CHECK(untyped.size_bits <= seL4_MaxUntypedBits);
    // The x86_64 kernel's device untypeds above 2^39 bytes are aligned relative to that address.
    const bool is_far = untyped.is_device && untyped.paddr.value() >= Word{1} << 39;
    if (!is_far) SEL4_CHECK(untyped.paddr.is_aligned(untyped.size_bits));
  }
}

SEL4_TEST(untypeds_do_not_overlap) {
  const UntypedList all = boot_info().untypeds();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool apart =
          end_of(all[i]) <= all[j].paddr.value() || end_of(all[j]) <= all[i].paddr.value();
      SEL4_CHECK(apart);
    }
  }
}

SEL4_TEST(most_of_the_memory_is_there) {
  Word total = 0;
  for (const UntypedEntry untyped : boot_info().untypeds()) {
    if (!untyped.is_device) total += Word{1} << untyped.size_bits;
  }
  // No machine that these tests run on has less than 512 MiB.
  SEL4_CHECK(total > Word{400} * 1024 * 1024);
}

}  // namespace
