// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <atomic>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(domains_that_are_not_there) {
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({}));
  constexpr auto beyond = static_cast<std::uint8_t>(config::num_domains);
  SEL4_CHECK_EQ(init_thread::domain_set.set(Domain{beyond}, thread.tcb()).error(),
                Error::invalid_argument);
  SEL4_CHECK_EQ(init_thread::domain_set.set(Domain{0}, cap_cast<Tcb>(make<Notification>())).error(),
                Error::invalid_argument);
  SEL4_CHECK_OK(init_thread::domain_set.set(Domain{0}, thread.tcb()));
}

SEL4_TEST(schedule_entries_that_are_not_there) {
  const DomainSet set = init_thread::domain_set;
  SEL4_CHECK_EQ(set.configure_schedule({config::num_domain_schedules, Domain{0}, 1}).error(),
                Error::range);
  SEL4_CHECK_EQ(set.set_schedule_start(config::num_domain_schedules).error(), Error::range);
}

SEL4_TEST(a_domain_runs_when_it_is_scheduled) {
  if constexpr (config::num_domains == 1) SEL4_SKIP("this kernel has one domain");
  const DomainSet set = init_thread::domain_set;
  std::atomic<bool> ran = false;
  auto body = [&] { ran = true; };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({}));
  SEL4_REQUIRE_OK(set.set(Domain{1}, thread.tcb()));
  SEL4_REQUIRE_OK(thread.run(body));
  // In a higher priority than this thread's, and yet it does not run.
  for (int i = 0; i < 3; ++i) yield();
  SEL4_CHECK(!ran);
  // From entry 2 on: this domain and that one in turn.
  constexpr std::uint64_t ticks = 1'000'000;
  SEL4_REQUIRE_OK(set.configure_schedule({2, Domain{0}, ticks}));
  SEL4_REQUIRE_OK(set.configure_schedule({3, Domain{1}, ticks}));
  SEL4_REQUIRE_OK(set.configure_schedule({4, Domain{0}, 0}));
  SEL4_CHECK_EQ(set.set_schedule_start(4).error(), Error::invalid_argument);
  SEL4_REQUIRE_OK(set.set_schedule_start(2));
  thread.join();
  SEL4_CHECK(ran);
  SEL4_CHECK_OK(set.set_schedule_start(0));
}

}  // namespace
