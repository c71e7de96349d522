// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "space.hpp"

#include <sel4/conformance/handler.hpp>

namespace sel4::conformance {

namespace {

enum class Call : std::uint8_t {
  send,
  nb_send,
  call,
  recv,
  nb_recv,
  recv_reply,
  wait,
  nb_wait,
  reply_recv,
  reply_recv_reply,
  nb_send_recv_destination,
  nb_send_recv_source,
  nb_send_wait_destination,
  nb_send_wait_source,
  first_extra,
  third_extra,
};
constexpr std::array call_names{"Send",
                                "NBSend",
                                "Call",
                                "Recv",
                                "NBRecv",
                                "Recv's reply object",
                                "Wait",
                                "NBWait",
                                "ReplyRecv",
                                "ReplyRecv's reply object",
                                "NBSendRecv's destination",
                                "NBSendRecv's source",
                                "NBSendWait's destination",
                                "NBSendWait's source",
                                "Send with it as the first capability",
                                "Send with it as the third capability"};

constexpr CPtr good{Space::in_root(2)};

MessageInfo info(Word extra = 0) { return MessageInfo{{.label = 1, .extra_caps = extra}}; }

void make(Call call, Word address) {
  const CPtr cap{address};
  IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
  sys::Registers got{};
  switch (call) {
    case Call::send:
      sys::send(cap, info(), {});
      break;
    case Call::nb_send:
      sys::nb_send(cap, info(), {});
      break;
    case Call::call:
      got = sys::call(cap, info(), {});
      break;
    case Call::recv:
      got = recv(cap, good);
      break;
    case Call::nb_recv:
      got = nb_recv(cap, good);
      break;
    case Call::recv_reply:
      got = recv(good, CPtr{address});
      break;
    case Call::wait:
      got = wait(cap);
      break;
    case Call::nb_wait:
      got = nb_wait(cap);
      break;
    case Call::reply_recv:
      got = sys::reply_recv(cap, info(), {}, good.bits());
      break;
    case Call::reply_recv_reply:
      got = sys::reply_recv(good, info(), {}, address);
      break;
    case Call::nb_send_recv_destination:
      got = sys::nb_send_recv(cap, info(), {}, good, good.bits());
      break;
    case Call::nb_send_recv_source:
      got = sys::nb_send_recv(good, info(), {}, cap, good.bits());
      break;
    case Call::nb_send_wait_destination:
      got = sys::nb_send_wait(cap, info(), {}, good);
      break;
    case Call::nb_send_wait_source:
      got = sys::nb_send_wait(good, info(), {}, cap);
      break;
    case Call::first_extra:
      buffer.caps_or_badges[0] = address;
      sys::send(good, info(1), {});
      break;
    case Call::third_extra:
      buffer.caps_or_badges[0] = good.bits();
      buffer.caps_or_badges[1] = good.bits();
      buffer.caps_or_badges[2] = address;
      sys::send(good, info(3), {});
      break;
  }
  note("through, badge ", got.cap, " label ", sys::message_info(got).label());
}

/// Every system call on every address. What waits there says nothing more; the next call begins
/// anew.
void system_calls(Board& board) {
  board.begin("system calls");
  const Space space{board};
  static_cast<void>(space);
  Handler handler{board.scratch()};
  Actor actor{board.scratch(),
              {.fault_handler = handler.cap(),
               .cspace_root = board.cap(Space::root),
               .cspace_guard = Space::root_guard << 6 | Space::root_guard_bits}};
  for (std::size_t call = 0; call < call_names.size(); ++call) {
    for (const Address& address : addresses) {
      auto body = [&] {
        make(static_cast<Call>(call), address.bits);
        static_cast<void>(wait(good));
      };
      actor.start(body);
      Text text;
      handler.take_words(text);
      line(call_names[call], ", ", address.name, ": ", text.view(), notes().is_empty() ? "" : "; ",
           notes().view());
      notes().clear();
      must(ask(actor.tcb(), InvocationLabel::tcb_suspend), "the actor does not stop");
    }
  }
}

/// Invocations by an actor of that CSpace: the object and the other capabilities that are named.
void invocations(Board& board) {
  board.begin("invocations");
  const Space space{board};
  static_cast<void>(space);
  Handler handler{board.scratch()};
  Actor actor{board.scratch(),
              {.fault_handler = handler.cap(),
               .cspace_root = board.cap(Space::root),
               .cspace_guard = Space::root_guard << 6 | Space::root_guard_bits}};
  constexpr CPtr thread{Space::in_root(4)};
  for (int which = 0; which < 4; ++which) {
    for (const Address& address : addresses) {
      const CPtr cap{address.bits};
      const Word priority = 3;
      auto body = [&] {
        sys::Registers got{};
        switch (which) {
          case 0:
            got = ask(thread, InvocationLabel::tcb_set_priority, {priority}, {cap});
            break;
          case 1:
            got = ask(thread, InvocationLabel::tcb_configure, {0, 0, 0}, {thread, cap, thread});
            break;
          case 2:
            got = ask(thread, InvocationLabel::tcb_set_sched_params, {0, 0}, {thread, thread, cap});
            break;
          default:
            got = ask(thread, InvocationLabel::tcb_bind_notification, {}, {cap});
            break;
        }
        Text text;
        add_answer(text, got);
        note(text.view());
        static_cast<void>(wait(good));
      };
      actor.start(body);
      Text text;
      handler.take_words(text);
      line("invocation ", which, ", ", address.name, ": ", text.view(),
           notes().is_empty() ? "" : "; ", notes().view());
      notes().clear();
      must(ask(actor.tcb(), InvocationLabel::tcb_suspend), "the actor does not stop");
    }
  }
}

/// Guards that a thread's CSpace is configured with.
void guards(Board& board) {
  board.begin("guards");
  const Space space{board};
  static_cast<void>(space);
  Handler handler{board.scratch()};
  Actor actor{board.scratch(), {.fault_handler = handler.cap()}};
  for (const Word size :
       {Word{0}, Word{1}, Word{4}, Word{32}, Word{58}, Word{60}, Word{61}, Word{62}, Word{63}}) {
    for (const Word guard : {Word{0}, Word{1}, ~Word{0} >> 6}) {
      tell(ask(actor.tcb(), InvocationLabel::tcb_set_space, {guard << 6 | size, 0},
               {handler.cap(), board.cap(Space::root), init_thread::vspace.cptr()}),
           "guard of ", size, " bits, ", hex(guard));
      for (const Word address : {Word{2}, Word{2} << (60 - std::min<Word>(size, 60)),
                                 guard << 4 | 2, Word{0x12} << 58}) {
        auto body = [&] {
          sys::nb_send(CPtr{address}, info(), {});
          note("through");
          static_cast<void>(wait(CPtr{address}));
        };
        actor.start(body);
        Text text;
        handler.take_words(text);
        line(hex(address), ": ", text.view(), notes().is_empty() ? "" : "; ", notes().view());
        notes().clear();
        must(ask(actor.tcb(), InvocationLabel::tcb_suspend), "the actor does not stop");
      }
    }
  }
}

}  // namespace

void faulting(Board& board) {
  system_calls(board);
  invocations(board);
  guards(board);
}

}  // namespace sel4::conformance
