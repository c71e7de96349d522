// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

#include <sel4/conformance/arch_ask.hpp>

namespace sel4::conformance {

namespace {

constexpr Word cnode_bits = 4;
constexpr Word untyped_bits = 14;

template <Word Type, Word Bits = 0>
void make_one(Board& board) {
  board.make(0, Type, Bits);
}

void copy_of(Board& board, CPtr cap) { board.step(copy(board.at({0}), place_of(cap)), "take"); }

constexpr Word invalid_guard = 63;

constexpr std::array kinds{
    Kind{"nothing", [](Board&) {}},
    Kind{"untyped", make_one<::seL4_UntypedObject, untyped_bits>},
    Kind{"untyped in use",
         [](Board& board) {
           board.make(0, ::seL4_UntypedObject, untyped_bits);
           board.make_from(0, 7, ::seL4_EndpointObject);
         }},
    Kind{"TCB", make_one<::seL4_TCBObject>},
    Kind{"endpoint", make_one<::seL4_EndpointObject>},
    Kind{"badged endpoint",
         [](Board& board) {
           board.make(7, ::seL4_EndpointObject);
           board.mint({0}, {7}, 77);
         }},
    Kind{"endpoint to receive",
         [](Board& board) {
           board.make(7, ::seL4_EndpointObject);
           board.copy({0}, {7}, read_right);
         }},
    Kind{"notification", make_one<::seL4_NotificationObject>},
    Kind{"badged notification",
         [](Board& board) {
           board.make(7, ::seL4_NotificationObject);
           board.mint({0}, {7}, 77, write_right);
         }},
    Kind{"CNode", make_one<::seL4_CapTableObject, cnode_bits>},
    Kind{"CNode with a guard",
         [](Board& board) {
           board.make(7, ::seL4_CapTableObject, cnode_bits);
           board.mint({0}, {7}, 0x5 << 6 | 3);
         }},
    Kind{"scheduling context", make_one<::seL4_SchedContextObject, 8>},
    Kind{"reply object", make_one<::seL4_ReplyObject>},
    Kind{"frame", [](Board& board) { board.make(0, SmallFrame::object_type); }},
    Kind{"large frame", [](Board& board) { board.make(0, LargePage::object_type); }},
    Kind{"page table", [](Board& board) { board.make(0, PageTable::object_type); }},
    Kind{"VSpace", [](Board& board) { board.make(0, VSpace::object_type); }},
    Kind{"our TCB", [](Board& board) { copy_of(board, init_thread::tcb.cptr()); }},
    Kind{"our CNode", [](Board& board) { copy_of(board, init_thread::cnode.cptr()); }},
    Kind{"our VSpace", [](Board& board) { copy_of(board, init_thread::vspace.cptr()); }},
    Kind{"IRQ control", [](Board& board) { copy_of(board, init_thread::irq_control.cptr()); }},
    Kind{"ASID control", [](Board& board) { copy_of(board, init_thread::asid_control.cptr()); }},
    Kind{"ASID pool", [](Board& board) { copy_of(board, init_thread::asid_pool.cptr()); }},
    Kind{"domain set", [](Board& board) { copy_of(board, init_thread::domain_set.cptr()); }},
    Kind{"scheduling control",
         [](Board& board) {
           copy_of(board, board.scratch().boot_info().sched_controls()[0].cptr());
         }},
    Kind{"our IPC buffer",
         [](Board& board) { copy_of(board, init_thread::ipc_buffer_frame.cptr()); }},
    Kind{"IRQ handler",
         [](Board& board) {
           constexpr Word spare_irq = 45;
           board.step(ask(init_thread::irq_control.cptr(), InvocationLabel::irq_issue_irq_handler,
                          {spare_irq, board.cap(0).bits(), 64}, {init_thread::cnode.cptr()}),
                      "IRQ");
         }},
    Kind{"ASID pool of our own",
         [](Board& board) {
           board.make(7, ::seL4_UntypedObject, seL4_ASIDPoolBits);
           board.step(make_pool(board.cap(7), board.cap(0)), "make a pool");
         }},
};

/// One capability, and everything that a CNode can do with it.
void each_kind(Board& board, const Kind& kind) {
  const auto begin = [&](std::string_view what) {
    board.begin(kind.name, ", ", what);
    kind.make(board);
  };
  begin("copied");
  for (const Word rights : {Word{15}, Word{0}, Word{1}, Word{2}, Word{3}, Word{4}, Word{8}}) {
    board.copy({1}, {0}, rights);
    board.copy({2}, {1}, all_rights);
    board.mint({3}, {1}, 5);
    board.revoke({1});
    board.cancel({1});
    board.remove({1});
    board.remove({2});
    board.remove({3});
  }
  board.copy({1}, {0});
  board.copy({1}, {0});
  board.copy({0}, {0});
  board.revoke({0});
  board.cancel({0});
  board.remove({0});
  begin("minted");
  for (const Word badge : {Word{0}, Word{1}, ~Word{0}, Word{invalid_guard}, Word{60}, Word{61},
                           Word{4} | Word{0x11} << 6}) {
    board.mint({1}, {0}, badge);
    board.mint({2}, {1}, 9);
    board.copy({3}, {1});
    board.copy({4}, {2});
    board.remove({1});
    board.revoke({0});
    board.remove({2});
    board.remove({3});
    board.remove({4});
  }
  board.remove({0});
  begin("moved");
  board.copy({1}, {0});
  board.move({2}, {0});
  board.move({2}, {1});
  board.move({0}, {1});
  board.revoke({2});
  board.revoke({0});
  board.move({2}, {2});
  board.mutate({3}, {2}, 0);
  board.mutate({4}, {3}, 0x22);
  board.mutate({5}, {4}, Word{0x11} << 6 | 6);
  board.copy({6}, {5});
  board.mutate({5}, {6}, 1);
  board.revoke({5});
  begin("rotated");
  board.copy({1}, {0});
  board.rotate({2}, {1}, {0});
  board.rotate({2}, {1}, {2});
  board.rotate({0}, {1}, {2}, 3, 4);
  board.rotate({3}, {0}, {1}, Word{2} << 6 | 3, Word{1} << 6 | 5);
  board.rotate({3}, {3}, {1});
  board.rotate({4}, {3}, {3});
  board.rotate({4}, {5}, {3});
  board.rotate({4}, {3}, {5});
  board.rotate({0}, {3}, {0});
  board.revoke({0});
  board.revoke({3});
}

/// The tree of derivations: who is whose child.
void tree(Board& board, Word type, std::string_view name) {
  board.begin("tree of ", name, ", badged in the middle");
  board.make(0, type);
  board.copy({1}, {0});
  board.mint({2}, {0}, 1);
  board.mint({3}, {1}, 2);
  board.copy({4}, {2});
  board.copy({5}, {3}, read_right);
  board.copy({6}, {4});
  board.revoke({4});
  board.revoke({2});
  board.copy({4}, {2});
  board.move({7}, {2});
  board.revoke({7});
  board.revoke({1});
  board.mint({4}, {0}, 3);
  board.copy({5}, {4});
  board.remove({4});
  board.revoke({0});
  board.begin("tree of ", name, ", the first deleted");
  board.make(0, type);
  board.copy({1}, {0});
  board.mint({2}, {1}, 1);
  board.remove({0});
  board.copy({3}, {1});
  board.copy({4}, {2});
  board.revoke({3});
  board.revoke({1});
  board.revoke({2});
}

void untypeds(Board& board) {
  board.begin("untyped in untyped");
  board.make(0, ::seL4_UntypedObject, 12);
  board.make_from(0, 1, ::seL4_UntypedObject, 10);
  board.make_from(1, 2, ::seL4_UntypedObject, 8);
  board.make_from(2, 3, ::seL4_EndpointObject, 0, 3);
  board.copy({6}, {1});
  board.copy({6}, {3});
  board.mint({7}, {6}, 4);
  board.revoke({2});
  board.make_from(2, 3, ::seL4_EndpointObject, 0, 3);
  board.revoke({3});
  board.remove({2});
  board.copy({2}, {1});
  board.remove({3});
  board.remove({4});
  board.copy({2}, {1});
  board.remove({5});
  board.copy({2}, {1});
  board.make_from(2, 3, ::seL4_EndpointObject);
  board.make_from(1, 4, ::seL4_EndpointObject);
  board.revoke({1});
  board.remove({1});
  board.make_from(2, 3, ::seL4_EndpointObject);
  board.make_from(0, 4, ::seL4_UntypedObject, 10);
  board.revoke({0});
  for (Word i = 1; i < 6; ++i) board.make_from(0, i, ::seL4_UntypedObject, 10);
  board.remove({2});
  board.make_from(0, 2, ::seL4_UntypedObject, 10);
  for (Word i = 1; i < 5; ++i) board.remove({i});
  board.make_from(0, 1, ::seL4_UntypedObject, 12);
  board.begin("copies of untypeds share what is left");
  board.make(0, ::seL4_UntypedObject, 10);
  board.copy({1}, {0});
  board.make_from(0, 2, ::seL4_UntypedObject, 9);
  board.make_from(1, 3, ::seL4_UntypedObject, 9);
  board.make_from(1, 4, ::seL4_UntypedObject, 9);
  board.make_from(0, 5, ::seL4_UntypedObject, 9);
  board.revoke({1});
  board.revoke({0});
  board.begin("a large untyped is handed out and taken back in steps");
  board.watch(12);
  board.make(0, ::seL4_UntypedObject, 20);
  board.make_from(0, 1, ::seL4_UntypedObject, 19);
  board.make_from(1, 2, LargePage::object_type);
  board.make_from(1, 2, SmallFrame::object_type, 0, 9);
  board.copy({11}, {10});
  board.revoke({1});
  board.make_from(1, 2, SmallFrame::object_type, 0, 9);
  board.revoke({0});
}

/// A chain of untypeds as deep as there are slots, and a fan as wide.
void deep_and_wide(Board& board) {
  board.begin("deep");
  board.watch(Board::size);
  board.make(0, ::seL4_UntypedObject, 22);
  Word last = 0;
  for (Word i = 1; i + 6 < Board::size; ++i) {
    board.make_from(i - 1, i, ::seL4_UntypedObject, 22 - i);
    last = i;
  }
  board.make_from(last, last + 1, ::seL4_EndpointObject);
  board.mint({last + 2}, {last + 1}, 8);
  board.copy({last + 3}, {last + 2});
  board.remove({5});
  board.remove({9});
  board.make_from(4, 5, ::seL4_UntypedObject, 16);
  board.revoke({8});
  board.make_from(8, 9, ::seL4_UntypedObject, 12);
  board.revoke({0});
  board.begin("wide");
  board.watch(Board::size);
  board.make(0, ::seL4_EndpointObject);
  for (Word i = 1; i < Board::size; ++i) {
    if (i % 3 == 0) board.mint({i}, {0}, i);
    if (i % 3 == 1) board.copy({i}, {i - 1});
    if (i % 3 == 2) board.copy({i}, {0}, read_right);
  }
  board.revoke({12});
  board.revoke({2});
  board.revoke({3});
  board.remove({0});
  board.revoke({1});
  board.revoke({14});
}

}  // namespace

std::span<const Kind> all_kinds() noexcept { return kinds; }

void copies(Board& board) {
  for (const Kind& kind : kinds) each_kind(board, kind);
  tree(board, ::seL4_EndpointObject, "endpoints");
  tree(board, ::seL4_NotificationObject, "notifications");
  tree(board, SmallFrame::object_type, "frames");
  tree(board, ::seL4_ReplyObject, "reply objects");
  untypeds(board);
  deep_and_wide(board);
}

}  // namespace sel4::conformance
