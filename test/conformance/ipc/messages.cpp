// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

namespace sel4::conformance {

namespace {

enum class Call : std::uint8_t {
  send,
  nb_send,
  call,
  recv,
  nb_recv,
  wait,
  nb_wait,
  reply_recv,
  nb_send_recv,
  nb_send_wait
};
constexpr std::array call_names{"Send", "NBSend", "Call",      "Recv",       "NBRecv",
                                "Wait", "NBWait", "ReplyRecv", "NBSendRecv", "NBSendWait"};

sys::Registers make(Call call, CPtr cap, CPtr reply, MessageInfo info, CPtr other = {}) {
  const sys::ShortMessage words{.mr0 = 0xa0, .mr1 = 0xa1, .mr2 = 0xa2, .mr3 = 0xa3};
  switch (call) {
    case Call::send:
      sys::send(cap, info, words);
      return {};
    case Call::nb_send:
      sys::nb_send(cap, info, words);
      return {};
    case Call::call:
      return sys::call(cap, info, words);
    case Call::recv:
      return recv(cap, reply);
    case Call::nb_recv:
      return nb_recv(cap, reply);
    case Call::wait:
      return wait(cap);
    case Call::nb_wait:
      return nb_wait(cap);
    case Call::reply_recv:
      return sys::reply_recv(cap, info, words, reply.bits());
    case Call::nb_send_recv:
      return sys::nb_send_recv(other, info, words, cap, reply.bits());
    case Call::nb_send_wait:
      return sys::nb_send_wait(other, info, words, cap);
  }
  return {};
}

/// Each system call through capabilities with each combination of rights, to endpoints and
/// notifications where the other side waits, or does not.
void rights(Scratch& scratch) {
  for (const Word type : {::seL4_EndpointObject, ::seL4_NotificationObject}) {
    for (std::size_t call = 0; call < call_names.size(); ++call) {
      for (const bool is_expected : {false, true}) {
        for (Word right = 0; right <= all_rights; ++right) {
          scratch.clear();
          const CPtr object = scratch.make(type, 0);
          const CPtr limited = minted(scratch, object, 6, right);
          const CPtr badged = minted(scratch, object, 5);
          const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
          const CPtr other_reply = scratch.make(::seL4_ReplyObject, 0);
          const CPtr other = scratch.make(::seL4_EndpointObject, 0);
          Handler handler{scratch};
          Actor peer{scratch};
          Actor actor{scratch, {.fault_handler = handler.cap()}};
          const bool sends = call < 3;
          auto wait_for_it = [&] {
            if (sends) {
              note_got("peer", recv(object, other_reply));
            } else {
              sys::send(badged, message(7, 1), {});
              note("peer sent");
            }
          };
          if (is_expected) peer.start(wait_for_it);
          auto body = [&] {
            const sys::Registers got =
                make(static_cast<Call>(call), limited, reply, message(3, 2), other);
            if (sends) {
              note("sent");
            } else {
              note_got("actor", got);
            }
          };
          actor.start(body);
          Text text;
          // Addresses of slots depend on the image's size: whose it is instead.
          if (handler.take_words(text, 2)) {
            text.add(handler.word(1) == limited.bits() ? " its" : " another's");
          }
          if (notes().is_empty()) note("nothing");
          line(type == ::seL4_EndpointObject ? "endpoint" : "notification", ", ", call_names[call],
               is_expected ? ", expected" : "", ", rights ", right, ": ", notes().view(), "; ",
               text.view());
          notes().clear();
        }
      }
    }
  }
}

/// What arrives of messages of all lengths, with and without IPC buffers on either side.
void lengths(Scratch& scratch) {
  constexpr std::array<Word, 14> lengths{0, 1, 2, 3, 4, 5, 6, 60, 119, 120, 121, 125, 126, 127};
  for (const bool sender_has : {true, false}) {
    for (const bool receiver_has : {true, false}) {
      for (const bool is_reply : {false, true}) {
        for (const Word length : lengths) {
          scratch.clear();
          const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
          const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
          Actor sender{scratch, {.has_ipc_buffer = sender_has}};
          Actor receiver{scratch, {.has_ipc_buffer = receiver_has}};
          for (Word i = 0; i < 120; ++i) sender.ipc_buffer().msg[i] = 100 + i;
          for (Word i = 0; i < 120; ++i) receiver.ipc_buffer().msg[i] = 0;
          Word tail = 0;
          const auto look_at = [&](const sys::Registers& got) {
            note_got("receiver", got);
            const std::array<Word, 4> words{got.mr0, got.mr1, got.mr2, got.mr3};
            const Word count = sys::message_info(got).length();
            for (Word i = 0; i < 4 && i < count; ++i) note(words[i]);
            for (Word i = 4; i < 120; ++i) {
              if (receiver.ipc_buffer().msg[i] == 100 + i) tail = i;
            }
            note("last ", tail);
          };
          const sys::ShortMessage words{.mr0 = 0xa0, .mr1 = 0xa1, .mr2 = 0xa2, .mr3 = 0xa3};
          auto receive = [&] {
            look_at(is_reply ? sys::call(endpoint, message(1), {}) : recv(endpoint, reply));
          };
          auto send = [&] {
            if (is_reply) {
              static_cast<void>(recv(endpoint, reply));
              sys::send(reply, message(~Word{0}, length), words);
            } else {
              sys::send(endpoint, message(~Word{0} >> 13, length), words);
            }
          };
          if (is_reply) sender.start(send);
          receiver.start(receive);
          if (!is_reply) sender.start(send);
          tell_notes(is_reply ? "reply of " : "send of ", length, sender_has ? "" : ", no buffer",
                     receiver_has ? "" : ", to no buffer");
        }
      }
    }
  }
}

/// The order in which those who wait get their turn: by priority, also when it changes.
void queues(Scratch& scratch) {
  constexpr std::array<Word, 5> priorities{110, 112, 111, 112, 110};
  for (int way = 0; way < 4; ++way) {
    for (const bool sends : {true, false}) {
      scratch.clear();
      const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
      const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
      const std::array<CPtr, 5> badged{minted(scratch, endpoint, 1), minted(scratch, endpoint, 2),
                                       minted(scratch, endpoint, 3), minted(scratch, endpoint, 4),
                                       minted(scratch, endpoint, 5)};
      Actor a{scratch, {.priority = priorities[0]}};
      Actor b{scratch, {.priority = priorities[1]}};
      Actor c{scratch, {.priority = priorities[2]}};
      Actor d{scratch, {.priority = priorities[3]}};
      Actor e{scratch, {.priority = priorities[4]}};
      const std::array<Actor*, 5> actors{&a, &b, &c, &d, &e};
      Word number = 0;
      auto body = [&] {
        const Word self = number++;
        if (sends) {
          sys::send(badged[self], message(self), {});
        } else {
          const sys::Registers got = wait(endpoint);
          note("waiter ", self, " got ", sys::message_info(got).label());
        }
      };
      for (Actor* const actor : actors) actor->start(body);
      const auto set = [&](Actor& actor, Word priority) {
        must(ask(actor.tcb(), InvocationLabel::tcb_set_priority, {priority},
                 {init_thread::tcb.cptr()}),
             "no priority");
      };
      if (way == 1) set(a, 113);
      if (way == 2) set(b, 109);
      if (way == 3) {
        set(d, 111);
        set(b, 111);
        set(e, 111);
      }
      for (Word i = 0; i < 5; ++i) {
        if (sends) {
          note(nb_recv(endpoint, reply).cap);
        } else {
          sys::nb_send(endpoint, message(i), {});
        }
      }
      tell_notes(sends ? "senders" : "receivers", ", way ", way);
    }
  }
}

/// System calls on capabilities that are no place for messages.
void elsewhere(Scratch& scratch) {
  for (std::size_t call = 0; call < call_names.size(); ++call) {
    for (int object = 0; object < 6; ++object) {
      scratch.clear();
      constexpr std::array names{"nothing", "TCB", "CNode", "untyped", "reply object", "frame"};
      const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
      const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
      CPtr cap = scratch.slot().cptr();
      if (object == 1) cap = scratch.make(::seL4_TCBObject, 0);
      if (object == 2) cap = scratch.make(::seL4_CapTableObject, 4);
      if (object == 3) cap = scratch.make(::seL4_UntypedObject, 4);
      if (object == 4) cap = scratch.make(::seL4_ReplyObject, 0);
      if (object == 5) cap = scratch.make(SmallFrame::object_type, 0);
      Handler handler{scratch};
      Actor actor{scratch, {.fault_handler = handler.cap()}};
      auto body = [&] {
        note_got("actor", make(static_cast<Call>(call), cap, reply, message(2, 1), cap));
      };
      actor.start(body);
      Text text;
      handler.take_words(text, 2);
      tell_notes(call_names[call], " on ", names[static_cast<std::size_t>(object)], ", ",
                 text.view());
      // The same in place of the reply object.
      auto with_reply = [&] {
        note_got("actor", make(static_cast<Call>(call), endpoint, cap, message(2, 1), endpoint));
      };
      must(ask(actor.tcb(), InvocationLabel::tcb_suspend), "the actor does not stop");
      actor.start(with_reply);
      text.clear();
      handler.take_words(text, 2);
      tell_notes(call_names[call], " with it to reply, ", text.view());
    }
  }
}

/// The thread is stopped, restarted or deleted while it waits.
void stopped(Scratch& scratch) {
  for (std::size_t call = 0; call < call_names.size(); ++call) {
    for (int way = 0; way < 4; ++way) {
      scratch.clear();
      const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
      const CPtr other = scratch.make(::seL4_EndpointObject, 0);
      const CPtr badged = minted(scratch, endpoint, 5);
      const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
      const CPtr our_reply = scratch.make(::seL4_ReplyObject, 0);
      Actor actor{scratch};
      auto body = [&] {
        note_got("actor", make(static_cast<Call>(call), badged, reply, message(2, 1), other));
      };
      actor.start(body);
      const bool sends = call < 3;
      const auto meet = [&](Word label) {
        if (sends) {
          note_got("main", nb_recv(endpoint, our_reply));
        } else {
          sys::nb_send(badged, message(label), {});
        }
      };
      if (way >= 2) meet(1);
      Text text;
      const auto stop = [&] { add_answer(text, ask(actor.tcb(), InvocationLabel::tcb_suspend)); };
      if (way != 3) stop();
      meet(2);
      if (way == 0) add_answer(text, ask(actor.tcb(), InvocationLabel::tcb_resume));
      if (way == 1) add_answer(text, remove(place_of(actor.tcb())));
      if (way == 3) sys::send(our_reply, message(9), {});
      meet(3);
      if (way == 2) sys::send(our_reply, message(8), {});
      if (way == 2) add_answer(text, ask(actor.tcb(), InvocationLabel::tcb_resume));
      tell_notes(call_names[call], " stopped, way ", way, ", ", text.view());
    }
  }
}

/// Where IPC buffers may be, and which CSpaces and VSpaces a thread may have.
void settings(Scratch& scratch) {
  scratch.clear();
  const CPtr tcb = scratch.make(::seL4_TCBObject, 0);
  const CPtr node = scratch.make(::seL4_CapTableObject, 4);
  const CPtr frame = scratch.make(SmallFrame::object_type, 0);
  const CPtr large = scratch.make(LargePage::object_type, 0);
  const CPtr vspace = scratch.make(VSpace::object_type, 0);
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  const CPtr read_only = minted(scratch, frame, 0, read_right);
  const CPtr untyped = scratch.make(::seL4_UntypedObject, 12);
  must(retype(untyped, ::seL4_EndpointObject, 0, scratch.slot().cptr()), "not in use");
  const CPtr ours = init_thread::vspace.cptr();
  const CPtr empty = scratch.slot().cptr();
  for (const Word address : {Word{0}, Word{1}, Word{8}, Word{0x200}, Word{0x400}, Word{0x1000},
                             ~Word{0}, ~Word{0x3ff}}) {
    for (const CPtr in : {frame, large, read_only, endpoint, untyped, vspace, empty}) {
      const sys::Registers set = ask(tcb, InvocationLabel::tcb_set_ipc_buffer, {address}, {in});
      tell(set, "buffer at ", hex(address));
      tell(ask(tcb, InvocationLabel::tcb_configure, {0, 0, address}, {node, ours, in}),
           "  configured");
    }
  }
  for (const CPtr cspace : {node, endpoint, untyped, frame, tcb, empty, CPtr{}}) {
    for (const CPtr space : {ours, vspace, endpoint, untyped, frame, empty, CPtr{}}) {
      tell(ask(tcb, InvocationLabel::tcb_configure, {0, 0, 0}, {cspace, space, CPtr{}}), "spaces");
      tell(ask(tcb, InvocationLabel::tcb_set_space, {0, 0}, {CPtr{}, cspace, space}), "set");
    }
  }
  // The thread has the last capability to its CSpace: which errors come before that one.
  must(ask(tcb, InvocationLabel::tcb_configure, {0, 0, 0}, {node, ours, CPtr{}}), "no CSpace");
  must(remove(place_of(node)), "the CNode stays");
  const CPtr next = scratch.make(::seL4_CapTableObject, 4);
  tell(ask(tcb, InvocationLabel::tcb_configure, {0, 0, 8}, {next, ours, frame}), "not aligned");
  tell(ask(tcb, InvocationLabel::tcb_configure, {0, 0, 0}, {untyped, ours, frame}), "in use");
  tell(ask(tcb, InvocationLabel::tcb_configure, {0, 0, 0}, {next, untyped, frame}), "in use");
  tell(ask(tcb, InvocationLabel::tcb_configure, {0, 0, 0}, {next, ours, frame}), "good");
  tell(ask(tcb, InvocationLabel::tcb_set_space, {0, 0}, {tcb, next, ours}), "no handler");
  tell(ask(tcb, InvocationLabel::tcb_set_space, {0, 0}, {CPtr{}, untyped, ours}), "in use");
  tell(ask(tcb, InvocationLabel::tcb_set_space, {0, 0}, {CPtr{}, next, ours}), "good");
  tell(ask(tcb, InvocationLabel::tcb_set_ipc_buffer, {0}, {frame}), "its buffer");
}

}  // namespace

void messages(Scratch& scratch) {
  settings(scratch);
  rights(scratch);
  lengths(scratch);
  queues(scratch);
  elsewhere(scratch);
  stopped(scratch);
}

}  // namespace sel4::conformance
