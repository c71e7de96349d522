// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

#include <cstdint>
#include <numeric>

using namespace sel4::microkit;

SEL4_MEMORY_REGION(const std::uint32_t, samples);

namespace {

struct Reader {
  void notified(AnyChannel) const noexcept {
    const auto all = samples.span();
    debug_println("sum of ", all.size(),
                  " samples: ", std::accumulate(all.begin(), all.end(), std::uint64_t{0}));
    debug_print("TEST_PASS\n");
  }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Reader)
