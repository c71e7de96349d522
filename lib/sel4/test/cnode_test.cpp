// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "cspace.hpp"

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>
#include <sel4/fake/kernel.hpp>

#include <doctest/doctest.h>
#include <vector>

namespace sel4 {
namespace {

using sys::InvocationLabel;
using Words = std::vector<Word>;

constexpr CNode child{CPtr{50}};
constexpr Endpoint endpoint{CPtr{40}};
constexpr Word whole = sizeof(Word) * 8;

TEST_CASE("mint says destination, source, rights and badge, and returns the new capability") {
  fake::Kernel kernel;
  // Small parameters share words: the depth is a byte of its own word here.
  kernel.expect({.label = InvocationLabel::cnode_mint,
                 .service = CPtr{2},
                 .words = Words{100, whole, 40, whole, Rights::write.raw().words()[0], 0x1337},
                 .caps = Words{2}});
  const Result<Endpoint> minted =
      cspace.slot(100).mint(endpoint, {.rights = Rights::write, .badge = Badge{0x1337}});
  REQUIRE(minted.has_value());
  CHECK(minted->cptr() == CPtr{100});
}

TEST_CASE("an operation's error comes back, and no capability") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::cnode_copy}, {.error = Error::delete_first});
  CHECK(cspace.slot(100).copy(endpoint, {.rights = Rights::all}).error() == Error::delete_first);
}

TEST_CASE("a slot of another CNode takes the source from the own CSpace") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::cnode_copy,
                 .service = CPtr{50},
                 .words = Words{3, 8, 40, whole, Rights::all.raw().words()[0]},
                 .caps = Words{2}});
  const Result<Endpoint> copy =
      child.slot(3, Depth{8}).copy(cspace.slot(endpoint), {.rights = Rights::all});
  CHECK(copy->cptr() == CPtr{3});
}

TEST_CASE("move, mutate and rotate") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::cnode_move,
                 .service = CPtr{2},
                 .words = Words{7, whole, 40, whole},
                 .caps = Words{2}});
  CHECK(cspace.slot(7).move(endpoint)->cptr() == CPtr{7});
  kernel.expect({.label = InvocationLabel::cnode_mutate,
                 .service = CPtr{2},
                 .words = Words{8, whole, 40, whole, 1 << 6 | 3},
                 .caps = Words{2}});
  const Guard one{{.value = 1, .bits = 3}};
  const Guard other{{.value = 2, .bits = 5}};
  CHECK(cspace.slot(8).mutate(CNode{CPtr{40}}, one)->cptr() == CPtr{8});
  kernel.expect({.label = InvocationLabel::cnode_rotate,
                 .service = CPtr{2},
                 .words = Words{9, whole, 1 << 6 | 3, 10, whole, 2 << 6 | 5, 3, 8},
                 .caps = Words{2, 50}});
  CHECK(cspace.slot(9)
            .rotate(cspace.slot(10), child.slot(3, Depth{8}), {.here = one, .at_pivot = other})
            .has_value());
}

TEST_CASE("revoke, remove and cancel_badged_sends say only the slot") {
  fake::Kernel kernel;
  const Words slot{9, whole};
  kernel.expect({.label = InvocationLabel::cnode_revoke, .service = CPtr{2}, .words = slot});
  kernel.expect({.label = InvocationLabel::cnode_delete, .service = CPtr{2}, .words = slot});
  kernel.expect(
      {.label = InvocationLabel::cnode_cancel_badged_sends, .service = CPtr{2}, .words = slot});
  CHECK(cspace.slot(9).revoke().has_value());
  CHECK(cspace.slot(9).remove().has_value());
  CHECK(cspace.slot(9).cancel_badged_sends().has_value());
}

template <class S>
void check_save_caller(S slot) {
  if constexpr (requires { slot.save_caller(); }) {
    fake::Kernel kernel;
    kernel.allow_all();
    CHECK(slot.save_caller().has_value());
    CHECK(kernel.messages()[0].words == Words{9, whole});
  } else {
    CHECK(config::kernel_mcs);
  }
}

TEST_CASE("save_caller is there only without MCS") { check_save_caller(cspace.slot(9)); }

TEST_CASE("a given IPC buffer is used for what goes through the buffer") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::cnode_move, .caps = Words{2}});
  IpcBuffer& buffer = kernel.ipc_buffer();
  sys::set_thread_ipc_buffer(nullptr);
  CHECK(cspace.with(sys::GivenIpc{&buffer}).slot(7).move(endpoint).has_value());
  sys::set_thread_ipc_buffer(&buffer);
}

}  // namespace
}  // namespace sel4
