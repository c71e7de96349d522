// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

namespace sel4::conformance {

namespace {

/// A caller and what happens to the reply object before the answer.
void objects(Scratch& scratch) {
  for (int way = 0; way < 14; ++way) {
    scratch.clear();
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr badged = minted(scratch, endpoint, 3);
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    const CPtr second = scratch.make(::seL4_ReplyObject, 0);
    const CPtr spare = scratch.slot().cptr();
    Actor caller{scratch};
    Actor another{scratch};
    auto call = [&] { note_got("caller", sys::call(badged, message(1), {})); };
    auto call_too = [&] { note_got("another", sys::call(badged, message(2), {})); };
    caller.start(call);
    note_got("main", nb_recv(endpoint, reply));
    Text text;
    switch (way) {
      case 0:
        sys::send(reply, message(10), {});
        sys::send(reply, message(11), {});
        break;
      case 1:
        add_answer(text, move(place_of(spare), place_of(reply)));
        sys::send(spare, message(10), {});
        break;
      case 2:
        add_answer(text, copy(place_of(spare), place_of(reply)));
        add_answer(text, remove(place_of(reply)));
        sys::send(spare, message(10), {});
        break;
      case 3:
        add_answer(text, remove(place_of(reply)));
        break;
      case 4:
        add_answer(text, copy(place_of(spare), place_of(reply)));
        add_answer(text, revoke(place_of(reply)));
        sys::send(reply, message(10), {});
        break;
      case 5:  // The same object for another caller: the first has none then.
        another.start(call_too);
        note_got("main", nb_recv(endpoint, reply));
        sys::send(reply, message(10), {});
        break;
      case 6:  // Nobody calls, and yet the object is taken for it.
        note_got("main", nb_recv(endpoint, reply));
        sys::send(reply, message(10), {});
        break;
      case 7:
        add_answer(text, remove(place_of(caller.tcb())));
        sys::send(reply, message(10), {});
        another.start(call_too);
        note_got("main", nb_recv(endpoint, reply));
        sys::send(reply, message(11), {});
        break;
      case 8:
        add_answer(text, ask(caller.tcb(), InvocationLabel::tcb_suspend));
        sys::send(reply, message(10), {});
        add_answer(text, ask(caller.tcb(), InvocationLabel::tcb_resume));
        break;
      case 9:
        add_answer(text, ask(caller.tcb(), InvocationLabel::tcb_resume));
        sys::send(reply, message(10), {});
        note_got("main", nb_recv(endpoint, reply));
        break;
      case 10:
        another.start(call_too);
        note_got("main", nb_recv(endpoint, second));
        sys::send(second, message(10), {});
        sys::send(reply, message(11), {});
        break;
      case 11:
        note_got("main", sys::call(reply, message(10), {}));
        break;
      case 12:
        sys::nb_send(reply, message(10), {});
        break;
      default:  // Someone else has to be there to be received from.
        another.start(call_too);
        note_got("main", sys::nb_send_recv(reply, message(10), {}, endpoint, second.bits()));
        break;
    }
    tell_notes("reply object, way ", way, ", ", text.view());
  }
}

/// A server that answers and receives in one, with and without time of its own.
struct Server {
  std::string_view name;
  CPtr endpoint;
  CPtr reply;
  CPtr next{};
  CPtr ready{};

