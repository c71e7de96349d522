// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/address.hpp>
#include <sel4/badge.hpp>
#include <sel4/guard.hpp>
#include <sel4/priority.hpp>
#include <sel4/rights.hpp>

#include <doctest/doctest.h>

namespace sel4 {
namespace {

TEST_CASE("badges are words of bits") {
  CHECK(Badge::bit(3).value() == 8);
  CHECK((Badge::bit(0) | Badge::bit(4)).contains(Badge::bit(4)));
  CHECK_FALSE(Badge::bit(0).contains(Badge::bit(1)));
  CHECK((Badge{6} & Badge{3}) == Badge{2});
  CHECK(Badge::bit(sizeof(Word) * 8 - 1).value() == Word{1} << (sizeof(Word) * 8 - 1));
}

TEST_CASE("computed priorities are checked") {
  CHECK(Priority::checked(::seL4_MaxPrio) == Priority::highest());
  CHECK_FALSE(Priority::checked(Word{::seL4_MaxPrio} + 1).has_value());
  CHECK_FALSE(Priority::checked(~Word{0}).has_value());
  CHECK(Priority::lowest() < Priority{1});
}

TEST_CASE("rights are libsel4's bits") {
  CHECK(Rights::all.raw().words()[0] == seL4_AllRights.words[0]);
  CHECK(Rights::rw.raw().words()[0] == seL4_ReadWrite.words[0]);
  CHECK(Rights::none.raw().words()[0] == 0);
  CHECK(Rights::all.without(Rights::grant).contains(Rights::rw));
  CHECK_FALSE(Rights::all.without(Rights::grant).contains(Rights::grant));
  CHECK((Rights::read | Rights::write) == Rights::rw);
  CHECK((Rights::rw & Rights::read) == Rights::read);
}

TEST_CASE("guards are libsel4's capability data") {
  CHECK(Guard::for_root(12).data() == seL4_CNode_CapData_new(0, 52).words[0]);
  CHECK(Guard{{.value = 5, .bits = 8}}.data() == seL4_CNode_CapData_new(5, 8).words[0]);
  CHECK(Guard{}.data() == 0);
}

TEST_CASE("addresses") {
  constexpr Vaddr address{0x2000};
  static_assert(!std::is_convertible_v<Vaddr, Paddr>);
  CHECK((address + 0x10).value() == 0x2010);
  CHECK(address - Vaddr{0x1000} == 0x1000);
  CHECK(address.is_aligned(12));
  CHECK_FALSE((address + 1).is_aligned(1));
  CHECK(Vaddr{}.is_aligned(63));
  CHECK_FALSE(address.is_aligned(64));
  CHECK(Vaddr{0x2fff}.align_down(12) == address);
  const int object = 0;
  CHECK(vaddr_of(&object).value() == reinterpret_cast<Word>(&object));
}

}  // namespace
}  // namespace sel4
