// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "fuzzer.hpp"

#include <sel4/sys/invoke.hpp>

#include <initializer_list>

namespace fuzz {

namespace {

using sel4::sys::InvocationLabel;
using sel4::sys::Registers;

constexpr Word slots = Word{1} << node_bits;

class Fuzzer {
 public:
  explicit Fuzzer(Room& room) noexcept : random_(room.random), buffer_(room.ipc_buffer.buffer) {}

  void step() noexcept {
    const Word choice = random_.below(16);
    if (choice < 4) {
      sensible();
    } else if (choice < 12) {
      any_invocation();
    } else {
      any_message();
    }
  }

 private:
  /// A slot's address: those that were full at first more often.
  [[nodiscard]] Word any_slot() noexcept {
    switch (random_.below(32)) {
      case 0:
        return random_.below(slots);
      case 1:
        return random_.below(4) == 0 ? random_.next() : 0;
      case 2:
      case 3:
      case 4:
        return first_empty + random_.below(24);
      default:
        return random_.below(first_empty);
    }
  }

  /// Where a message may go to or come from.
  [[nodiscard]] Word any_place() noexcept {
    return random_.below(8) == 0 ? any_slot() : first_place + random_.below(place_count);
  }
  [[nodiscard]] Word any_reply() noexcept {
    return random_.below(16) == 0 ? any_slot() : first_reply + reply_step * random_.below(3);
  }

  [[nodiscard]] Word any_word() noexcept {
    switch (random_.below(10)) {
      case 0:
        return random_.next();
      case 1:
        return ~Word{0} >> random_.below(64);
      case 2:
        return Word{1} << random_.below(64);
      case 3:
        return window + (random_.below(1024) << 12);
      case 4:
        return random_.below(256);
      case 5:
        return 0;
      case 6:
        return node_bits;
      default:
        return random_.below(16);
    }
  }

  Registers send(CPtr cap, InvocationLabel label, std::initializer_list<Word> words,
                 std::initializer_list<Word> caps) noexcept {
    std::array<Word, 4> first{};
    std::size_t length = 0;
    for (const Word word : words) {
      if (length < first.size()) first[length] = word;
      buffer_.msg[length++] = word;
    }
    std::size_t extra = 0;
    for (const Word cap_word : caps) buffer_.caps_or_badges[extra++] = cap_word;
    return sel4::sys::invoke(cap, label, extra, length, {first[0], first[1], first[2], first[3]});
  }

  /// An invocation that may well succeed.
  void sensible() noexcept {
    const Word to = random_.below(4) == 0 ? any_slot() : first_empty + random_.below(24);
    const CPtr node{node_slot};
    const Word from = any_slot();
    const CPtr cap{any_slot()};
    switch (random_.below(12)) {
      case 0:
      case 1:
        send(cap, InvocationLabel::untyped_retype,
             {random_.below(seL4_ObjectTypeCount + 1), random_.below(14), 0, 0, to,
              1 + random_.below(4)},
             {node_slot});
        break;
      case 2:
        send(node, InvocationLabel::cnode_copy, {to, node_bits, from, node_bits, random_.below(16)},
             {node_slot});
        break;
      case 3:
        send(node, InvocationLabel::cnode_mint,
             {to, node_bits, from, node_bits, random_.below(16), any_word()}, {node_slot});
        break;
      case 4:
        send(node, InvocationLabel::cnode_move, {to, node_bits, from, node_bits}, {node_slot});
        break;
      case 5:
        send(node, InvocationLabel::cnode_delete, {to, node_bits}, {});
        break;
      case 6:
        send(node,
             random_.below(4) == 0 ? InvocationLabel::cnode_revoke : InvocationLabel::cnode_delete,
             {from, node_bits}, {});
        break;
      case 7:
        send(node, InvocationLabel::cnode_rotate,
             {to, node_bits, 0, from, node_bits, 0, any_slot(), node_bits}, {node_slot, node_slot});
        break;
      case 8:
        send(cap, InvocationLabel::sched_context_bind, {}, {from});
        break;
      case 9:
        send(cap, InvocationLabel::tcb_set_sched_params, {random_.below(150), random_.below(150)},
             {any_slot(), from, any_slot()});
        break;
      case 10:
        send(cap, InvocationLabel::tcb_configure, {any_word(), 0, any_word() & ~Word{0x3ff}},
             {from, any_slot(), any_slot()});
        break;
      default:
        // Tables, frames, ASIDs: whatever maps something takes these.
        send(cap, any_label(), {window + (random_.below(64) << 12), random_.below(16), 3}, {from});
        break;
    }
  }

  [[nodiscard]] InvocationLabel any_label() noexcept {
    return static_cast<InvocationLabel>(random_.below(sel4::sys::invocation_label_count + 1));
  }

  void fill_buffer() noexcept {
    for (std::size_t i = 0; i < 12; ++i) buffer_.msg[i] = any_word();
    for (Word& cap : buffer_.caps_or_badges) cap = any_slot();
    buffer_.receiveCNode = random_.below(3) == 0 ? any_slot() : node_slot;
    buffer_.receiveIndex = any_slot();
    buffer_.receiveDepth = random_.below(4) == 0 ? any_word() : node_bits;
  }

  void any_invocation() noexcept {
    fill_buffer();
    const Word length = random_.below(4) == 0 ? random_.below(128) : random_.below(13);
    static_cast<void>(
        sel4::sys::invoke(CPtr{any_slot()}, any_label(), random_.below(4), length,
                          {buffer_.msg[0], buffer_.msg[1], buffer_.msg[2], buffer_.msg[3]}));
  }

  /// Any system call but those for debugging: one of them ends the machine.
  void any_message() noexcept {
    fill_buffer();
    const Word info = random_.below(16) == 0 ? random_.next()
                                             : sel4::MessageInfo{{.label = random_.below(100),
                                                                  .extra_caps = random_.below(4),
                                                                  .length = random_.below(16)}}
                                                   .words()[0];
    constexpr Word call_count = 11;
    constexpr Word nb_send_wait = 4;
    // Calls that wait less often than those that do not.
    Word call = 1 + random_.below(call_count);
    if (call < 8 && random_.below(2) == 0) call = 6;
    static_cast<void>(sel4::sys::arch::trap_nb_send_recv(
        ~call + 1, any_slot(), {any_slot(), info, any_word(), any_word(), any_word(), any_word()},
        any_slot()));
  }

  Random& random_;
  sel4::IpcBuffer& buffer_;
};

}  // namespace

void Room::operator()() noexcept {
  Fuzzer fuzzer{*this};
  for (;;) {
    // Counted first: a call may be the thread's last.
    static_cast<volatile Word&>(calls) = calls + 1;
    fuzzer.step();
  }
}

}  // namespace fuzz
