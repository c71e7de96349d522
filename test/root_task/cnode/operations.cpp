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

SEL4_TEST(mutate) {
  const auto notification = make<Notification>();
  const auto plain = free_slot().copy(notification, {.rights = Rights::all});
  SEL4_REQUIRE_OK(plain);
  const Slot to = free_slot();
  SEL4_REQUIRE_OK(to.mutate(*plain, Badge{0x33}));
  SEL4_CHECK_EQ(badge_in(to, notification), 0x33u);
  SEL4_CHECK(is_empty(slot_of(*plain)));
  SEL4_CHECK_EQ(free_slot().mutate(to, Badge{0x34}).error(), Error::illegal_operation);
}

SEL4_TEST(rotate) {
  const auto notification = make<Notification>();
  const Slot source = slot_of(minted(notification, 1));
  const Slot pivot = slot_of(minted(notification, 2));
  const Slot to = free_slot();
  SEL4_REQUIRE_OK(to.rotate(pivot, source));
  SEL4_CHECK_EQ(badge_in(to, notification), 2u);
  SEL4_CHECK_EQ(badge_in(pivot, notification), 1u);
  SEL4_CHECK(is_empty(source));
  // Swapped: the destination is the source's slot.
  SEL4_REQUIRE_OK(to.rotate(pivot, to));
  SEL4_CHECK_EQ(badge_in(to, notification), 1u);
  SEL4_CHECK_EQ(badge_in(pivot, notification), 2u);
}

SEL4_TEST(rotate_sets_badges) {
  const auto notification = make<Notification>();
  const auto source = free_slot().copy(notification, {.rights = Rights::all});
  const auto pivot = free_slot().copy(notification, {.rights = Rights::all});
  SEL4_REQUIRE_OK(source);
  SEL4_REQUIRE_OK(pivot);
  const Slot to = free_slot();
  SEL4_REQUIRE_OK(
      to.rotate(slot_of(*pivot), slot_of(*source), {.here = Badge{0x40}, .at_pivot = Badge{0x80}}));
  SEL4_CHECK_EQ(badge_in(to, notification), 0x40u);
  SEL4_CHECK_EQ(badge_in(slot_of(*pivot), notification), 0x80u);
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
