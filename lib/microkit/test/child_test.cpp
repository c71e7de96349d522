// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fake/kernel.hpp>
#include <sel4/microkit/child.hpp>
#include <sel4/microkit/cspace.hpp>

#include <doctest/doctest.h>

using namespace sel4;
using namespace sel4::microkit;
using Label = sel4::sys::InvocationLabel;

TEST_CASE("a parent stops, resumes and restarts a child") {
  fake::Kernel kernel;
  constexpr Child<2> child;
  kernel.expect({.label = Label::tcb_suspend, .service = CPtr{204}});
  CHECK(child.stop().has_value());
  kernel.expect({.label = Label::tcb_resume, .service = CPtr{204}});
  CHECK(child.resume().has_value());
  // Resume flag, one register: the program counter.
  kernel.expect(
      {.label = Label::tcb_write_registers, .service = CPtr{204}, .words = {{1, 1, 0x20'0000}}});
  CHECK(child.restart().has_value());
  kernel.expect({.label = Label::tcb_write_registers, .words = {{1, 1, 0x40'0000}}},
                {.error = Error::invalid_capability});
  CHECK(child.restart(Vaddr{0x40'0000}).error() == Error::invalid_capability);
  kernel.verify();
}

TEST_CASE("children's numbers are checked") {
  CHECK(AnyChild::checked(61).has_value());
  CHECK(AnyChild::checked(62).error() == NumberError::too_large);
  CHECK(*AnyChild::checked(2) == Child<2>{});
}

TEST_CASE("user capabilities are in the highest bits of the address") {
  static_assert(user_cap<Tcb, 1>().cptr() == CPtr{Word{1} << 58});
  static_assert(user_cap<Tcb, 63>().cptr() == CPtr{Word{63} << 58});
  CHECK(user_cap<Tcb>(2)->cptr() == CPtr{Word{2} << 58});
  CHECK(user_cap<Tcb>(0).error() == NumberError::too_large);
  CHECK(user_cap<Tcb>(64).error() == NumberError::too_large);
}
