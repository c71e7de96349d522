// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Scheduling without scheduling contexts: kernels without MCS only.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <atomic>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(set_sched_params) {
  bool ran = false;
  auto body = [&] { ran = true; };
  TestThread weak;
  TestThread thread;
  SEL4_REQUIRE_OK(weak.prepare({.max_controlled_priority = Priority{40}}));
  SEL4_REQUIRE_OK(thread.start(body, {.priority = below_main}));
  SEL4_CHECK_EQ(thread.tcb().set_sched_params(weak.tcb(), {Priority{0}, Priority{41}}).error(),
                Error::range);
  SEL4_CHECK_EQ(thread.tcb().set_sched_params(weak.tcb(), {Priority{41}, Priority{0}}).error(),
                Error::range);
  SEL4_CHECK(!ran);
  SEL4_CHECK_OK(thread.tcb().set_sched_params(init_thread::tcb, {Priority{0}, above_main}));
  SEL4_CHECK(ran);
  thread.join();
}

SEL4_TEST(threads_of_a_priority_take_turns) {
  std::atomic<bool> stop = false;
  std::atomic<Word> turns = 0;
  auto body = [&] {
    while (!stop) turns.fetch_add(1);
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = main_priority}));
  // This thread never yields: the end of its time slice lets the other one run.
  while (turns == 0) {
  }
  stop = true;
  thread.join();
  SEL4_CHECK(turns > 0);
}

}  // namespace
