// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

namespace sel4::conformance {

namespace {

/// Signals before, while and after someone waits, with badges that add up.
void signals(Scratch& scratch) {
  scratch.clear();
  const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
  const std::array<CPtr, 4> badged{
      minted(scratch, notification, 1), minted(scratch, notification, 6),
      minted(scratch, notification, ~Word{0}), minted(scratch, notification, 0)};
  const auto poll = [&](std::string_view what) {
    note_got("poll", nb_wait(notification));
    note_got("again", nb_wait(notification));
    tell_notes(what);
  };
  poll("none");
  sys::signal(badged[0]);
  poll("one");
  sys::signal(badged[0]);
  sys::signal(badged[1]);
  poll("two");
  sys::signal(badged[2]);
  sys::signal(badged[0]);
  poll("all bits");
  sys::signal(notification);
  poll("no badge");
  sys::signal(badged[3]);
  poll("badge 0");
  sys::send(badged[0], message(5, 3, 0), {});
  poll("sent with words");
  note_got("call", sys::call(badged[1], message(5, 3, 0), {}));
  poll("called");
  sys::nb_send(badged[1], message(1), {});
  poll("sent without waiting");
  note_got("got", sys::nb_send_wait(badged[1], message(2), {}, notification));
  poll("sent and waited for");
}

/// Several wait for one notification.
void waiters(Scratch& scratch) {
  for (int way = 0; way < 3; ++way) {
    scratch.clear();
    const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
    const CPtr badged = minted(scratch, notification, 2);
    Actor a{scratch, {.priority = 110}};
    Actor b{scratch, {.priority = 112}};
    Actor c{scratch, {.priority = 111}};
    const std::array<Actor*, 3> actors{&a, &b, &c};
    Word number = 0;
    auto body = [&] {
      const Word self = number++;
      note(self, " got ", wait(notification).cap);
      note(self, " got ", wait(notification).cap);
    };
    for (Actor* const actor : actors) actor->start(body);
    if (way == 1) must(ask(b.tcb(), InvocationLabel::tcb_suspend), "suspend");
    if (way == 2) {
      must(ask(a.tcb(), InvocationLabel::tcb_set_priority, {120}, {init_thread::tcb.cptr()}),
           "priority");
    }
    for (Word i = 0; i < 5; ++i) {
      note("signal");
      sys::signal(badged);
    }
    if (way == 1) must(ask(b.tcb(), InvocationLabel::tcb_resume), "resume");
    note_got("main", nb_wait(notification));
    tell_notes("waiters, way ", way);
  }
}

/// A notification bound to a thread that receives on endpoints.
void bound(Scratch& scratch) {
  enum class How : std::uint8_t {
    recv,
    nb_recv,
    wait,
    nb_wait,
    wait_itself,
    wait_other,
    send,
    call
  };
  constexpr std::array names{"Recv",           "NBRecv",          "Wait", "NBWait",
                             "Wait on itself", "Wait on another", "Send", "Call"};
  for (std::size_t how = 0; how < names.size(); ++how) {
    for (int way = 0; way < 6; ++way) {
      scratch.clear();
      const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
      const CPtr other = scratch.make(::seL4_NotificationObject, 0);
      const CPtr badged = minted(scratch, notification, 4);
      const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
      const CPtr to = minted(scratch, endpoint, 8);
      const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
      const CPtr our_reply = scratch.make(::seL4_ReplyObject, 0);
      Actor actor{scratch};
      Actor sender{scratch};
      auto receive = [&]() -> sys::Registers {
        switch (static_cast<How>(how)) {
          case How::recv:
            return recv(endpoint, reply);
          case How::nb_recv:
            return nb_recv(endpoint, reply);
          case How::wait:
            return wait(endpoint);
          case How::nb_wait:
            return nb_wait(endpoint);
          case How::wait_itself:
            return wait(notification);
          case How::wait_other:
            return wait(other);
          case How::send:
            sys::send(to, message(2), {});
            return {};
          default:
            return sys::call(to, message(2), {});
        }
      };
      auto body = [&] {
        note_got("first", receive());
        note_got("second", receive());
      };
      auto send = [&] {
        sys::send(to, message(6), {});
        note("sender through");
      };
      Text text;
      const auto bind = [&] {
        add_answer(text,
                   ask(actor.tcb(), InvocationLabel::tcb_bind_notification, {}, {notification}));
        text.add(' ');
      };
      if (way == 0 || way == 1 || way == 4 || way == 5) bind();
      if (way == 1) sys::signal(badged);
      if (way == 2) sys::signal(badged);
      if (way == 5) sender.start(send);
      if (way == 5) sys::signal(badged);
      actor.start(body);
      if (way == 2 || way == 3) bind();
      note("signal");
      sys::signal(badged);
      if (way == 4) {
        add_answer(text, ask(actor.tcb(), InvocationLabel::tcb_unbind_notification));
        sys::signal(badged);
      }
      note_got("main", nb_recv(endpoint, our_reply));
      sys::nb_send(to, message(7), {});
      // A thread may not wait for a notification that is bound to another.
      static_cast<void>(ask(actor.tcb(), InvocationLabel::tcb_unbind_notification));
      note_got("poll", nb_wait(notification));
      tell_notes("bound, ", names[how], ", way ", way, ", ", text.view());
    }
  }
  // Who else may wait for a notification that is bound.
  scratch.clear();
  const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
  Handler handler{scratch};
  Actor actor{scratch, {.fault_handler = handler.cap()}};
  Actor owner{scratch};
  auto body = [&] { note_got("it", wait(notification)); };
  actor.start(body);
  tell(ask(owner.tcb(), InvocationLabel::tcb_bind_notification, {}, {notification}),
       "binding what someone waits for");
  sys::signal(notification);
  tell(ask(owner.tcb(), InvocationLabel::tcb_bind_notification, {}, {notification}),
       "binding it afterwards");
  actor.start(body);
  Text text;
  handler.take_words(text, 2);
  tell_notes("waiting for another's, ", text.view());
  const CPtr limited = minted(scratch, scratch.make(::seL4_NotificationObject, 0), 0, write_right);
  tell(ask(actor.tcb(), InvocationLabel::tcb_bind_notification, {}, {limited}),
       "binding without the right to wait");
  const CPtr badged = minted(scratch, scratch.make(::seL4_NotificationObject, 0), 5);
  tell(ask(actor.tcb(), InvocationLabel::tcb_bind_notification, {}, {badged}),
       "binding through a badge");
}

/// A scheduling context bound to a notification serves whom the signal wakes.
void lending(Scratch& scratch) {
  for (int way = 0; way < 5; ++way) {
    scratch.clear();
    const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
    const CPtr badged = minted(scratch, notification, 4);
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    Actor owner{scratch};
    Actor passive{scratch, {.has_sched_context = false}};
    Text text;
    const auto answer = [&](const sys::Registers& got) {
      add_answer(text, got);
      text.add(' ');
    };
    auto body = [&] {
      note("passive runs");
      note_got("passive", way < 2 ? wait(notification) : recv(endpoint, reply));
      note_got("passive", way < 2 ? wait(notification) : recv(endpoint, reply));
      note_got("passive", wait(notification));
    };
    const auto context = owner.sched_context();
    answer(ask(context, InvocationLabel::sched_context_unbind));
    answer(ask(context, InvocationLabel::sched_context_bind, {}, {passive.tcb()}));
    passive.start(body);
    answer(ask(context, InvocationLabel::sched_context_unbind));
    answer(ask(context, InvocationLabel::sched_context_bind, {}, {notification}));
    if (way >= 2) {
      answer(ask(passive.tcb(), InvocationLabel::tcb_bind_notification, {}, {notification}));
    }
    note("signal");
    sys::signal(badged);
    if (way == 1 || way == 3) answer(ask(context, InvocationLabel::sched_context_unbind));
    note("signal");
    sys::signal(badged);
    if (way == 4) {
      answer(ask(context, InvocationLabel::sched_context_unbind_object, {}, {notification}));
    }
    note("signal");
    sys::signal(badged);
    sys::nb_send(endpoint, message(3), {});
    static_cast<void>(ask(passive.tcb(), InvocationLabel::tcb_unbind_notification));
    note_got("main", nb_wait(notification));
    tell_notes("lending, way ", way, ", ", text.view());
  }
}

}  // namespace

void notifications(Scratch& scratch) {
  signals(scratch);
  waiters(scratch);
  bound(scratch);
  lending(scratch);
}

}  // namespace sel4::conformance
