// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What is left of an untyped, and how Untyped::retype() fails.

#include <sel4/test/test.hpp>
#include <sel4/test_support/kernel.hpp>

#include <algorithm>
#include <array>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(objects_are_aligned_to_their_size) {
  const auto untyped = make<Untyped>(Word{13});
  // An endpoint, then a gap up to the page.
  SEL4_REQUIRE_OK(untyped.retype<Endpoint>(free_slot()));
  const auto frame = untyped.retype<SmallFrame>(free_slot());
  SEL4_REQUIRE_OK(frame);
  const auto paddr = frame->get_address();
  SEL4_REQUIRE_OK(paddr);
  SEL4_CHECK(paddr->is_aligned(SmallFrame::size_bits));
  // What is before the page is lost.
  SEL4_CHECK_EQ(untyped.retype<Endpoint>(free_slot()).error(), Error::not_enough_memory);
}

SEL4_TEST(a_range_of_objects) {
  const auto untyped = make<Untyped>(Word{14});
  const auto frames = untyped.retype_many<SmallFrame>(free_slots(4), 4);
  SEL4_REQUIRE_OK(frames);
  SEL4_CHECK_EQ(frames->size(), 4u);
  const auto first = (*frames)[0].get_address();
  SEL4_REQUIRE_OK(first);
  Word index = 0;
  for (const SmallFrame frame : *frames) {
    const auto paddr = frame.get_address();
    SEL4_REQUIRE_OK(paddr);
    SEL4_CHECK_EQ(*paddr - *first, index++ * SmallFrame::bytes);
  }
  const auto other = make<Untyped>(Word{12});
  const auto cnodes = other.retype_many<CNode>(free_slots(2), 2, 5);
  SEL4_REQUIRE_OK(cnodes);
  SEL4_CHECK_OK(
      (*cnodes)[1].slot(31, Depth{5}).copy(slot_of(make<Endpoint>()), {.rights = Rights::all}));
}

SEL4_TEST(occupied_slots) {
  const auto untyped = make<Untyped>(Word{12});
  const auto endpoint = make<Endpoint>();
  SEL4_CHECK_EQ(untyped.retype<Endpoint>(slot_of(endpoint)).error(), Error::delete_first);
}

SEL4_TEST(slots_that_are_not_there) {
  const auto untyped = make<Untyped>(Word{12});
  const Blueprint endpoint = Blueprint::of<Endpoint>();
  const CNode cnode = init_thread::cnode;
  const Word slots = Word{1} << boot_info().cnode_size_bits();
  SEL4_CHECK_EQ(untyped.retype(endpoint, RetypeDestination{cnode.self(), slots, 1}).error(),
                Error::range);
  SEL4_CHECK_EQ(untyped.retype(endpoint, RetypeDestination{cnode.self(), slots - 1, 2}).error(),
                Error::range);
  SEL4_CHECK_EQ(untyped.retype(endpoint, RetypeDestination{cnode.self(), 0, 0}).error(),
                Error::range);
  // No CNode at the end of the path.
  SEL4_CHECK_EQ(
      untyped.retype(endpoint, RetypeDestination{cnode.slot(free_slot().index()), 0, 1}).error(),
      Error::failed_lookup);
}

SEL4_TEST(more_objects_than_one_call_may_make) {
  const auto untyped = make<Untyped>(Word{16});
  const Word limit = config::retype_fan_out_limit;
  const Slot first = free_slots(limit + 1);
  SEL4_CHECK_EQ(untyped.retype_many<Endpoint>(first, limit + 1).error(), Error::range);
  SEL4_CHECK_OK(untyped.retype_many<Endpoint>(first, limit));
  SEL4_CHECK_OK(slot_of(untyped).revoke());
}

SEL4_TEST(sizes_that_are_not_there) {
  const auto untyped = make<Untyped>(Word{12});
  SEL4_CHECK_EQ(untyped.retype<Untyped>(free_slot(), Untyped::min_size_bits - 1).error(),
                Error::invalid_argument);
  SEL4_CHECK_EQ(untyped.retype<CNode>(free_slot(), 0).error(), Error::invalid_argument);
  SEL4_CHECK_EQ(untyped.retype<Untyped>(free_slot(), 64).error(), Error::range);
  SEL4_CHECK_EQ(untyped.retype<Untyped>(free_slot(), Untyped::max_size_bits + 1).error(),
                Error::range);
  SEL4_CHECK_EQ(untyped.retype<Untyped>(free_slot(), 13).error(), Error::not_enough_memory);
}

SEL4_TEST(what_is_no_untyped) {
  SEL4_CHECK_EQ(cap_cast<Untyped>(make<Tcb>()).retype<Endpoint>(free_slot()).error(),
                Error::illegal_operation);
  SEL4_CHECK_EQ(Untyped{free_slot().cptr()}.retype<Endpoint>(free_slot()).error(),
                Error::invalid_capability);
}

SEL4_TEST(device_memory_holds_no_objects) {
  const UntypedList all = boot_info().untypeds();
  const auto device = std::ranges::find_if(
      all, [](const UntypedEntry& entry) { return entry.is_device && entry.size_bits >= 12; });
  if (device == all.end()) SEL4_SKIP("this machine has no device memory");
  SEL4_CHECK_EQ((*device).cap.retype<Endpoint>(free_slot()).error(), Error::invalid_argument);
}

SEL4_TEST(an_untyped_in_parts) {
  const auto untyped = make<Untyped>(Word{12});
  const auto half = untyped.retype<Untyped>(free_slot(), 11);
  SEL4_REQUIRE_OK(half);
  SEL4_CHECK_OK(half->retype<CNode>(free_slot(), 6));
  const auto other_half = untyped.retype<Untyped>(free_slot(), 11);
  SEL4_CHECK_OK(other_half);
  SEL4_CHECK_EQ(untyped.retype<Endpoint>(free_slot()).error(), Error::not_enough_memory);
  // The parts go, and all of it is free again.
  SEL4_CHECK_OK(slot_of(untyped).revoke());
  SEL4_CHECK_OK(untyped.retype<SmallFrame>(free_slot()));
}

}  // namespace
