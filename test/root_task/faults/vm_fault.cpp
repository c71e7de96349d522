// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "arch_facts.hpp"
#include "handler.hpp"
#include "probes.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

/// Addresses that nothing of the program is at.
constexpr Vaddr window{0x10'0000'0000};
constexpr Vaddr other_window{0x10'1000'0000};

volatile Word& word_at(Vaddr address) { return *reinterpret_cast<volatile Word*>(address.value()); }

Result<> map(SmallFrame frame, Vaddr at, Rights rights, VmAttributes attributes) {
  return map_frame(init_thread::vspace, frame, {at, rights, attributes}, allocator());
}

SEL4_TEST(read) {
  const Handler handler;
  const auto frame = make<SmallFrame>();
  constexpr Vaddr place = window + 0x18;
  Word got = 0;
  auto body = [&] { got = word_at(place); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<VmFault>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->addr(), place.value());
  SEL4_CHECK_EQ(fault->prefetch_fault(), 0u);
  SEL4_CHECK(!facts::is_write(fault->fsr()));
  SEL4_CHECK_NE(fault->ip(), 0u);
  SEL4_REQUIRE_OK(map(frame, window, Rights::rw, VmAttributes::data));
  word_at(place) = 0xfeed;
  handler.resume();
  thread.join();
  SEL4_CHECK_EQ(got, 0xfeedu);
  SEL4_CHECK_OK(frame.unmap());
}

SEL4_TEST(write_through_a_mapping_without_the_right) {
  const Handler handler;
  const auto frame = make<SmallFrame>();
  SEL4_REQUIRE_OK(map(frame, window, Rights::read, VmAttributes::data));
  constexpr Vaddr place = window + 0x20;
  Word before = 1;
  auto body = [&] {
    before = word_at(place);
    word_at(place) = 0xbeef;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take_with_words<VmFault>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(before, 0u);
  SEL4_CHECK_EQ(fault->addr(), place.value());
  SEL4_CHECK(facts::is_write(fault->fsr()));
  SEL4_CHECK_EQ(word_at(place), 0u);
  SEL4_REQUIRE_OK(map(frame, window, Rights::rw, VmAttributes::data));
  handler.resume();
  thread.join();
  SEL4_CHECK_EQ(word_at(place), 0xbeefu);
  SEL4_CHECK_OK(frame.unmap());
}

/// Puts a function that returns into a frame, by way of another mapping.
Result<> fill_with_code(SmallFrame frame) {
  const auto copy = SEL4_TRY(free_slot().copy(frame, {.rights = Rights::rw}));
  SEL4_TRY(map(copy, other_window, Rights::rw, VmAttributes::standard));
  word_at(other_window) = facts::return_instruction;
  SEL4_TRY(facts::make_executable(other_window, 64));
  return copy.unmap();
}

void check_execution(VmAttributes first, bool is_mapped) {
  const Handler handler;
  const auto frame = make<SmallFrame>();
  SEL4_REQUIRE_OK(fill_with_code(frame));
  if (is_mapped) SEL4_REQUIRE_OK(map(frame, window, Rights::read, first));
  bool returned = false;
  auto body = [&] {
    reinterpret_cast<void (*)()>(window.value())();
    returned = true;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<VmFault>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->ip(), window.value());
  SEL4_CHECK_EQ(fault->addr(), window.value());
  if constexpr (facts::has_execute_never) SEL4_CHECK_EQ(fault->prefetch_fault(), 1u);
  SEL4_CHECK(!returned);
  SEL4_REQUIRE_OK(map(frame, window, Rights::read, VmAttributes::standard));
  handler.resume();
  thread.join();
  SEL4_CHECK(returned);
  SEL4_CHECK_OK(frame.unmap());
}

SEL4_TEST(execution_where_nothing_is) { check_execution(VmAttributes::standard, false); }

SEL4_TEST(execution_of_data) {
  if constexpr (!facts::has_execute_never) SEL4_SKIP("no attribute forbids execution here");
  check_execution(VmAttributes::data, true);
}

SEL4_TEST(a_stack_that_is_too_small) {
  // The guard below a thread's stack, as programs use it.
  static constinit ThreadStack<4096> stack{};
  SEL4_REQUIRE_OK(unmap_guard(boot_info().raw(), stack));
  const Handler handler;
  auto body = [&] { word_at(vaddr_of(stack.room) - sizeof(Word)) = 1; };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<VmFault>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->addr(), (vaddr_of(stack.room) - sizeof(Word)).value());
}

}  // namespace
