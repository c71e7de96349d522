// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The untypeds against the regions that the kernel's build wrote down.

#include <sel4/test/root_task.hpp>

#include <string_view>

namespace {

using namespace sel4;
using namespace sel4::test;

struct Region {
  std::string_view kind;
  Word start;
  Word end;
};

constexpr Region regions[] = {
#define REGION(kind, start, end) {#kind, start, end},
#include "regions.inc"
};

bool is_within(const UntypedEntry& untyped, std::string_view kind) {
  const Word start = untyped.paddr.value();
  const Word end = start + (Word{1} << untyped.size_bits);
  for (const Region& region : regions) {
    if (region.kind == kind && start >= region.start && end <= region.end) return true;
  }
  return false;
}

SEL4_TEST(ram_is_where_the_platform_has_memory) {
  Word total = 0;
  for (const UntypedEntry untyped : boot_info().untypeds()) {
    if (untyped.is_device) continue;
    total += Word{1} << untyped.size_bits;
    if (is_within(untyped, "memory")) continue;
    println("untyped of 2^", untyped.size_bits, " bytes at ", hex(untyped.paddr.value()));
    SEL4_FAIL("an untyped that is not in the platform's memory");
  }
  Word wanted = 0;
  for (const Region& region : regions) {
    if (region.kind == "memory") wanted += region.end - region.start;
  }
  println(total / 1024, " KiB of ", wanted / 1024, " KiB");
  // The rest is what the kernel and this program are in.
  SEL4_CHECK(total <= wanted);
  SEL4_CHECK(total > wanted / 100 * 98);
}

SEL4_TEST(device_memory_is_where_the_platform_has_none) {
  Word count = 0;
  for (const UntypedEntry untyped : boot_info().untypeds()) {
    if (!untyped.is_device) continue;
    ++count;
    // What the loader was in before is given out as device memory too.
    if (is_within(untyped, "devices") || is_within(untyped, "memory")) continue;
    println("device untyped of 2^", untyped.size_bits, " bytes at ", hex(untyped.paddr.value()));
    SEL4_FAIL("a device untyped that is not in the platform's regions");
  }
  SEL4_CHECK(count > 0);
}

}  // namespace
