// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "handler.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

/// A CSpace in which lookups go wrong in all ways: a guard, then a CNode of few slots, then bits
/// that are left over.
struct Trap {
  static constexpr Word guard = 0xabc;
  static constexpr Word guard_bits = 56;
  static constexpr Word root_bits = 4;
  static constexpr Word left_bits = 64 - guard_bits - root_bits;
  static constexpr Word deep_bits = 8;
  static constexpr Word handler_slot = 1;
  static constexpr Word deep_slot = 2;
  static constexpr Word empty_slot = 3;
  static constexpr Word weak_slot = 4;

  Handler handler{};
  CNode root = make<CNode>(root_bits);
  CNode deep = make<CNode>(deep_bits);

  [[nodiscard]] Slot slot(Word index) const { return root.slot(index, Depth{root_bits}); }
  [[nodiscard]] static constexpr CPtr address(Word index) {
    return CPtr{(guard << root_bits | index) << left_bits};
  }

  Result<> fill() const {
    SEL4_TRY(slot(handler_slot).copy(slot_of(handler.badged), {.rights = Rights::all}));
    SEL4_TRY(slot(weak_slot).copy(slot_of(handler.badged), {.rights = Rights::write}));
    return slot(deep_slot).copy(init_thread::cnode.slot(deep.cptr().bits()),
                                {.rights = Rights::all});
  }
  [[nodiscard]] ThreadOptions options() const {
    return {.fault_handler = handler.badged,
            .fault_handler_in_thread = address(handler_slot),
            .cspace_root = root,
            .cspace_guard = Guard{{.value = guard, .bits = guard_bits}}};
  }
};

struct Expected {
  CPtr address;
  bool is_receive;
};

void check_place(const CapFault& fault, Expected expected) {
  SEL4_CHECK_EQ(fault.addr(), expected.address.bits());
  SEL4_CHECK_EQ(fault.in_recv_phase(), expected.is_receive ? 1u : 0u);
  SEL4_CHECK_NE(fault.ip(), 0u);
}

SEL4_TEST(guard_mismatch) {
  const Trap trap;
  SEL4_REQUIRE_OK(trap.fill());
  constexpr CPtr address{0x10};
  auto body = [&] { Endpoint{address}.send_with_words({}); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, trap.options()));
  const auto fault = trap.handler.take<CapFault>();
  SEL4_REQUIRE(fault.has_value());
  check_place(*fault, {address, false});
  const auto why = decode_lookup_failure(*fault);
  SEL4_REQUIRE(why && std::holds_alternative<lookup_failure::GuardMismatch>(*why));
  const auto& mismatch = std::get<lookup_failure::GuardMismatch>(*why);
  SEL4_CHECK_EQ(mismatch.bits_left, 64u);
  SEL4_CHECK_EQ(mismatch.guard_found, Trap::guard);
  SEL4_CHECK_EQ(mismatch.bits_found, Trap::guard_bits);
}

SEL4_TEST(depth_mismatch) {
  const Trap trap;
  SEL4_REQUIRE_OK(trap.fill());
  constexpr CPtr address = Trap::address(Trap::deep_slot);
  auto body = [&] { Endpoint{address}.send_with_words({}); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, trap.options()));
  const auto fault = trap.handler.take_with_words<CapFault>();
  SEL4_REQUIRE(fault.has_value());
  check_place(*fault, {address, false});
  const auto why = decode_lookup_failure(*fault);
  SEL4_REQUIRE(why && std::holds_alternative<lookup_failure::DepthMismatch>(*why));
  const auto& mismatch = std::get<lookup_failure::DepthMismatch>(*why);
  SEL4_CHECK_EQ(mismatch.bits_left, Trap::left_bits);
  SEL4_CHECK_EQ(mismatch.bits_found, Trap::deep_bits);
}

SEL4_TEST(missing_capability_that_comes_to_be) {
  const Trap trap;
  SEL4_REQUIRE_OK(trap.fill());
  constexpr CPtr address = Trap::address(Trap::empty_slot);
  Word got = 0;
  auto body = [&] {
    got = Notification{address}.wait().value();
    // And the handler gets to know that it has been here.
    Notification{Trap::address(Trap::weak_slot)}.wait();
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, trap.options()));
  const auto fault = trap.handler.take<CapFault>();
  SEL4_REQUIRE(fault.has_value());
  check_place(*fault, {address, true});
  const auto why = decode_lookup_failure(*fault);
  SEL4_REQUIRE(why && std::holds_alternative<lookup_failure::MissingCapability>(*why));
  SEL4_CHECK_EQ(std::get<lookup_failure::MissingCapability>(*why).bits_left, 0u);

  const auto notification = make<Notification>();
  SEL4_REQUIRE_OK(
      trap.slot(Trap::empty_slot).copy(slot_of(notification), {.rights = Rights::read}));
  minted(notification, 0x31).signal();
  trap.handler.resume();
  SEL4_CHECK_EQ(got, 0x31u);
  // Then it waits on what it may not wait on.
  const auto second = trap.handler.take<CapFault>();
  SEL4_REQUIRE(second.has_value());
  check_place(*second, {Trap::address(Trap::weak_slot), true});
  SEL4_CHECK_EQ(second->lookup_failure_type(), static_cast<Word>(::seL4_MissingCapability));
}

SEL4_TEST(invalid_root) {
  if constexpr (!config::kernel_mcs) {
    SEL4_SKIP("without MCS the handler is looked up in the same CSpace");
  }
  const Handler handler;
  constexpr CPtr address{0x44};
  auto body = [&] { Endpoint{address}.send_with_words({}); };
  TestThread thread;
  const auto root = make<CNode>(Word{4});
  SEL4_REQUIRE_OK(thread.prepare({.fault_handler = handler.badged, .cspace_root = root}));
  // Takes the thread's root along.
  SEL4_REQUIRE_OK(slot_of(root).revoke());
  SEL4_REQUIRE_OK(thread.run(body));
  const auto fault = handler.take<CapFault>();
  SEL4_REQUIRE(fault.has_value());
  check_place(*fault, {address, false});
  const auto why = decode_lookup_failure(*fault);
  SEL4_CHECK(why && std::holds_alternative<lookup_failure::InvalidRoot>(*why));
}

}  // namespace
