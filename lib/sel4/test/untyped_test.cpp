// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "cspace.hpp"

#include <sel4/fake/kernel.hpp>
#include <sel4/tcb.hpp>
#include <sel4/untyped.hpp>

#include <doctest/doctest.h>
#include <vector>

namespace sel4 {
namespace {

using sys::InvocationLabel;
using Words = std::vector<Word>;

constexpr Untyped untyped{CPtr{60}};

TEST_CASE("retype makes one object of a fixed size in a slot") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .service = CPtr{60},
                 .words = Words{::seL4_TCBObject, 0, 0, 0, 100, 1},
                 .caps = Words{2}});
  const Result<Tcb> tcb = untyped.retype<Tcb>(cspace.slot(100));
  REQUIRE(tcb.has_value());
  CHECK(tcb->cptr() == CPtr{100});
}

TEST_CASE("retype of a variable size says the size as the kernel wants it") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .words = Words{::seL4_CapTableObject, 8, 0, 0, 100, 1}});
  CHECK(untyped.retype<CNode>(cspace.slot(100), 8).has_value());
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .words = Words{::seL4_UntypedObject, 12, 0, 0, 101, 1}});
  CHECK(untyped.retype<Untyped>(cspace.slot(101), 12).has_value());
}

TEST_CASE("retype_many returns the range of new capabilities") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .words = Words{::seL4_EndpointObject, 0, 0, 0, 200, 3}});
  const Result<CapRange<Endpoint>> made = untyped.retype_many<Endpoint>(cspace.slot(200), 3);
  REQUIRE(made.has_value());
  Words addresses;
  for (const Endpoint endpoint : *made) addresses.push_back(endpoint.cptr().bits());
  CHECK(addresses == Words{200, 201, 202});
}

TEST_CASE("retype by blueprint takes a CNode by its path") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .words = Words{::seL4_EndpointObject, 0, 5, 12, 7, 2},
                 .caps = Words{2}},
                {.error = Error::range});
  CHECK(untyped.retype(kind::endpoint, {.node = cspace.slot(5, Depth{12}), .offset = 7, .count = 2})
            .error() == Error::range);
}

TEST_CASE("blueprints say how large objects are") {
  CHECK(Blueprint::of<Endpoint>().size_bits() == seL4_EndpointBits);
  CHECK(Blueprint::of<Tcb>() == Blueprint{kind::tcb});
  CHECK(Blueprint::of<Untyped>(12).size_bits() == 12);
  CHECK(Blueprint::of<CNode>(8).size_bits() == 8 + seL4_SlotBits);
  CHECK(Blueprint::of<CNode>(8).size_argument() == 8);
}

TEST_CASE("a reply authority is made where the kernel has reply objects") {
  fake::Kernel kernel;
  kernel.allow_all();
  const Result<ReplyAuthority> reply = make_reply_authority(untyped, cspace.slot(100));
  CHECK(reply.has_value());
  CHECK(kernel.messages().size() == (config::kernel_mcs ? 1 : 0));
}

TEST_CASE("a range never has a negative size") {
  constexpr CapRange<Endpoint> range{10, 7};
  CHECK(range.empty());
  CHECK(range.begin() == range.end());
}

}  // namespace
}  // namespace sel4
