// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What can be done to the slots of a CNode. Which capability is where shows in the badge of its
// signal.

#include <sel4/test/test.hpp>
#include <sel4/test_support/kernel.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

/// What a signal by the capability in `slot` arrives as.
Word badge_in(Slot slot, Notification notification) {
  slot.as<Notification>().signal();
  return notification.poll().value();
}

/// Whether a slot is empty: nothing can be copied from it.
bool is_empty(Slot slot) {
  return free_slot().copy(slot, {.rights = Rights::all}).error() == Error::failed_lookup;
}

SEL4_TEST(copy) {
  const auto notification = make<Notification>();
  const auto badged = minted(notification, 0x5);
  const Slot to = free_slot();
  SEL4_REQUIRE_OK(to.copy(badged, {.rights = Rights::write}));
  SEL4_CHECK_EQ(badge_in(to, notification), 0x5u);
  SEL4_CHECK_EQ(badge_in(slot_of(badged), notification), 0x5u);
  SEL4_CHECK_EQ(to.copy(badged, {.rights = Rights::all}).error(), Error::delete_first);
  SEL4_CHECK_EQ(free_slot().copy(free_slot(), {.rights = Rights::all}).error(),
                Error::failed_lookup);
}

SEL4_TEST(copies_lose_rights) {
  const auto notification = make<Notification>();
  const auto mute = free_slot().copy(notification, {.rights = Rights::read});
  SEL4_REQUIRE_OK(mute);
  mute->signal();
  SEL4_CHECK_EQ(notification.poll().value(), 0u);
  minted(notification, 3).signal();
  SEL4_CHECK_EQ(mute->poll().value(), 3u);
  // They do not get them back.
  const Slot again = free_slot();
  SEL4_REQUIRE_OK(again.mint(*mute, {.rights = Rights::all, .badge = Badge{4}}));
  SEL4_CHECK_EQ(badge_in(again, notification), 0u);
}

SEL4_TEST(mint) {
  const auto notification = make<Notification>();
  const auto badged = minted(notification, 0x9);
  SEL4_CHECK_EQ(badge_in(slot_of(badged), notification), 0x9u);
  SEL4_CHECK_EQ(free_slot().mint(badged, {.rights = Rights::all, .badge = Badge{1}}).error(),
                Error::illegal_operation);
  SEL4_CHECK_EQ(slot_of(badged).mint(notification, {.rights = Rights::all}).error(),
                Error::delete_first);
}

SEL4_TEST(move) {
  const auto notification = make<Notification>();
  const Slot from = slot_of(minted(notification, 0x21));
  const Slot to = free_slot();
  SEL4_REQUIRE_OK(to.move(from));
  SEL4_CHECK_EQ(badge_in(to, notification), 0x21u);
  SEL4_CHECK(is_empty(from));
  SEL4_CHECK_EQ(free_slot().move(from).error(), Error::failed_lookup);
  SEL4_CHECK_EQ(slot_of(notification).move(to).error(), Error::delete_first);
}

constexpr Word small_bits = 4;
constexpr Guard guard{{.value = 0x5, .bits = 3}};

/// A CNode with a notification in slot 2.
struct Small {
  CNode cnode = make<CNode>(small_bits);
  Notification notification = make<Notification>();

  Small() {
    cnode.slot(2, Depth{small_bits})
        .copy(slot_of(notification), {.rights = Rights::all})
        .or_panic("no copy");
  }
};

/// Whether `cnode` leads to slot 2 of a Small by that guard alone.
bool has_guard(CNode cnode, Word value, Word bits) {
  const Depth depth{bits + small_bits};
  const Slot here = free_slot();
  if (!here.copy(cnode.slot(value << small_bits | 2, depth), {.rights = Rights::all})) return false;
  return !free_slot().copy(cnode.slot((value ^ 1) << small_bits | 2, Depth{bits + small_bits + 1}),
                           {.rights = Rights::all});
}

SEL4_TEST(mutate) {
  const Small small;
  SEL4_CHECK(has_guard(small.cnode, 0, 0));
  const auto guarded = free_slot().mutate(small.cnode, guard);
  SEL4_REQUIRE_OK(guarded);
  SEL4_CHECK(has_guard(*guarded, 0x5, 3));
  SEL4_CHECK(is_empty(slot_of(small.cnode)));
  // A guard can be changed again, and taken away.
  const auto other = free_slot().mutate(*guarded, Guard{{.value = 0x9, .bits = 4}});
  SEL4_REQUIRE_OK(other);
  SEL4_CHECK(has_guard(*other, 0x9, 4));
  const auto none = free_slot().mutate(*other, Guard{});
  SEL4_REQUIRE_OK(none);
  SEL4_CHECK(has_guard(*none, 0, 0));
}

