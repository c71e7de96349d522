// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// ClientTable without a kernel: the fake one plays it, and says what the real one would be asked.

#include "client_table.hpp"

#include <sel4/fake/kernel.hpp>

#include <doctest/doctest.h>
#include <vector>

namespace {

using sel4::CPtr;
using sel4::Error;
using sel4::Rights;
using sel4::Word;
using sel4::sys::InvocationLabel;
using Words = std::vector<Word>;

constexpr sel4::CNode cspace{CPtr{2}};
constexpr sel4::Untyped memory{CPtr{50}};
constexpr Word whole = sel4::Depth::whole().bits();

Words mint_words(Word slot, Word badge) {
  const Word rights = (Rights::write | Rights::grant_reply).raw().words()[0];
  return {slot, whole, 100, whole, rights, badge};
}

ClientTable make_table(sel4::fake::Kernel& kernel) {
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .service = memory.cptr(),
                 .words = Words{sel4::Endpoint::object_type, 0, 0, 0, 100, 1},
                 .caps = Words{2}});
  return *ClientTable::create(memory, cspace, 100);
}

TEST_CASE("each client gets a capability with its number for a badge") {
  sel4::fake::Kernel kernel;
  ClientTable table = make_table(kernel);
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(101, 1)});
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(102, 2)});
  CHECK(table.add()->cptr() == CPtr{101});
  CHECK(table.add()->cptr() == CPtr{102});
  CHECK(table.size() == 2);
}

TEST_CASE("a mint that fails uses up no number") {
  sel4::fake::Kernel kernel;
  ClientTable table = make_table(kernel);
  kernel.expect({.label = InvocationLabel::cnode_mint}, {.error = Error::delete_first});
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(101, 1)});
  CHECK(table.add().error() == Error::delete_first);
  CHECK(table.size() == 0);
  CHECK(table.add().has_value());
}

TEST_CASE("no memory, no table") {
  sel4::fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype}, {.error = Error::not_enough_memory});
  CHECK(ClientTable::create(memory, cspace, 100).error() == Error::not_enough_memory);
}

TEST_CASE("removing all clients revokes what was derived from the endpoint") {
  sel4::fake::Kernel kernel;
  ClientTable table = make_table(kernel);
  kernel.expect({.label = InvocationLabel::cnode_mint});
  kernel.expect({.label = InvocationLabel::cnode_revoke, .words = Words{100, whole}});
  CHECK(table.add().has_value());
  CHECK(table.remove_all().has_value());
  CHECK(table.size() == 0);
}

}  // namespace
