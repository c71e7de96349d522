// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Scheduling contexts: MCS kernels only.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <algorithm>
#include <atomic>

namespace {

using namespace sel4;
using namespace sel4::test;

using std::chrono::milliseconds;

constexpr Word bits = TestThread::sched_context_bits;

SchedControl control() { return boot_info().sched_controls()[0]; }

/// Counts until it is told to stop.
struct Spinner {
  std::atomic<Word> turns = 0;
  std::atomic<bool> stop = false;
  void operator()() {
    while (!stop.load(std::memory_order_relaxed)) turns.fetch_add(1, std::memory_order_relaxed);
  }
};

SEL4_TEST(a_thread_runs_only_with_a_context) {
  bool ran = false;
  auto body = [&] { ran = true; };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.has_sched_context = false}));
  SEL4_CHECK(!ran);
  const auto context = make<SchedContext>(bits);
  SEL4_REQUIRE_OK(
      control().configure(context, {.budget = milliseconds{5}, .period = milliseconds{5}}));
  SEL4_REQUIRE_OK(context.bind(thread.tcb()));
  SEL4_CHECK(ran);
  thread.join();
}

SEL4_TEST(binding_is_for_one_thread_and_one_context) {
  TestThread thread;
  TestThread other;
  SEL4_REQUIRE_OK(thread.prepare({}));
  SEL4_REQUIRE_OK(other.prepare({.has_sched_context = false}));
  const auto context = make<SchedContext>(bits);
  SEL4_CHECK_EQ(context.bind(thread.tcb()).error(), Error::illegal_operation);
  SEL4_CHECK_EQ(thread.sched_context().bind(other.tcb()).error(), Error::illegal_operation);
  SEL4_CHECK_EQ(thread.sched_context().unbind(other.tcb()).error(), Error::illegal_operation);
  SEL4_CHECK_OK(thread.sched_context().unbind(thread.tcb()));
  SEL4_CHECK_OK(thread.sched_context().bind(other.tcb()));
  SEL4_CHECK_OK(thread.sched_context().unbind());
  SEL4_CHECK_EQ(init_thread::sched_context.unbind().error(), Error::illegal_operation);
}

SEL4_TEST(unbound_it_stops) {
  Spinner spinner;
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(
      spinner,
      {.priority = main_priority, .budget = milliseconds{50}, .period = milliseconds{50}}));
  yield();
  SEL4_REQUIRE_OK(thread.sched_context().unbind());
  const Word before = spinner.turns;
  SEL4_CHECK(before > 0);
  for (int i = 0; i < 3; ++i) yield();
  SEL4_CHECK_EQ(spinner.turns.load(), before);
  SEL4_REQUIRE_OK(thread.sched_context().bind(thread.tcb()));
  yield();
  SEL4_CHECK(spinner.turns > before);
  spinner.stop = true;
  thread.join();
}

SEL4_TEST(a_budget_limits_even_a_high_priority) {
  Spinner spinner;
  TestThread thread;
  // It never waits, yet this thread gets its nine tenths of the time.
  SEL4_REQUIRE_OK(thread.start(
      spinner, {.priority = above_main, .budget = milliseconds{2}, .period = milliseconds{20}}));
  const auto consumed = thread.sched_context().consumed();
  SEL4_REQUIRE_OK(consumed);
  SEL4_CHECK(*consumed >= milliseconds{2});
  // With every period it gets new budget, and loses it again.
  for (int periods = 0; periods < 3; ++periods) {
    const Word before = spinner.turns;
    while (spinner.turns == before) continue;
  }
  spinner.stop = true;
  thread.join();
}

SEL4_TEST(consumed_counts_from_the_last_time) {
  // The least of several: on a busy host, virtual machines lose time at any place. The work takes
  // longer than a time slice, at whose end the kernel counts.
  const auto consumed = [] { return init_thread::sched_context.consumed().or_panic("no time"); };
  Microseconds after_work = Microseconds::max();
  Microseconds at_once = Microseconds::max();
  consumed();
  for (int i = 0; i < 5; ++i) {
    for (volatile int turns = 0; turns < 10'000'000;) turns = turns + 1;
    after_work = std::min(after_work, consumed());
    at_once = std::min(at_once, consumed());
  }
  SEL4_CHECK(at_once < after_work);
}

SEL4_TEST(parameters_that_the_kernel_refuses) {
  const auto context = make<SchedContext>(bits);
  const auto configure = [&](const SchedParameters& parameters) {
    return control().configure(context, parameters).error();
  };
  constexpr Microseconds ms = milliseconds{1};
  SEL4_CHECK_EQ(configure({.budget = ms * 2, .period = ms}), Error::range);
  SEL4_CHECK_EQ(configure({.budget = Microseconds{0}, .period = ms}), Error::range);
  SEL4_CHECK_EQ(configure({.budget = Microseconds{~std::uint64_t{0}},
                           .period = Microseconds{~std::uint64_t{0}}}),
                Error::range);
  const Word most = SchedContext::max_extra_refills(bits);
  SEL4_CHECK_EQ(configure({.budget = ms, .period = ms * 2, .extra_refills = most}), Error::none);
  SEL4_CHECK_EQ(configure({.budget = ms, .period = ms * 2, .extra_refills = most + 1}),
                Error::range);
  SEL4_CHECK_EQ(configure({.budget = ms, .period = ms * 2, .sporadic = true}), Error::none);
  SEL4_CHECK_EQ(control()
                    .configure(cap_cast<SchedContext>(make<Tcb>()), {.budget = ms, .period = ms})
                    .error(),
                Error::invalid_capability);
}

SEL4_TEST(yield_to) {
  Spinner spinner;
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(
      spinner,
      {.priority = main_priority, .budget = milliseconds{50}, .period = milliseconds{50}}));
  const Word before = spinner.turns;
  const auto consumed = thread.sched_context().yield_to();
  SEL4_REQUIRE_OK(consumed);
  SEL4_CHECK(spinner.turns > before);
  SEL4_CHECK_EQ(init_thread::sched_context.yield_to().error(), Error::illegal_operation);
  SEL4_CHECK_EQ(make<SchedContext>(bits).yield_to().error(), Error::illegal_operation);
  spinner.stop = true;
  thread.join();
}

SEL4_TEST(a_notification_lends_its_context) {
  const auto notification = make<Notification>();
  int signals = 0;
  auto body = [&] {
    for (;;) {
      notification.wait();
      ++signals;
    }
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({}));
  SEL4_REQUIRE_OK(thread.tcb().bind_notification(notification));
  SEL4_REQUIRE_OK(thread.run(body));
  const SchedContext context = thread.sched_context();
  SEL4_REQUIRE_OK(context.unbind());
  SEL4_REQUIRE_OK(context.bind(notification));
  notification.signal();
  SEL4_CHECK_EQ(signals, 1);
  // It waits again, and has given the context back.
  notification.signal();
  SEL4_CHECK_EQ(signals, 2);
  SEL4_REQUIRE_OK(context.unbind(notification));
  notification.signal();
  SEL4_CHECK_EQ(signals, 2);
}

}  // namespace
