// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Priorities, yielding, suspending: on kernels of both kinds.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <atomic>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(a_higher_priority_preempts) {
  bool ran = false;
  auto body = [&] { ran = true; };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = above_main}));
  SEL4_CHECK(ran);
  thread.join();
}

SEL4_TEST(a_lower_priority_waits) {
  bool ran = false;
  auto body = [&] { ran = true; };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = below_main}));
  yield();
  SEL4_CHECK(!ran);
  // Raised, it runs at once.
  SEL4_REQUIRE_OK(thread.tcb().set_priority(init_thread::tcb, above_main));
  SEL4_CHECK(ran);
  thread.join();
}

SEL4_TEST(the_highest_of_several_runs_first) {
  int order[3]{};
  int count = 0;
  auto first = [&] { order[count++] = 1; };
  auto second = [&] { order[count++] = 2; };
  auto third = [&] { order[count++] = 3; };
  TestThread low;
  TestThread high;
  TestThread middle;
  SEL4_REQUIRE_OK(low.start(third, {.priority = Priority{10}}));
  SEL4_REQUIRE_OK(high.start(first, {.priority = Priority{50}}));
  SEL4_REQUIRE_OK(middle.start(second, {.priority = Priority{30}}));
  low.join();
  SEL4_CHECK_EQ(order[0], 1);
  SEL4_CHECK_EQ(order[1], 2);
  SEL4_CHECK_EQ(order[2], 3);
}

SEL4_TEST(yield_lets_others_of_the_priority_run) {
  std::atomic<Word> turns = 0;
  std::atomic<bool> stop = false;
  auto body = [&] {
    while (!stop) {
      turns.fetch_add(1);
      yield();
    }
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = main_priority}));
  for (Word i = 0; i < 5; ++i) {
    const Word before = turns;
    yield();
    SEL4_CHECK(turns > before);
  }
  stop = true;
  thread.join();
}

SEL4_TEST(a_suspended_thread_does_not_run) {
  std::atomic<Word> turns = 0;
  std::atomic<bool> stop = false;
  auto body = [&] {
    while (!stop) {
      turns.fetch_add(1);
      yield();
    }
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = main_priority}));
  yield();
  SEL4_REQUIRE_OK(thread.tcb().suspend());
  const Word before = turns;
  SEL4_CHECK(before > 0);
  for (int i = 0; i < 3; ++i) yield();
  SEL4_CHECK_EQ(turns.load(), before);
  SEL4_REQUIRE_OK(thread.tcb().resume());
  yield();
  SEL4_CHECK(turns > before);
  stop = true;
  thread.join();
}

SEL4_TEST(priorities_above_the_maximum_controlled_one) {
  TestThread weak;
  TestThread other;
  SEL4_REQUIRE_OK(
      weak.prepare({.priority = Priority{20}, .max_controlled_priority = Priority{50}}));
  SEL4_REQUIRE_OK(other.prepare({.priority = Priority{20}}));
  SEL4_CHECK_EQ(other.tcb().set_priority(weak.tcb(), Priority{51}).error(), Error::range);
  SEL4_CHECK_OK(other.tcb().set_priority(weak.tcb(), Priority{50}));
  SEL4_CHECK_EQ(other.tcb().set_max_controlled_priority(weak.tcb(), Priority{51}).error(),
                Error::range);
  SEL4_CHECK_OK(other.tcb().set_max_controlled_priority(weak.tcb(), Priority{50}));
  // No thread can raise its own.
  SEL4_CHECK_EQ(weak.tcb().set_max_controlled_priority(weak.tcb(), Priority{51}).error(),
                Error::range);
}

SEL4_TEST(registers_are_read_written_and_copied) {
  TestThread thread;
  TestThread other;
  SEL4_REQUIRE_OK(thread.prepare({}));
  SEL4_REQUIRE_OK(other.prepare({}));
  UserContext context;
  context.set_pc(Vaddr{0x400000});
  context.set_sp(Vaddr{0x500000});
  for (std::size_t i = 0; i < UserContext::argument_count; ++i) context.set_argument(i, 0x700 + i);
  SEL4_REQUIRE_OK(thread.tcb().write_registers(context));
  SEL4_REQUIRE_OK(other.tcb().copy_registers(thread.tcb(), {}));
  for (const Tcb tcb : {thread.tcb(), other.tcb()}) {
    const auto read = tcb.read_registers();
    SEL4_REQUIRE_OK(read);
    SEL4_CHECK_EQ(read->pc().value(), 0x400000u);
    SEL4_CHECK_EQ(read->sp().value(), 0x500000u);
    for (std::size_t i = 0; i < UserContext::argument_count; ++i) {
      SEL4_CHECK_EQ(read->argument(i), 0x700 + i);
    }
  }
  SEL4_CHECK_EQ(init_thread::tcb.read_registers().error(), Error::illegal_operation);
  SEL4_CHECK_EQ(init_thread::tcb.write_registers(context).error(), Error::illegal_operation);
}

SEL4_TEST(flags) {
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({}));
  const auto flag = static_cast<Word>(TcbFlag::fpu_disabled);
  const auto set = thread.tcb().set_flags(TcbFlag::none, TcbFlag::fpu_disabled);
  SEL4_REQUIRE_OK(set);
  SEL4_CHECK_EQ(*set & flag, flag);
  const auto cleared = thread.tcb().set_flags(TcbFlag::fpu_disabled, TcbFlag::none);
  SEL4_REQUIRE_OK(cleared);
  SEL4_CHECK_EQ(*cleared & flag, 0u);
}

}  // namespace