SEL4_TEST(mutate_of_other_kinds) {
  const auto tcb = make<Tcb>();
  SEL4_CHECK_OK(free_slot().mutate(Slot{slot_of(tcb)}, guard));
  SEL4_CHECK(is_empty(slot_of(tcb)));
  const auto notification = make<Notification>();
  SEL4_CHECK_EQ(free_slot().mutate(Slot{slot_of(notification)}, Guard{}).error(),
                Error::illegal_operation);
  const Slot badged = slot_of(minted(make<Endpoint>(), 1));
  SEL4_CHECK_EQ(free_slot().mutate(badged, Guard{}).error(), Error::illegal_operation);
  SEL4_CHECK_EQ(free_slot().mutate(free_slot(), guard).error(), Error::failed_lookup);
}

SEL4_TEST(rotate) {
  const Small one;
  const Small two;
  const Slot source = slot_of(one.cnode);
  const Slot pivot = slot_of(two.cnode);
  const Slot to = free_slot();
  SEL4_REQUIRE_OK(to.rotate(pivot, source, {.here = guard}));
  SEL4_CHECK(is_empty(source));
  SEL4_CHECK(has_guard(to.as<CNode>(), 0x5, 3));
  SEL4_CHECK(has_guard(pivot.as<CNode>(), 0, 0));
  // Swapped: the destination is the source's slot.
  SEL4_REQUIRE_OK(to.rotate(pivot, to, {.at_pivot = guard}));
  SEL4_CHECK(has_guard(to.as<CNode>(), 0, 0));
  SEL4_CHECK(has_guard(pivot.as<CNode>(), 0x5, 3));
}

SEL4_TEST(rotate_is_refused) {
  const auto tcb = make<Tcb>();
  const auto other = make<Tcb>();
  const auto occupied = make<Tcb>();
  const Slot to = free_slot();
  SEL4_CHECK_EQ(to.rotate(slot_of(tcb), slot_of(make<Endpoint>())).error(),
                Error::illegal_operation);
  SEL4_CHECK_EQ(to.rotate(slot_of(minted(make<Notification>(), 1)), slot_of(tcb)).error(),
                Error::illegal_operation);
  SEL4_CHECK_EQ(to.rotate(slot_of(tcb), slot_of(tcb)).error(), Error::illegal_operation);
  SEL4_CHECK_EQ(to.rotate(to, slot_of(tcb)).error(), Error::illegal_operation);
  SEL4_CHECK_EQ(slot_of(occupied).rotate(slot_of(tcb), slot_of(other)).error(),
                Error::delete_first);
  SEL4_CHECK_EQ(to.rotate(free_slot(), slot_of(tcb)).error(), Error::failed_lookup);
  SEL4_CHECK_EQ(to.rotate(slot_of(tcb), free_slot()).error(), Error::failed_lookup);
  SEL4_CHECK_OK(to.rotate(slot_of(tcb), slot_of(other)));
}

SEL4_TEST(remove_empties_a_slot) {
  const auto notification = make<Notification>();
  const Slot slot = slot_of(minted(notification, 1));
  SEL4_CHECK_OK(slot.remove());
  SEL4_CHECK(is_empty(slot));
  SEL4_CHECK_OK(slot.remove());
  SEL4_CHECK_EQ(badge_in(slot, notification), 0u);
}

SEL4_TEST(revoke_takes_what_was_derived) {
  const auto notification = make<Notification>();
  const Slot badged = slot_of(minted(notification, 1));
  const Slot copy_of_badged = free_slot();
  SEL4_REQUIRE_OK(copy_of_badged.copy(badged, {.rights = Rights::all}));
  const Slot sibling = slot_of(minted(notification, 2));
  SEL4_REQUIRE_OK(slot_of(notification).revoke());
  SEL4_CHECK(is_empty(badged));
  SEL4_CHECK(is_empty(copy_of_badged));
  SEL4_CHECK(is_empty(sibling));
  SEL4_CHECK(!is_empty(slot_of(notification)));
}

SEL4_TEST(owned_capabilities_are_deleted) {
  const auto notification = make<Notification>();
  const Slot slot = free_slot();
  const auto mint = [&] {
    return slot.mint(notification, {.rights = Rights::write, .badge = Badge{0x70}});
  };
  {
    const auto badged = mint();
    SEL4_REQUIRE_OK(badged);
    const OwnedCap owner{*badged, slot};
    owner.borrow().signal();
    SEL4_CHECK_EQ(notification.poll().value(), 0x70u);
  }
  SEL4_CHECK(is_empty(slot));
  {
    const auto badged = mint();
    SEL4_REQUIRE_OK(badged);
    OwnedCap owner{*badged, slot};
    owner.release().signal();
  }
  SEL4_CHECK_EQ(notification.poll().value(), 0x70u);
  SEL4_CHECK(!is_empty(slot));
}

}  // namespace
