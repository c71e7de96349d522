// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Threads on all cores. That a thread is on another core shows in that it runs although its
// priority is below that of the initial thread, which is busy.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <array>
#include <atomic>

namespace {

using namespace sel4;
using namespace sel4::test;

/// More than a slow machine needs to start a thread on another core.
constexpr Word patience = 200'000'000;

struct Counter {
  std::atomic<Word> turns = 0;
  std::atomic<bool> stop = false;
  void operator()() {
    while (!stop.load(std::memory_order_relaxed)) turns.fetch_add(1, std::memory_order_relaxed);
  }
  /// Whether it counts while this thread does nothing but look.
  [[nodiscard]] bool advances(Word limit) const {
    const Word before = turns;
    for (Word i = 0; i < limit; ++i) {
      if (turns.load(std::memory_order_relaxed) > before + 100) return true;
    }
    return false;
  }
};

SEL4_TEST(as_many_cores_as_the_kernel_is_made_for) {
  SEL4_CHECK_EQ(boot_info().num_nodes(), config::max_num_nodes);
  SEL4_CHECK_EQ(boot_info().node_id(), 0u);
}

SEL4_TEST(a_thread_on_each_other_core) {
  if (boot_info().num_nodes() == 1) SEL4_SKIP("this machine has one core");
  for (Word core = 1; core < boot_info().num_nodes(); ++core) {
    Counter counter;
    TestThread thread;
    SEL4_REQUIRE_OK(thread.start(counter, {.priority = below_main, .core = core}));
    SEL4_CHECK(counter.advances(patience));
    counter.stop = true;
    thread.join();
  }
}

SEL4_TEST(a_thread_on_this_core) {
  Counter counter;
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(counter, {.priority = below_main, .core = 0}));
  SEL4_CHECK(!counter.advances(1'000'000));
  counter.stop = true;
  thread.join();
}

SEL4_TEST(all_cores_at_once) {
  const Word others = boot_info().num_nodes() - 1;
  if (others == 0) SEL4_SKIP("this machine has one core");
  std::array<Counter, 3> counters;
  std::array<TestThread, 3> threads;
  const Word count = others < threads.size() ? others : threads.size();
  for (Word i = 0; i < count; ++i) {
    SEL4_REQUIRE_OK(threads[i].start(counters[i], {.priority = below_main, .core = i + 1}));
  }
  for (Word i = 0; i < count; ++i) SEL4_CHECK(counters[i].advances(patience));
  for (Word i = 0; i < count; ++i) {
    counters[i].stop = true;
    threads[i].join();
  }
}

SEL4_TEST(a_call_to_another_core) {
  if (boot_info().num_nodes() == 1) SEL4_SKIP("this machine has one core");
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  auto server = [&] {
    const ReceivedWords in = endpoint.recv_with_words(reply);
    reply.reply_with_words(MessageInfo{{.length = 1}}, {in.words.mr0 + 1});
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server, {.core = 1}));
  SEL4_CHECK_EQ(endpoint.call_with_words(MessageInfo{{.length = 1}}, {8}).words.mr0, 9u);
  thread.join();
}

SEL4_TEST(a_thread_moves_to_another_core) {
  if (boot_info().num_nodes() == 1) SEL4_SKIP("this machine has one core");
  Counter counter;
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(counter, {.priority = below_main, .core = 0}));
  SEL4_CHECK(!counter.advances(1'000'000));
  const auto move = [](const auto& info, const auto& what) {
    if constexpr (config::kernel_mcs) {
      return info.sched_controls()[1].configure(
          what.sched_context(), {.budget = Microseconds{10'000}, .period = Microseconds{10'000}});
    } else {
      return what.tcb().set_affinity(1);
    }
  };
  SEL4_REQUIRE_OK(move(boot_info(), thread));
  SEL4_CHECK(counter.advances(patience));
  counter.stop = true;
  thread.join();
}

}  // namespace
