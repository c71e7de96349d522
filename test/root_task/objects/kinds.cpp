// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Objects of every kind that the configuration has: as many as fit in an untyped, and not one more.

#include <sel4/test/test.hpp>
#include <sel4/test_support/kernel.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

/// Makes `count` objects at once in `first` and the slots after it.
Result<> retype(Untyped untyped, Blueprint blueprint, Slot first, Word count) {
  return untyped.retype(blueprint,
                        RetypeDestination{init_thread::cnode.self(), first.index(), count});
}

/// Fills an untyped with objects of one kind, revokes it and fills it again.
void check_kind(Blueprint blueprint, const char* name) {
  // Large ones alone: four of them are more memory than there may be.
  const Word bits = blueprint.size_bits() <= 21 ? blueprint.size_bits() + 2 : blueprint.size_bits();
  const Word fit = Word{1} << (bits - blueprint.size_bits());
  const auto untyped = allocator().create<Untyped>(bits);
  if (!untyped) {
    // No machine here is large enough; the kernel knows the kind and what it takes.
    const auto small = make<Untyped>(Word{12});
    SEL4_CHECK_EQ(retype(small, blueprint, free_slot(), 1).error(), Error::not_enough_memory);
    return;
  }
  const Slot first = free_slots(fit + 1);
  for (int round = 0; round < 2; ++round) {
    for (Word i = 0; i < fit; ++i) {
      const auto result =
          retype(*untyped, blueprint, init_thread::cnode.slot(first.index() + i), 1);
      if (!result) println(name, ": ", i, " of ", fit, " fit");
      SEL4_REQUIRE_OK(result);
    }
    SEL4_CHECK_EQ(
        retype(*untyped, blueprint, init_thread::cnode.slot(first.index() + fit), 1).error(),
        Error::not_enough_memory);
    SEL4_REQUIRE_OK(slot_of(*untyped).revoke());
  }
  // All at once, and one too many at once.
  SEL4_CHECK_EQ(retype(*untyped, blueprint, first, fit + 1).error(), Error::not_enough_memory);
  SEL4_CHECK_OK(retype(*untyped, blueprint, first, fit));
  SEL4_CHECK_OK(slot_of(*untyped).revoke());
}

template <class T>
void check_fixed() {
  check_kind(Blueprint::of<T>(), T::kind_name);
}

SEL4_TEST(kinds_of_every_kernel) {
  check_fixed<Tcb>();
  check_fixed<Endpoint>();
  check_fixed<Notification>();
}

SEL4_TEST(kinds_of_the_architecture) {
  static_assert(arch::kinds.size() >= 4);
  for (const ObjectKind& kind : arch::kinds) check_kind(kind, kind.name);
}

SEL4_TEST(cnodes) {
  for (Word bits = 1; bits <= 10; ++bits) check_kind(Blueprint::of<CNode>(bits), "CNode");
}

SEL4_TEST(untypeds) {
  for (Word bits = Untyped::min_size_bits; bits <= 16; ++bits) {
    check_kind(Blueprint::of<Untyped>(bits), "Untyped");
  }
}

template <class S, class R>
void check_mcs_kinds() {
  if constexpr (config::kernel_mcs) {
    check_fixed<R>();
    for (Word bits = S::min_size_bits; bits <= S::min_size_bits + 4; ++bits) {
      check_kind(Blueprint::of<S>(bits), "SchedContext");
    }
  } else {
    SEL4_SKIP("this kernel has no scheduling contexts");
  }
}

SEL4_TEST(scheduling_contexts_and_replies) { check_mcs_kinds<SchedContext, Reply>(); }

SEL4_TEST(every_object_type_has_a_kind) {
  // TCB, Endpoint, Notification, CNode, Untyped; with MCS scheduling contexts and replies.
  constexpr Word generic = config::kernel_mcs ? 7 : 5;
  SEL4_CHECK_EQ(generic + arch::kinds.size(), static_cast<Word>(seL4_ObjectTypeCount));
  const auto untyped = make<Untyped>(Word{12});
  const ObjectKind beyond{seL4_ObjectTypeCount, 4, "none"};
  SEL4_CHECK_EQ(retype(untyped, beyond, free_slot(), 1).error(), Error::invalid_argument);
}

}  // namespace
