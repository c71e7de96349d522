// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

#include <string_view>

using namespace sel4::microkit;

// The region is whole pages; the tool also says how much of it came from the file.
SEL4_MEMORY_REGION(const char, poem);
SEL4_SETVAR(sel4::Word, poem_length);

static void init() {
  const std::string_view text{poem.get(), poem_length.get()};
  debug_print("in ", poem.size_bytes(), " bytes there are ", text.size(), " of text:\n", text);
  debug_print("TEST_PASS\n");
}

SEL4_PROTECTION_DOMAIN(init)