  void operator()() const {
    note(name, " starts");
    sys::Registers got = ready.is_null()
                             ? recv(endpoint, reply)
                             : sys::nb_send_recv(ready, message(0), {}, endpoint, reply.bits());
    for (;;) {
      note_got(name, got);
      const auto label = sys::message_info(got).label();
      if (!next.is_null()) note_got(name, sys::call(next, message(label + 1), {}));
      got = sys::reply_recv(endpoint, message(label + 100), {}, reply.bits());
    }
  }
};

/// A chain of servers of which some have no time of their own, and what happens when one of the
/// chain goes, while the last one keeps its caller waiting.
void chains(Scratch& scratch) {
  for (Word passive = 0; passive < 4; ++passive) {
    for (int way = 0; way < 14; ++way) {
      scratch.clear();
      const std::array<CPtr, 3> endpoints{scratch.make(::seL4_EndpointObject, 0),
                                          scratch.make(::seL4_EndpointObject, 0),
                                          scratch.make(::seL4_EndpointObject, 0)};
      const std::array<CPtr, 3> objects{scratch.make(::seL4_ReplyObject, 0),
                                        scratch.make(::seL4_ReplyObject, 0),
                                        scratch.make(::seL4_ReplyObject, 0)};
      const CPtr ready = scratch.make(::seL4_NotificationObject, 0);
      Handler handler{scratch};
      Actor a{scratch, {.fault_handler = handler.cap()}};
      Actor b{scratch, {.fault_handler = handler.cap()}};
      Actor client{scratch, {.fault_handler = handler.cap()}};
      Server server_a{"a", endpoints[0], objects[0], endpoints[1], ready};
      Server server_b{"b", endpoints[1], objects[1], endpoints[2], ready};
      Text text;
      const auto answer = [&](const sys::Registers& got) {
        add_answer(text, got);
        text.add(' ');
      };
      a.start(server_a);
      b.start(server_b);
      if ((passive & 1) != 0)
        must(ask(a.sched_context(), InvocationLabel::sched_context_unbind), "a");
      if ((passive & 2) != 0)
        must(ask(b.sched_context(), InvocationLabel::sched_context_unbind), "b");
      auto call = [&] { note_got("client", sys::call(endpoints[0], message(1), {})); };
      client.start(call);
      // The last server is this thread, which has time of its own.
      note_got("main", nb_recv(endpoints[2], objects[2]));
      const auto bind = [&](const Actor& context, const Actor& thread) {
        answer(
            ask(context.sched_context(), InvocationLabel::sched_context_bind, {}, {thread.tcb()}));
      };
      const auto unbind = [&](const Actor& context) {
        answer(ask(context.sched_context(), InvocationLabel::sched_context_unbind));
      };
      switch (way) {
        case 1:
          answer(remove(place_of(client.tcb())));
          break;
        case 2:
          answer(remove(place_of(objects[0])));
          break;
        case 3:
          answer(remove(place_of(objects[1])));
          break;
        case 4:
          answer(remove(place_of(a.tcb())));
          break;
        case 5:
          answer(ask(a.tcb(), InvocationLabel::tcb_suspend));
          answer(ask(a.tcb(), InvocationLabel::tcb_resume));
          break;
        case 6:
          answer(ask(b.tcb(), InvocationLabel::tcb_suspend));
          answer(ask(b.tcb(), InvocationLabel::tcb_resume));
          break;
        case 7:
          unbind(client);
          bind(client, b);
          break;
        case 8:
          answer(remove(place_of(client.sched_context())));
          break;
        case 12:
          unbind(client);
          break;
        case 13:
          answer(ask(client.sched_context(), InvocationLabel::sched_context_unbind_object, {},
                     {b.tcb()}));
          bind(client, b);
          break;
        case 9:
          answer(remove(place_of(objects[2])));
          break;
        case 10:
          sys::send(objects[0], message(50), {});
          break;
        case 11:
          sys::send(objects[1], message(60), {});
          break;
        default:
          break;
      }
      note("answer");
      if (way != 9) {
        sys::send(objects[2], message(9), {});
        note_got("main", nb_recv(endpoints[2], objects[2]));
      }
      Text fault;
      handler.take_words(fault, 2);
      // Whose is whose scheduling context now.
      bind(client, client);
      bind(a, a);
      bind(b, b);
      tell_notes("chain ", passive, ", way ", way, ", ", text.view(), ", ", fault.view());
    }
  }
}

/// Servers without time: started before they have any, called before and after they wait.
void passive_servers(Scratch& scratch) {
  for (int way = 0; way < 7; ++way) {
    scratch.clear();
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    Handler handler{scratch};
    Actor server{scratch, {.fault_handler = handler.cap(), .has_sched_context = false}};
    Actor client{scratch};
    Actor second{scratch};
    Server serve{"server", endpoint, reply};
    Text text;
    const auto answer = [&](const sys::Registers& got) {
      add_answer(text, got);
      text.add(' ');
    };
    auto call = [&] { note_got("client", sys::call(endpoint, message(1), {})); };
    auto send = [&] {
      sys::send(endpoint, message(2), {});
      note("sent");
    };
    server.start(serve);
    note("no time yet");
    if (way != 6) {
      answer(ask(second.sched_context(), InvocationLabel::sched_context_unbind));
      answer(ask(second.sched_context(), InvocationLabel::sched_context_bind, {}, {server.tcb()}));
      answer(ask(second.sched_context(), InvocationLabel::sched_context_unbind_object, {},
                 {server.tcb()}));
    }
    switch (way) {
      case 0:
        client.start(call);
        break;
      case 1:
        client.start(send);
        break;
      case 2:
        sys::nb_send(endpoint, message(3), {});
        note("main sent");
        client.start(call);
        break;
      case 3:
        client.start(send);
        note("bind");
        answer(
            ask(second.sched_context(), InvocationLabel::sched_context_bind, {}, {server.tcb()}));
        break;
      case 4:
        client.start(call);
        client.start(call);
        answer(ask(client.sched_context(), InvocationLabel::sched_context_unbind));
        client.start(call);
        break;
      case 5:
        client.start(call);
        answer(ask(server.tcb(), InvocationLabel::tcb_suspend));
        client.start(call);
        answer(ask(server.tcb(), InvocationLabel::tcb_resume));
        break;
      default:
        client.start(call);
        answer(ask(second.sched_context(), InvocationLabel::sched_context_unbind));
        answer(
            ask(second.sched_context(), InvocationLabel::sched_context_bind, {}, {server.tcb()}));
        break;
    }
    Text fault;
    handler.take_words(fault, 2);
    tell_notes("passive, way ", way, ", ", text.view(), ", ", fault.view());
  }
}

}  // namespace

void replies(Scratch& scratch) {
  objects(scratch);
  chains(scratch);
  passive_servers(scratch);
}

}  // namespace sel4::conformance
