// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

#include <sel4/conformance/actor.hpp>

namespace sel4::conformance {

namespace {

MessageInfo info(Word label, Word length = 0, Word extra = 0) {
  return MessageInfo{{.label = label, .extra_caps = extra, .length = length}};
}

/// Sends once, says so when it is through, then waits on a second endpoint for ever.
struct Sender {
  Word number;
  CPtr endpoint;
  void operator()() const {
    sys::send(endpoint, info(number), {});
    note("sender ", number, " through");
  }
};

/// Takes what waits at the endpoint, without waiting.
void take_all(Board& board, Field endpoint) {
  const CPtr reply = board.scratch().make(::seL4_ReplyObject, 0);
  const CPtr cap = board.at(endpoint).root == init_thread::cnode.cptr()
                       ? CPtr{board.at(endpoint).index}
                       : CPtr{};
  for (int i = 0; i < 6; ++i) {
    const sys::Registers got = nb_recv(cap, reply);
    if (got.cap == 0) break;
    note("got badge ", got.cap, " label ", sys::message_info(got).label());
  }
  tell_notes("taken");
}

/// Senders with badges, and what taking back some of the sends does to the queue.
void cancelled_sends(Board& board) {
  struct Case {
    std::string_view name;
    void (*act)(Board& board);
  };
  constexpr std::array cases{
      Case{"nothing", [](Board&) {}},
      Case{"sends with badge 1 cancelled", [](Board& board) { board.cancel({1}); }},
      Case{"sends with badge 2 cancelled", [](Board& board) { board.cancel({2}); }},
      Case{"sends without badge cancelled", [](Board& board) { board.cancel({0}); }},
      Case{"badge 1 revoked", [](Board& board) { board.revoke({1}); }},
      Case{"badge 2 revoked", [](Board& board) { board.revoke({2}); }},
      Case{"all revoked", [](Board& board) { board.revoke({0}); }},
      Case{"badge 1 deleted", [](Board& board) { board.remove({1}); }},
      Case{"a capability with less rights cancelled",
           [](Board& board) {
             board.copy({5}, {1}, write_right | read_right);
             board.cancel({5});
           }},
      Case{"badge 1 deleted, then its sends cancelled through a copy",
           [](Board& board) {
             board.copy({5}, {1});
             board.remove({1});
             board.cancel({5});
           }},
  };
  for (const Case& c : cases) {
    board.begin(c.name);
    board.make(0, ::seL4_EndpointObject);
    board.mint({1}, {0}, 1);
    board.mint({2}, {0}, 2);
    board.copy({3}, {1});
    board.copy({6}, {0});
    {
      Scratch& scratch = board.scratch();
      Actor a{scratch};
      Actor b{scratch};
      Actor d{scratch};
      Actor e{scratch};
      Sender send_a{1, board.cap(1)};
      Sender send_b{2, board.cap(2)};
      Sender send_d{3, board.cap(3)};
      Sender send_e{4, board.cap(0)};
      a.start(send_a);
      b.start(send_b);
      d.start(send_d);
      e.start(send_e);
      c.act(board);
      tell_notes("meanwhile");
      take_all(board, {0});
      board.remove({0});
      board.remove({6});
      tell_notes("in the end");
    }
  }
}

/// An endpoint, a notification or a reply object goes while threads wait for it.
void waiting(Board& board) {
  enum class How : std::uint8_t { send, call, recv, wait, wait_notification };
  constexpr std::array names{"send", "call", "receive", "wait", "wait for a notification"};
  for (const How how : {How::send, How::call, How::recv, How::wait, How::wait_notification}) {
    for (int way = 0; way < 4; ++way) {
      board.begin("a thread that waits in ", names[static_cast<std::size_t>(how)], ", way ", way);
      board.make(6, ::seL4_UntypedObject, 12);
      board.make_from(
          6, 0, how == How::wait_notification ? ::seL4_NotificationObject : ::seL4_EndpointObject);
      board.mint({1}, {0}, 5);
      board.make_from(6, 2, ::seL4_ReplyObject);
      Actor actor{board.scratch()};
      const CPtr cap = board.cap(way == 1 ? 1 : 0);
      const CPtr reply = board.cap(2);
      auto body = [&] {
        sys::Registers got{};
        switch (how) {
          case How::send:
            sys::send(cap, info(3), {});
            break;
          case How::call:
            got = sys::call(cap, info(3), {});
            break;
          case How::recv:
            got = recv(cap, reply);
            break;
          default:
            got = wait(cap);
            break;
        }
        note("through, badge ", got.cap, " label ", sys::message_info(got).label());
        sys::send(cap, info(4), {});
        note("and again");
      };
      actor.start(body);
      tell_notes("started");
      switch (way) {
        case 0:
          board.remove({0});
          tell_notes("first deleted");
          board.remove({1});
          break;
        case 1:
          board.revoke({0});
          tell_notes("badge revoked");
          board.remove({0});
          break;
        case 2:
          board.revoke({6});
          break;
        default:
          board.remove({2});
          tell_notes("reply object deleted");
          board.step(ask(actor.tcb(), InvocationLabel::tcb_suspend), "suspend");
          board.step(ask(actor.tcb(), InvocationLabel::tcb_resume), "resume");
          tell_notes("resumed");
          board.step(ask(actor.tcb(), InvocationLabel::tcb_suspend), "suspend");
          board.remove({0});
          board.remove({1});
          board.step(ask(actor.tcb(), InvocationLabel::tcb_resume), "resume");
          break;
      }
      tell_notes("in the end");
    }
  }
}

/// A TCB holds its CSpace, which may be the one that holds the TCB.
void spaces(Board& board) {
  constexpr Word bits = 4;
  const auto configure = [&](Word tcb, Word node) {
    return board.step(ask(board.cap(tcb), InvocationLabel::tcb_configure, {0, 0, 0},
                          {board.cap(node), init_thread::vspace.cptr(), CPtr{}}),
                      "configure ", tcb, " with CSpace ", node);
  };
  const auto begin = [&](std::string_view name) {
    board.begin(name);
    board.make(0, ::seL4_TCBObject);
    board.make(1, ::seL4_CapTableObject, bits);
    board.make(2, ::seL4_EndpointObject);
    board.mint(in(1, 3, bits), {2}, 1);
    board.watch_inside(1, 6, bits);
    configure(0, 1);
  };
  begin("the CSpace of a thread is deleted");
  board.remove({1});
  board.mint({3}, {2}, 4);
  board.remove({0});
  board.revoke({2});
  begin("the CSpace of a thread is revoked");
  board.copy({4}, {1});
  board.copy({5}, {4});
  board.revoke({1});
  board.copy(in(1, 1, bits), {2});
  board.remove({0});
  begin("the CSpace is derived from the capability that is deleted");
  board.copy({4}, {1});
  board.remove({1});
  board.watch_inside(4, 6, bits);
  board.revoke({4});
  board.remove({4});
  board.remove({0});
  begin("the thread is in its own CSpace");
  board.move(in(1, 0, bits), {0});
  board.copy(in(1, 2, bits), {1});
  board.remove({1});
  board.copy({3}, {2});
  begin("the only capability to the CSpace is the thread's, that to the thread in it");
  board.move(in(1, 0, bits), {0});
  board.copy({5}, {2});
  board.remove({1});
  board.revoke({2});
  begin("the thread is revoked by its untyped");
  board.make(4, ::seL4_UntypedObject, 13);
  board.make_from(4, 5, ::seL4_TCBObject);
  board.copy(in(1, 4, bits), {5});
  configure(5, 1);
  board.move(in(1, 5, bits), {5});
  board.revoke({4});
  board.remove({1});
  begin("two threads in each other's CSpace");
  board.make(4, ::seL4_TCBObject);
  board.make(5, ::seL4_CapTableObject, bits);
  configure(4, 5);
  board.move(in(5, 1, bits), {0});
  board.move(in(1, 1, bits), {4});
  board.copy(in(5, 2, bits), {1});
  board.copy(in(1, 2, bits), {5});
  board.remove({1});
  board.watch_inside(5, 6, bits);
  board.show("one left");
  board.remove({5});
  board.revoke({2});
  begin("the thread changes its CSpace");
  board.make(5, ::seL4_CapTableObject, bits);
  board.remove({1});
  board.copy({1}, {2});
  configure(0, 5);
  board.remove({5});
  board.remove({0});
}

/// What a scheduling context, a reply object or a notification has to do with a thread ends with
/// either of the two.
void bindings(Board& board) {
  const auto bind = [&](Word context, Word object) {
    board.step(
        ask(board.cap(context), InvocationLabel::sched_context_bind, {}, {board.cap(object)}),
        "bind ", context, " to ", object);
  };
  const auto bind_notification = [&](Word tcb, Word notification) {
    board.step(
        ask(board.cap(tcb), InvocationLabel::tcb_bind_notification, {}, {board.cap(notification)}),
        "bind thread ", tcb, " and notification ", notification);
  };
  const auto begin = [&](std::string_view name) {
    board.begin(name);
    board.make(0, ::seL4_TCBObject, 0, 2);
    board.make(2, ::seL4_SchedContextObject, 8, 2);
    board.make(4, ::seL4_NotificationObject, 0, 2);
    board.copy({6}, {0});
    board.copy({7}, {4});
  };
  begin("a thread goes, its notification and context are free");
  bind(2, 0);
  bind_notification(0, 4);
  bind(2, 1);
  bind(3, 0);
  bind(2, 4);
  bind_notification(1, 4);
  bind_notification(0, 5);
  board.remove({0});
  bind(2, 1);
  bind_notification(1, 4);
  board.remove({6});
  bind(2, 1);
  bind_notification(1, 4);
  begin("a context goes, its thread is free");
  bind(2, 0);
  board.remove({2});
  bind(3, 0);
  begin("a notification goes, its thread and context are free");
  bind(2, 4);
  bind_notification(0, 4);
  board.remove({4});
  bind(3, 7);
  board.remove({7});
  bind(2, 5);
  bind_notification(0, 5);
  begin("unbinding what is and what is not bound");
  bind(2, 0);
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind_object, {}, {board.cap(1)}),
             "unbind another thread");
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind_object, {}, {board.cap(4)}),
             "unbind a notification");
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind_object, {}, {board.cap(6)}),
             "unbind its thread");
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind_object, {}, {board.cap(0)}),
             "unbind it again");
  bind(2, 7);
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind), "unbind all");
  bind(2, 0);
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind), "unbind all");
  board.step(ask(board.cap(2), InvocationLabel::sched_context_unbind), "unbind all");
  bind(2, 1);
  board.step(ask(board.cap(0), InvocationLabel::tcb_unbind_notification), "unbind none");
  bind_notification(0, 4);
  board.step(ask(board.cap(0), InvocationLabel::tcb_unbind_notification), "unbind one");
  bind_notification(1, 4);
}

}  // namespace

void threads(Board& board) {
  set_main_priority();
  cancelled_sends(board);
  waiting(board);
  spaces(board);
  bindings(board);
}

}  // namespace sel4::conformance
