// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "cspace.hpp"

#include <sel4/endpoint.hpp>
#include <sel4/fake/kernel.hpp>
#include <sel4/owned_cap.hpp>

#include <doctest/doctest.h>
#include <optional>
#include <utility>
#include <vector>

namespace sel4 {
namespace {

using sys::InvocationLabel;

OwnedCap<Endpoint> make(Word slot) {
  return OwnedCap<Endpoint>{Endpoint{CPtr{slot}}, cspace.slot(slot)};
}

void expect_deletion(fake::Kernel& kernel, Word slot, Error error = Error::none) {
  kernel.expect({.label = InvocationLabel::cnode_delete,
                 .service = CPtr{2},
                 .words = std::vector<Word>{slot, sizeof(Word) * 8}},
                {.error = error});
}

TEST_CASE("the owner's end deletes the capability, once") {
  fake::Kernel kernel;
  expect_deletion(kernel, 9);
  {
    OwnedCap<Endpoint> first = make(9);
    OwnedCap<Endpoint> second = std::move(first);
    CHECK_FALSE(first.owns());
    CHECK(second.borrow() == Endpoint{CPtr{9}});
  }
  CHECK(kernel.messages().size() == 1);
}

TEST_CASE("release keeps the capability") {
  fake::Kernel kernel;
  {
    OwnedCap<Endpoint> cap = make(9);
    CHECK(cap.release() == Endpoint{CPtr{9}});
  }
  CHECK(kernel.messages().empty());
}

TEST_CASE("assignment deletes what was owned before") {
  fake::Kernel kernel;
  expect_deletion(kernel, 9);
  expect_deletion(kernel, 10);
  OwnedCap<Endpoint> cap = make(9);
  cap = make(10);
  CHECK(kernel.messages().size() == 1);
  auto& self = cap;
  cap = std::move(self);
  CHECK(cap.owns());
}

TEST_CASE("remove says whether it worked, and is the last") {
  fake::Kernel kernel;
  expect_deletion(kernel, 9, Error::failed_lookup);
  OwnedCap<Endpoint> cap = make(9);
  CHECK(cap.remove().error() == Error::failed_lookup);
  CHECK(cap.remove().has_value());
}

TEST_CASE("an owner with a given buffer uses that one") {
  fake::Kernel kernel;
  expect_deletion(kernel, 9);
  const auto root = cspace.with(sys::GivenIpc{&kernel.ipc_buffer()});
  sys::set_thread_ipc_buffer(nullptr);
  {
    const OwnedCap owner{Endpoint{CPtr{9}}, root.slot(9)};
  }
  sys::set_thread_ipc_buffer(&kernel.ipc_buffer());
}

TEST_CASE("an owner travels in a Result") {
  fake::Kernel kernel;
  expect_deletion(kernel, 9);
  const auto create = []() -> Result<OwnedCap<Endpoint>> { return make(9); };
  Result<OwnedCap<Endpoint>> made = create();
  CHECK(made->borrow() == Endpoint{CPtr{9}});
}

}  // namespace
}  // namespace sel4
