// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

#include <sel4/conformance/random.hpp>

namespace sel4::conformance {

namespace {

constexpr Word actor_count = 4;
constexpr Word cap_count = 14;

/// Four threads that do what they are told, one system call at a time, and what they do it with:
/// two endpoints, a notification, four reply objects, and capabilities with badges and less rights.
class World {
 public:
  explicit World(Scratch& scratch, Random& random)
      : random_(random),
        handler_(scratch),
        actors_{Actor{scratch, options(0)}, Actor{scratch, options(1)}, Actor{scratch, options(2)},
                Actor{scratch, options(3)}} {
    caps_[0] = scratch.make(::seL4_EndpointObject, 0);
    caps_[1] = scratch.make(::seL4_EndpointObject, 0);
    caps_[2] = scratch.make(::seL4_NotificationObject, 0);
    caps_[3] = scratch.make(::seL4_NotificationObject, 0);
    for (std::size_t i = 4; i < 8; ++i) caps_[i] = scratch.make(::seL4_ReplyObject, 0);
    for (std::size_t i = 8; i < 12; ++i) caps_[i] = minted(scratch, caps_[i - 8], i);
    caps_[12] = minted(scratch, caps_[0], 12, write_right | grant_reply_right);
    caps_[13] = minted(scratch, caps_[1], 13, read_right);
    spare_ = scratch.slot().cptr();
  }

  void step() {
    Text what;
    if (random_.below(4) != 0) {
      act(what);
    } else {
      meddle(what);
    }
    Text fault;
    for (int i = 0; i < 4 && handler_.take(fault); ++i) fault.add(' ');
    tell_notes(what.view(), fault.is_empty() ? "" : ", ", fault.view());
  }

 private:
  [[nodiscard]] ActorOptions options(Word number) const noexcept {
    return {.priority = actor_priority + number % 3,
            .max_controlled_priority = 200,
            .fault_handler = handler_.cap()};
  }
  [[nodiscard]] CPtr any_cap(Text& what) noexcept {
    const Word which = random_.below(cap_count);
    what.add(' ', which);
    return caps_[which];
  }
  /// Endpoints and notifications more often than reply objects.
  [[nodiscard]] CPtr any_place(Text& what) noexcept {
    Word which = random_.below(cap_count);
    if (which >= 4 && which < 8 && random_.below(4) != 0) which -= 4;
    what.add(' ', which);
    return caps_[which];
  }
  [[nodiscard]] CPtr any_reply(Text& what) noexcept {
    const Word which = random_.below(12) == 0 ? random_.below(cap_count) : 4 + random_.below(4);
    what.add(" reply ", which);
    return caps_[which];
  }

  /// An idle thread makes a system call.
  void act(Text& what) {
    const Word who = random_.below(actor_count);
    if (is_busy_[who]) {
      what.add(who, " is busy");
      return;
    }
    what.add(who);
    const Word which = random_.below(10);
    constexpr std::array names{" Send", " NBSend", " Call",      " Recv",       " NBRecv",
                               " Wait", " NBWait", " ReplyRecv", " NBSendRecv", " NBSendWait"};
    what.add(names[which]);
    const CPtr cap = any_place(what);
    const CPtr reply = any_reply(what);
    const CPtr other = which >= 8 ? any_place(what) : CPtr{};
    const Word length = random_.below(6);
    const MessageInfo info = message(++label_, length);
    what.add(" label ", label_, " length ", length);
    bodies_[who] = {this, who, which, cap, reply, other, info};
    is_busy_[who] = true;
    actors_[who].start(bodies_[who]);
  }

