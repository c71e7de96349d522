// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Slots of other CNodes, by paths of limited depth and through guards.

#include <sel4/test/test.hpp>
#include <sel4/test_support/kernel.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

constexpr Word bits = 4;

SEL4_TEST(a_slot_of_another_cnode) {
  const auto notification = make<Notification>();
  const auto cnode = make<CNode>(bits);
  const Slot inner = cnode.slot(5, Depth{bits});
  SEL4_REQUIRE_OK(inner.mint(slot_of(notification), {.rights = Rights::all, .badge = Badge{6}}));
  SEL4_CHECK_EQ(inner.copy(slot_of(notification), {.rights = Rights::all}).error(),
                Error::delete_first);
  const Slot here = free_slot();
  SEL4_REQUIRE_OK(here.copy(inner, {.rights = Rights::all}));
  here.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 6u);
  SEL4_CHECK_OK(inner.remove());
  SEL4_CHECK_EQ(free_slot().move(inner).error(), Error::failed_lookup);
}

SEL4_TEST(depths_that_lead_nowhere) {
  const auto notification = make<Notification>();
  const auto cnode = make<CNode>(bits);
  const auto copy_to = [&](Slot slot) {
    return slot.copy(slot_of(notification), {.rights = Rights::all}).error();
  };
  SEL4_CHECK_EQ(copy_to(cnode.slot(1, Depth{0})), Error::range);
  SEL4_CHECK_EQ(copy_to(cnode.slot(1, Depth{65})), Error::range);
  SEL4_CHECK_EQ(copy_to(cnode.slot(1, Depth{bits - 1})), Error::failed_lookup);
  SEL4_CHECK_EQ(copy_to(cnode.slot(1, Depth{bits + 1})), Error::failed_lookup);
  SEL4_CHECK_EQ(copy_to(cap_cast<CNode>(make<Tcb>()).slot(1)), Error::illegal_operation);
  SEL4_CHECK_EQ(copy_to(free_slot().as<CNode>().slot(1)), Error::invalid_capability);
}

SEL4_TEST(a_guard_is_part_of_the_path) {
  const auto notification = make<Notification>();
  const auto cnode = make<CNode>(bits);
  constexpr Word guard = 0x5;
  constexpr Word guard_bits = 3;
  const auto guarded = free_slot().mint(
      cnode, {.rights = Rights::all, .badge = Guard{{.value = guard, .bits = guard_bits}}.badge()});
  SEL4_REQUIRE_OK(guarded);
  const Depth depth{guard_bits + bits};
  const Slot right = guarded->slot(guard << bits | 7, depth);
  const Slot wrong = guarded->slot((guard + 1) << bits | 7, depth);
  SEL4_CHECK_EQ(wrong.copy(slot_of(notification), {.rights = Rights::all}).error(),
                Error::failed_lookup);
  SEL4_CHECK_OK(right.mint(slot_of(notification), {.rights = Rights::all, .badge = Badge{7}}));
  // The same slot by the capability without a guard.
  const Slot here = free_slot();
  SEL4_REQUIRE_OK(here.move(cnode.slot(7, Depth{bits})));
  here.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 7u);
}

SEL4_TEST(two_levels) {
  // A CSpace of its own: the outer CNode's slot 3 holds the inner one.
  constexpr Word inner_bits = 6;
  const auto notification = make<Notification>();
  const auto outer = make<CNode>(bits);
  const auto inner = make<CNode>(inner_bits);
  SEL4_REQUIRE_OK(outer.slot(3, Depth{bits}).move(slot_of(inner)));
  const Slot deep = outer.slot(Word{3} << inner_bits | 0x2a, Depth{bits + inner_bits});
  SEL4_CHECK_OK(deep.mint(slot_of(notification), {.rights = Rights::all, .badge = Badge{0x2a}}));
  SEL4_CHECK_EQ(outer.slot(Word{4} << inner_bits, Depth{bits + inner_bits})
                    .copy(slot_of(notification), {.rights = Rights::all})
                    .error(),
                Error::failed_lookup);
  const Slot here = free_slot();
  SEL4_REQUIRE_OK(here.copy(deep, {.rights = Rights::all}));
  here.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 0x2au);
  // Objects can be made there, too.
  const auto untyped = make<Untyped>(Word{12});
  SEL4_CHECK_OK(untyped.retype(Blueprint::of<Endpoint>(),
                               RetypeDestination{outer.slot(3, Depth{bits}), 0x10, 2}));
  SEL4_CHECK_EQ(
      untyped
          .retype(Blueprint::of<Endpoint>(), RetypeDestination{outer.slot(3, Depth{bits}), 0x11, 1})
          .error(),
      Error::delete_first);
}

}  // namespace
