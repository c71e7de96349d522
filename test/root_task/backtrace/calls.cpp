// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Traces of the initial thread and of another one, through functions of known names.

#include <sel4/backtrace.hpp>
#include <sel4/test_support/thread.hpp>

#include <array>
#include <cstdint>

namespace {

using namespace sel4::test;

volatile int calls = 0;

[[gnu::noinline]] void innermost() {
  sel4::print_backtrace();  // line innermost
  calls = calls + 1;
}

[[gnu::always_inline]] inline void middle() {
  innermost();  // line middle
  calls = calls + 1;
}

[[gnu::noinline]] void outermost() {
  middle();  // line outermost
  calls = calls + 1;
}

[[gnu::noinline]] void thread_body() {
  outermost();  // line thread_body
  calls = calls + 1;
}

[[gnu::noinline]] std::size_t frames_from_below(int depth) {
  std::array<std::uintptr_t, 64> frames{};
  const std::size_t found =
      depth == 0 ? sel4::backtrace(frames).size() : frames_from_below(depth - 1);
  calls = calls + 1;
  return found;
}

SEL4_TEST(deep) {
  sel4::println("deep calls");
  outermost();
  SEL4_CHECK_EQ(calls, 3);
}

SEL4_TEST(of_a_thread) {
  sel4::println("of_a_thread");
  auto body = [] { thread_body(); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  thread.join();
}

SEL4_TEST(each_call_is_a_frame) {
  const std::size_t shallow = frames_from_below(0);
  SEL4_CHECK(shallow >= 3);
  SEL4_CHECK_EQ(frames_from_below(7), shallow + 7);
}

SEL4_TEST(a_trace_takes_no_more_than_there_is_room) {
  std::array<std::uintptr_t, 2> frames{};
  SEL4_CHECK_EQ(sel4::backtrace(frames).size(), 2u);
  SEL4_CHECK_EQ(sel4::backtrace({}).size(), 0u);
}

}  // namespace
