// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "variables.hpp"

#include <sel4/runtime/tls_image.hpp>
#include <sel4/test_support/thread.hpp>

#include <cstddef>
#include <span>

namespace {

using namespace sel4;
using namespace sel4::test;

/// Stacks that also hold thread-local storage, and storage apart from any stack.
constinit ThreadStack<std::size_t{96} * 1024> large_stacks[2]{};
constinit ThreadStack<std::size_t{16} * 1024> small_stack{};
alignas(4096) constinit std::byte reservation[std::size_t{96} * 1024]{};

/// A thread of this program whose storage is chosen by the test.
class Worker {
 public:
  template <class F>
  Result<> start(F& body, std::span<std::byte> stack, std::span<std::byte> storage = {}) {
    body_ = ThreadFunction::of(body);
    SEL4_TRY(thread_.prepare({}));
    const auto registers = prepare_thread({.run = {.function = &run, .argument = this},
                                           .stack = stack,
                                           .ipc_buffer = &thread_.ipc_buffer(),
                                           .tcb = thread_.tcb().cptr(),
                                           .tls = storage});
    if (!registers) {
      SEL4_FAIL(describe(registers.error()));
      return Failure{Error::range};
    }
    return start_thread(thread_.tcb().cptr(), registers.value());
  }
  void join() const { done_.wait(); }

 private:
  // Thread-local objects are destroyed after the thread's function: they are looked at when the
  // thread has been suspended, by a thread of lower priority.
  static void run(void* self) {
    const auto& worker = *static_cast<Worker*>(self);
    worker.body_.function(worker.body_.argument);
    worker.done_.signal();
  }

  TestThread thread_;
  Notification done_ = make<Notification>();
  ThreadFunction body_{};
};

SEL4_TEST(a_thread_has_its_own_values) {
  tls::plain = 1;
  const Word* of_thread = nullptr;
  auto body = [&] {
    tls::check_fresh_and_mark(0x5448'5200);
    of_thread = &tls::plain;
  };
  Worker worker;
  SEL4_REQUIRE_OK(worker.start(body, large_stacks[0].room));
  worker.join();
  SEL4_CHECK(of_thread != nullptr && of_thread != &tls::plain);
  SEL4_CHECK_EQ(tls::plain, 1u);
}

SEL4_TEST(two_threads_do_not_share) {
  const Notification go = make<Notification>();
  auto marked = [&](Word mark) {
    return [&go, mark] {
      tls::check_fresh_and_mark(mark);
      go.wait();
      tls::check_marked(mark);
    };
  };
  auto one = marked(0x0101);
  auto two = marked(0x0202);
  Worker first;
  Worker second;
  SEL4_REQUIRE_OK(first.start(one, large_stacks[0].room));
  SEL4_REQUIRE_OK(second.start(two, large_stacks[1].room));
  go.signal();
  first.join();
  go.signal();
  second.join();
}

SEL4_TEST(storage_that_the_caller_reserves) {
  const auto image = runtime::TlsImage::of_program();
  SEL4_REQUIRE(image.has_value());
  const std::size_t size = image.value().size_unaligned();
  // A start that is not even aligned to a word.
  const std::span<std::byte> storage = std::span{reservation}.subspan(13, size);
  const Word* of_thread = nullptr;
  auto body = [&] {
    tls::check_fresh_and_mark(0x5253'5600);
    of_thread = &tls::plain;
  };
  Worker worker;
  SEL4_REQUIRE_OK(worker.start(body, small_stack.room, storage));
  worker.join();
  const auto* const place = reinterpret_cast<const std::byte*>(of_thread);
  SEL4_CHECK(place >= storage.data() && place < storage.data() + storage.size());
  SEL4_CHECK(reservation[12] == std::byte{0});
  SEL4_CHECK(reservation[13 + size] == std::byte{0});
}

SEL4_TEST(too_little_room_is_refused) {
  const ThreadPlan plan{.run = {[](void*) {}, nullptr}, .stack = small_stack.room, .tcb = {}};
  const auto on_stack = prepare_thread(plan);
  SEL4_REQUIRE(!on_stack.has_value());
  SEL4_CHECK(on_stack.error() == ThreadError::stack);
  ThreadPlan reserved = plan;
  reserved.tls = std::span{reservation}.first(1024);
  const auto in_storage = prepare_thread(reserved);
  SEL4_REQUIRE(!in_storage.has_value());
  SEL4_CHECK(in_storage.error() == ThreadError::tls_storage);
}

SEL4_TEST(constructors_and_destructors_of_a_thread) {
  const int constructed_before = tls::constructed;
  tls::destroyed = 0;
  tls::destroyed_order = 0;
  int value = 0;
  auto body = [&] {
    value = tls::first.value() * 10 + tls::second.value();
    tls::first.set(3);
    tls::second.set(4);
  };
  Worker worker;
  SEL4_REQUIRE_OK(worker.start(body, large_stacks[0].room));
  worker.join();
  SEL4_CHECK_EQ(value, 12);
  SEL4_CHECK_EQ(tls::constructed, constructed_before + 2);
  // The worker, of higher priority, has gone on to its end: last made, first destroyed.
  SEL4_CHECK_EQ(tls::destroyed, 2);
  SEL4_CHECK_EQ(tls::destroyed_order, 43);
}

SEL4_TEST(a_thread_that_uses_no_such_object_makes_none) {
  const int constructed_before = tls::constructed;
  auto body = [] { tls::plain = 1; };
  Worker worker;
  SEL4_REQUIRE_OK(worker.start(body, large_stacks[0].room));
  worker.join();
  SEL4_CHECK_EQ(tls::constructed, constructed_before);
}

}  // namespace
