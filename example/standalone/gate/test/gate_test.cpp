// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Gate without a kernel: the fake one says what the real one would be asked.

#include <sel4/fake/kernel.hpp>

#include <doctest/doctest.h>
#include <gate/gate.hpp>
#include <vector>

namespace {

using gate::Gate;
using sel4::CPtr;
using sel4::Error;
using sel4::Word;
using sel4::sys::InvocationLabel;
using Words = std::vector<Word>;

constexpr sel4::CNode cspace{CPtr{2}};
constexpr sel4::Untyped memory{CPtr{50}};
constexpr Word whole = sel4::Depth::whole().bits();

Gate make_gate(sel4::fake::Kernel& kernel) {
  kernel.expect({.label = InvocationLabel::untyped_retype, .service = memory.cptr()});
  return *Gate::create(memory, cspace, 100);
}

Words mint_words(Word slot, Word badge) {
  return {slot, whole, 100, whole, sel4::Rights::write.raw().words()[0], badge};
}

TEST_CASE("each key is a capability to signal, with a bit of its own") {
  sel4::fake::Kernel kernel;
  Gate gate = make_gate(kernel);
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(101, 1)});
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(102, 2)});
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(103, 4)});
  CHECK(gate.make_key()->cptr() == CPtr{101});
  CHECK(gate.make_key()->cptr() == CPtr{102});
  CHECK(gate.make_key()->cptr() == CPtr{103});
}

TEST_CASE("a key that could not be made uses up no number") {
  sel4::fake::Kernel kernel;
  Gate gate = make_gate(kernel);
  kernel.expect({.label = InvocationLabel::cnode_mint}, {.error = Error::delete_first});
  kernel.expect({.label = InvocationLabel::cnode_mint, .words = mint_words(101, 1)});
  CHECK(gate.make_key().error() == Error::delete_first);
  CHECK(gate.make_key().has_value());
}

TEST_CASE("there are as many keys as bits, and no more") {
  sel4::fake::Kernel kernel;
  Gate gate = make_gate(kernel);
  for (Word i = 0; i < Gate::max_keys; ++i) {
    kernel.expect({.label = InvocationLabel::cnode_mint});
    CHECK(gate.make_key().has_value());
  }
  CHECK(gate.make_key().error() == Error::range);
}

TEST_CASE("no memory, no gate") {
  sel4::fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype}, {.error = Error::not_enough_memory});
  CHECK(Gate::create(memory, cspace, 100).error() == Error::not_enough_memory);
}

}  // namespace
