// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

namespace sel4::conformance {

namespace {

constexpr Word node_bits = 2;
constexpr Word node_slots = Word{1} << node_bits;

Field inside(Word own, Word index) { return in(own, index, node_bits); }

/// New CNodes at the board's slots from `first` on.
void make_nodes(Board& board, Word first, Word count) {
  board.make(first, ::seL4_CapTableObject, node_bits, count);
}

void holding_itself(Board& board) {
  for (const bool is_revoked : {false, true}) {
    board.begin("a CNode that holds itself, ", is_revoked ? "revoked" : "deleted");
    make_nodes(board, 0, 1);
    board.make(1, ::seL4_EndpointObject);
    board.watch_inside(0, node_slots, node_bits);
    board.copy(inside(0, 1), {0});
    board.copy(inside(0, 2), {1});
    board.mint(inside(0, 3), {1}, 3);
    if (is_revoked) board.revoke({0});
    board.remove({0});
    board.revoke({1});
    board.remove({1});
  }
  board.begin("the only capability to a CNode is in itself");
  make_nodes(board, 0, 1);
  board.make(1, ::seL4_EndpointObject);
  board.copy(inside(0, 2), {1});
  board.copy({2}, {0});
  board.move(inside(0, 1), {0});
  board.remove(in(2, 1, node_bits));
  board.revoke({1});
  board.remove({2});
  board.begin("a CNode deletes itself through itself");
  make_nodes(board, 0, 1);
  board.make(1, ::seL4_EndpointObject);
  board.copy(inside(0, 2), {1});
  board.move(inside(0, 0), {0});
  board.show("gone");
  board.revoke({1});
  board.remove({1});
}

void cycles(Board& board) {
  for (Word count = 2; count <= 5; ++count) {
    for (Word first = 0; first < 2; ++first) {
      board.begin("a cycle of ", count, " CNodes, deleted from ", first);
      make_nodes(board, 0, count);
      board.make(6, ::seL4_EndpointObject);
      for (Word i = 0; i < count; ++i) {
        board.copy(inside(i, 1), {(i + 1) % count});
        board.mint(inside(i, 2), {6}, i + 1);
      }
      for (Word i = 0; i < count; ++i) {
        board.watch_inside((first + i) % count, node_slots, node_bits);
        board.remove({(first + i) % count});
      }
      board.watch_inside(0, 0, 0);
      board.cancel({6});
      board.revoke({6});
    }
  }
  board.begin("two CNodes hold the last capability to each other");
  make_nodes(board, 0, 2);
  board.copy({2}, {0});
  board.copy({3}, {1});
  board.make(6, ::seL4_EndpointObject);
  board.copy(inside(0, 3), {6});
  board.copy(inside(1, 3), {6});
  board.move(inside(0, 1), {1});
  board.move(inside(1, 1), {0});
  board.remove({3});
  board.watch_inside(2, node_slots, node_bits);
  board.show("before");
  board.remove({2});
}

/// The last capability to each is in the one before.
void chains(Board& board) {
  for (Word depth = 1; depth <= 12; depth += depth < 4 ? 1 : 4) {
    for (const bool is_revoked : {false, true}) {
      board.begin("a chain of ", depth + 1, " CNodes, ", is_revoked ? "revoked" : "deleted");
      board.watch(depth + 4);
      board.make(0, ::seL4_UntypedObject, 14);
      board.make_from(0, 1, ::seL4_CapTableObject, node_bits, depth + 1);
      const Word endpoint = depth + 2;
      board.make(endpoint, ::seL4_EndpointObject);
      for (Word i = depth + 1; i > 1; --i) {
        board.mint(inside(i, 3), {endpoint}, i);
        board.move(inside(i - 1, i % node_slots), {i});
      }
      board.watch_inside(1, node_slots, node_bits);
      if (is_revoked) {
        board.revoke({0});
      } else {
        board.remove({1});
      }
      board.copy({depth + 3}, {endpoint});
      board.make_from(0, 1, ::seL4_UntypedObject, 14);
    }
  }
}

/// What is inside goes with the CNode if it is the last, and its derived capabilities stay.
void contents(Board& board) {
  for (const Kind& kind : all_kinds()) {
    board.begin(kind.name, " in a deleted CNode");
    kind.make(board);
    make_nodes(board, 3, 1);
    board.watch_inside(3, node_slots, node_bits);
    board.move(inside(3, 0), {0});
    board.copy({1}, inside(3, 0));
    board.copy(inside(3, 2), inside(3, 0));
    board.copy({2}, inside(3, 2));
    board.remove({3});
    board.revoke({1});
    board.revoke({2});
    board.remove({1});
    board.remove({2});
    board.revoke({7});
  }
  for (const bool by_revoke : {false, true}) {
    board.begin("capabilities across CNodes, ", by_revoke ? "revoked" : "deleted");
    board.watch(10);
    make_nodes(board, 0, 3);
    board.make(4, ::seL4_EndpointObject);
    board.watch_inside(1, node_slots, node_bits);
    board.mint(inside(0, 0), {4}, 1);
    board.copy(inside(1, 0), inside(0, 0));
    board.copy(inside(2, 0), inside(1, 0));
    board.mint(inside(1, 1), {4}, 2);
    board.copy(inside(0, 1), inside(1, 1));
    board.move(inside(2, 3), inside(1, 1));
    board.copy({5}, inside(2, 3));
    board.copy({6}, inside(2, 0));
    if (by_revoke) {
      board.revoke(inside(0, 0));
      board.revoke(inside(2, 3));
      board.revoke({4});
    } else {
      board.remove({1});
      board.remove({0});
      board.revoke({5});
      board.remove({4});
      board.revoke({6});
    }
  }
  board.begin("an untyped whose objects are in a CNode of its own memory");
  board.make(0, ::seL4_UntypedObject, 13);
  board.make_from(0, 1, ::seL4_CapTableObject, node_bits);
  board.make_from(0, 2, ::seL4_EndpointObject, 0, 2);
  board.make_from(0, 4, ::seL4_UntypedObject, 10);
  board.make_from(4, 5, ::seL4_CapTableObject, node_bits);
  board.copy(inside(5, 0), {4});
  board.move(inside(5, 1), {1});
  board.move(inside(5, 2), {2});
  board.copy(inside(5, 3), {0});
  board.watch_inside(5, node_slots, node_bits);
  board.move(inside(5, 3), {4});
  board.revoke({4});
  board.revoke({0});
  board.begin("an untyped in a CNode made of it");
  board.make(0, ::seL4_UntypedObject, 13);
  board.make_from(0, 1, ::seL4_CapTableObject, node_bits);
  board.watch_inside(1, node_slots, node_bits);
  board.move(inside(1, 2), {0});
  board.copy({3}, inside(1, 2));
  board.revoke(inside(1, 2));
  board.show("afterwards");
}

/// Retype and cancel in slots that the operation itself concerns.
void itself(Board& board) {
  board.begin("operations on the CNode's own slot");
  make_nodes(board, 0, 2);
  board.watch_inside(0, node_slots, node_bits);
  board.copy(inside(0, 0), {0});
  board.copy(in(0, 0, 2), in(0, 0, 2));
  board.move(inside(0, 1), inside(0, 0));
  board.rotate(inside(0, 2), inside(0, 1), {0});
  board.show("rotated");
  board.move({0}, {1});
  board.rotate({2}, {0}, {1});
  board.mutate({3}, {0}, Word{1} << 6 | 1);
  board.watch_inside(3, node_slots, node_bits);
  board.show("with a guard");
  board.copy(in(3, 5, 3), {3});
  board.copy(in(3, 4, 3), {3});
  board.copy(in(3, 6, 3), in(3, 5, 3));
  board.revoke(in(3, 5, 3));
  board.remove({3});
  board.revoke(in(3, 5, 3));
}

}  // namespace

void nodes(Board& board) {
  holding_itself(board);
  cycles(board);
  chains(board);
  contents(board);
  itself(board);
}

}  // namespace sel4::conformance
