// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "variables.hpp"

#include <sel4/root_task.hpp>
#include <sel4/runtime/tls_image.hpp>
#include <sel4/test/test.hpp>

namespace {

SEL4_TEST(the_segment_is_what_the_variables_ask_for) {
  const sel4::runtime::TlsSegment segment = sel4::runtime::program_tls_segment();
  SEL4_CHECK_EQ(segment.alignment, 8192u);
  SEL4_CHECK_EQ(segment.address % 8192, 0u);
  SEL4_CHECK(segment.file_size > 8192);
  SEL4_CHECK(segment.memory_size >= segment.file_size);
}

SEL4_TEST(initial_values_and_alignments) {
  tls::check_fresh_and_mark(0x4d41494e);
  tls::check_marked(0x4d41494e);
}

SEL4_TEST(storage_is_in_the_stack) {
  const auto address = reinterpret_cast<std::uintptr_t>(&tls::plain);
  SEL4_CHECK(address >= reinterpret_cast<std::uintptr_t>(sel4_initial_stack.bottom));
  SEL4_CHECK(address < reinterpret_cast<std::uintptr_t>(sel4_initial_stack.top));
}

SEL4_TEST(constructors_run_once_by_first_use) {
  // clang constructs all variables of a source file at the first use of any of them.
  SEL4_CHECK(tls::constructed == 0 || tls::constructed == 2);
  SEL4_CHECK_EQ(tls::second.value(), 2);
  SEL4_CHECK_EQ(tls::first.value(), 1);
  SEL4_CHECK_EQ(tls::constructed, 2);
  tls::first.set(7);
  SEL4_CHECK_EQ(tls::first.value(), 7);
  SEL4_CHECK_EQ(tls::constructed, 2);
}

}  // namespace