  /// This thread does something to one of the others.
  void meddle(Text& what) {
    const Word who = random_.below(actor_count);
    const Word whom = random_.below(actor_count);
    const Actor& actor = actors_[who];
    what.add("main ");
    switch (random_.below(14)) {
      case 0:
        what.add("suspend ", who, ' ');
        add_answer(what, ask(actor.tcb(), InvocationLabel::tcb_suspend));
        break;
      case 1:
      case 2:
        what.add("resume ", who, ' ');
        add_answer(what, ask(actor.tcb(), InvocationLabel::tcb_resume));
        break;
      case 3: {
        const Word priority = actor_priority + random_.below(4);
        what.add("priority ", who, ' ', priority, ' ');
        add_answer(what, ask(actor.tcb(), InvocationLabel::tcb_set_priority, {priority},
                             {init_thread::tcb.cptr()}));
        break;
      }
      case 4:
        what.add("bind notification ", who);
        add_answer(what,
                   ask(actor.tcb(), InvocationLabel::tcb_bind_notification, {}, {any_cap(what)}));
        break;
      case 5:
        what.add("unbind notification ", who, ' ');
        add_answer(what, ask(actor.tcb(), InvocationLabel::tcb_unbind_notification));
        break;
      case 6:
        what.add("unbind context ", who, ' ');
        add_answer(what, ask(actor.sched_context(), InvocationLabel::sched_context_unbind));
        break;
      case 7:
      case 8: {
        what.add("bind context ", who);
        const CPtr to = random_.below(3) == 0 ? any_cap(what) : actors_[whom].tcb();
        what.add(" (", whom, ") ");
        add_answer(what, ask(actor.sched_context(), InvocationLabel::sched_context_bind, {}, {to}));
        break;
      }
      case 9: {
        what.add("unbind context ", who, " from");
        const CPtr from = random_.below(2) == 0 ? any_cap(what) : actors_[whom].tcb();
        what.add(" (", whom, ") ");
        add_answer(what, ask(actor.sched_context(), InvocationLabel::sched_context_unbind_object,
                             {}, {from}));
        break;
      }
      case 10:
        what.add("cancel");
        add_answer(what, cancel_badged_sends(place_of(any_cap(what))));
        break;
      case 11: {
        what.add("poll");
        const CPtr cap = any_cap(what);
        // Others fault, and a notification may be bound to a thread.
        if (cap == caps_[0] || cap == caps_[1]) {
          note_got("main", nb_wait(cap));
        }
        break;
      }
      case 12:
        what.add("send");
        sys::nb_send(any_cap(what), message(++label_), {});
        break;
      default:
        what.add("move");
        move_there_and_back(what);
        break;
    }
  }

  void move_there_and_back(Text& what) {
    const CPtr cap = any_cap(what);
    add_answer(what, move(place_of(spare_), place_of(cap)));
    add_answer(what, move(place_of(cap), place_of(spare_)));
  }

  struct Body {
    World* world;
    Word who;
    Word which;
    CPtr cap;
    CPtr reply;
    CPtr other;
    MessageInfo info;

    void operator()() const {
      sys::Registers got{};
      switch (which) {
        case 0:
          sys::send(cap, info, {});
          break;
        case 1:
          sys::nb_send(cap, info, {});
          break;
        case 2:
          got = sys::call(cap, info, {});
          break;
        case 3:
          got = recv(cap, reply);
          break;
        case 4:
          got = nb_recv(cap, reply);
          break;
        case 5:
          got = wait(cap);
          break;
        case 6:
          got = nb_wait(cap);
          break;
        case 7:
          got = sys::reply_recv(cap, info, {}, reply.bits());
          break;
        case 8:
          got = sys::nb_send_recv(other, info, {}, cap, reply.bits());
          break;
        default:
          got = sys::nb_send_wait(other, info, {}, cap);
          break;
      }
      note(who, " through");
      if (which > 1) {
        const MessageInfo message = sys::message_info(got);
        note("badge ", got.cap, " label ", message.label(), " length ", message.length());
      }
      world->is_busy_[who] = false;
    }
  };

  Random& random_;
  Handler handler_;
  std::array<Actor, actor_count> actors_;
  std::array<bool, actor_count> is_busy_{};
  std::array<Body, actor_count> bodies_{};
  std::array<CPtr, cap_count> caps_{};
  CPtr spare_{};
  Word label_ = 0;
};

}  // namespace

void anything(Scratch& scratch) {
  constexpr Word series = 60;
  constexpr Word steps = 60;
  for (Word seed = 1; seed <= series; ++seed) {
    scratch.clear();
    line("# series ", seed);
    Random random{seed};
    World world{scratch, random};
    for (Word i = 0; i < steps; ++i) world.step();
  }
}

}  // namespace sel4::conformance
