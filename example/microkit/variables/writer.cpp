// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

#include <cstdint>

using namespace sel4;
using namespace sel4::microkit;

SEL4_MEMORY_REGION(std::uint32_t, samples);
SEL4_SETVAR(Word, samples_paddr);
SEL4_SETVAR(Word, reader_id);

namespace {

// Constructors find the values there already.
const std::size_t count = samples.span().size();

void init() {
  debug_println(
      count, " samples at ", hex(samples.address()), ", physical address ",
      samples_paddr.get() % 0x1000 == 0 && samples_paddr.get() != 0 ? "known" : "unknown");
  std::uint32_t value = 1;
  for (std::uint32_t& sample : samples.span()) sample = value++;
  // The number comes from the system description, so it is checked, not trusted.
  AnyChannel::checked(reader_id.get()).or_panic("the reader's channel").notify();
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
