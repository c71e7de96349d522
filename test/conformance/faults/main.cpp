// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Every kind of fault: its message, word by word, and what each kind of answer does.

#include <sel4/conformance/prober.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

constexpr Word nowhere = 0x7000'0000;

struct Cause {
  std::string_view name;
  const char* probe;
  Word first = 0x71;
  Word second = 0x72;
};
const std::array causes{
    Cause{"an unknown system call", sel4_probe_finish},
    Cause{"the trap with another number", sel4_probe_trap},
    Cause{"an undefined instruction", sel4_probe_undefined},
    Cause{"a breakpoint", sel4_probe_breakpoint},
    Cause{"a register of the kernel", sel4_probe_privileged},
    Cause{"a load from 0", sel4_probe_load, 0},
    Cause{"a load from nowhere", sel4_probe_load, nowhere + 8},
    Cause{"a load from the kernel", sel4_probe_load, kernel_address},
    Cause{"a load from no address", sel4_probe_load, Word{1} << 62},
    Cause{"a store nowhere", sel4_probe_store, nowhere + 16},
    Cause{"a store to the kernel", sel4_probe_store, kernel_address + 8},
    Cause{"a store to no address", sel4_probe_store, Word{5} << 60},
    Cause{"a jump nowhere", sel4_probe_jump, nowhere},
    Cause{"a jump to the kernel", sel4_probe_jump, kernel_address},
    Cause{"a jump to no address", sel4_probe_jump, Word{1} << 60},
    Cause{"a jump to an odd address", sel4_probe_jump, nowhere + 2},
    Cause{"a number with a point", sel4_probe_float},
};

/// Each fault, and each answer to it: what the next fault says, or that there is none.
void all_answers(Scratch& scratch) {
  struct Answer {
    std::string_view name;
    Word label;
    Word length;
    bool is_changed;
  };
  constexpr std::array answers{
      Answer{"nothing", 0, 0, false},           Answer{"label 1", 1, 0, false},
      Answer{"one word", 0, 1, true},           Answer{"two words", 0, 2, true},
      Answer{"three words", 0, 3, true},        Answer{"all words as they were", 0, 127, false},
      Answer{"all words", 0, 127, true},        Answer{"more words", 0, 120, true},
      Answer{"label 2 and words", 2, 127, true}};
  for (const Cause& cause : causes) {
    for (const Answer& answer : answers) {
      scratch.clear();
      Prober prober{scratch};
      prober.start(cause.probe, cause.first, cause.second);
      Text text;
      const bool has_fault = prober.take(text);
      if (answer.length == 0 && answer.label == 0) line("# ", cause.name, ": ", text.view());
      if (!has_fault) continue;
      std::array<Word, 120> words{};
      const Word message = prober.handler().info().length();
      const Word length = answer.length == 127 ? message : answer.length;
      for (Word i = 0; i < length; ++i) {
        words[i] = i < message ? prober.handler().word(i) : 0x9000 + i;
        if (answer.is_changed && words[i] != address_of(sel4_probe_finish)) words[i] += 4;
      }
      prober.answer(answer.label, std::span{words}.first(length));
      text.clear();
      prober.take(text);
      text.add(", registers");
      prober.add_registers(text);
      line("answer ", answer.name, ": ", text.view());
    }
  }
}

/// What happens to a thread between its fault and the answer.
void meanwhile(Scratch& scratch) {
  for (int way = 0; way < 10; ++way) {
    scratch.clear();
    Prober prober{scratch};
    prober.start(sel4_probe_load, 0);
    Text text;
    const auto say = [&](const sys::Registers& reply) {
      text.add(", ");
      add_answer(text, reply);
    };
    if (way != 0 && way != 1 && way != 8) prober.take(text);
    switch (way) {
      case 0:  // Before anyone has heard of it.
        say(ask(prober.tcb(), InvocationLabel::tcb_suspend));
        break;
      case 1:
        say(ask(prober.tcb(), InvocationLabel::tcb_resume));
        break;
      case 2:
        say(ask(prober.tcb(), InvocationLabel::tcb_suspend));
        prober.answer(0, {});
        break;
      case 3:
        say(ask(prober.tcb(), InvocationLabel::tcb_resume));
        prober.answer(0, {});
        break;
      case 4:
        prober.start(sel4_probe_finish);
        prober.answer(0, {});
        break;
      case 5:
        say(remove(place_of(prober.handler().reply())));
        break;
      case 6:
        say(remove(place_of(prober.handler().endpoint())));
        say(revoke(place_of(prober.handler().cap())));
        prober.answer(0, {});
        break;
      case 7:
        say(remove(place_of(prober.tcb())));
        prober.answer(0, {});
        break;
      case 8:
        say(remove(place_of(prober.handler().cap())));
        break;
      default:
        prober.answer(0, {});
        prober.answer(0, {});
        break;
    }
    text.add("; ");
    if (way != 5 && way != 6) prober.take(text);
    text.add(", registers");
    prober.add_registers(text);
    line("meanwhile ", way, ": ", text.view());
  }
}

/// Handlers that cannot hear, and those that are no endpoint.
void handlers(Scratch& scratch) {
  for (Word right = 0; right <= all_rights; ++right) {
    scratch.clear();
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr limited = scratch.slot().cptr();
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    must(mint(place_of(limited), place_of(endpoint), 4, right), "no limited capability");
    Prober prober{scratch};
    Text text;
    const auto say = [&](const sys::Registers& got) {
      add_answer(text, got);
      text.add(", ");
    };
    say(ask(prober.tcb(), InvocationLabel::tcb_set_sched_params, {0, actor_priority},
            {init_thread::tcb.cptr(), prober.actor().sched_context(), limited}));
    say(ask(prober.tcb(), InvocationLabel::tcb_set_space, {0, 0},
            {limited, init_thread::cnode.cptr(), init_thread::vspace.cptr()}));
    say(ask(prober.tcb(), InvocationLabel::tcb_set_timeout_endpoint, {}, {limited}));
    prober.start(sel4_probe_load, 0);
    const sys::Registers got = nb_recv(endpoint, reply);
    text.add("badge ", got.cap, " label ", sys::message_info(got).label());
    line("handler with rights ", right, ": ", text.view());
  }
  constexpr std::array<std::string_view, 5> names{"nothing", "a notification", "a CNode", "a TCB",
                                                  "a reply object"};
  constexpr std::array<Word, 5> types{0, ::seL4_NotificationObject, ::seL4_CapTableObject,
                                      ::seL4_TCBObject, ::seL4_ReplyObject};
  for (std::size_t i = 0; i < names.size(); ++i) {
    scratch.clear();
    const CPtr cap = i == 0 ? scratch.slot().cptr() : scratch.make(types[i], i == 2 ? 4 : 0);
    Prober prober{scratch};
    Text text;
    const auto say = [&](const sys::Registers& got) {
      add_answer(text, got);
      text.add(", ");
    };
    say(ask(prober.tcb(), InvocationLabel::tcb_set_sched_params, {0, actor_priority},
            {init_thread::tcb.cptr(), prober.actor().sched_context(), cap}));
    say(ask(prober.tcb(), InvocationLabel::tcb_set_space, {0, 0},
            {cap, init_thread::cnode.cptr(), init_thread::vspace.cptr()}));
    say(ask(prober.tcb(), InvocationLabel::tcb_set_timeout_endpoint, {}, {cap}));
    prober.start(sel4_probe_load, 0);
    prober.take(text);
    line("handler that is ", names[i], ": ", text.view());
  }
}

/// The handler faults itself, waits elsewhere, or has no time of its own.
void handling(Scratch& scratch) {
  for (int way = 0; way < 4; ++way) {
    scratch.clear();
    Prober second{scratch};
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr badged = scratch.slot().cptr();
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    const CPtr other = scratch.make(::seL4_EndpointObject, 0);
    must(mint(place_of(badged), place_of(endpoint), 21), "no badge");
    Actor handler{scratch, {.fault_handler = second.handler().cap(), .has_sched_context = way < 2}};
    Actor lender{scratch};
    Prober prober{scratch};
    must(ask(prober.tcb(), InvocationLabel::tcb_set_space, {0, 0},
             {badged, init_thread::cnode.cptr(), init_thread::vspace.cptr()}),
         "no handler");
    auto body = [&] {
      for (int i = 0; i < 3; ++i) {
        const sys::Registers got = recv(endpoint, reply);
        note("handler got badge ", got.cap, " label ", sys::message_info(got).label(), " address ",
             hex(got.mr1));
        if (way == 1 || way == 3) {
          *reinterpret_cast<volatile Word*>(nowhere) = 1;
          note("after its own fault");
        }
        // On to the next instruction.
        const std::array<Word, 1> words{got.mr0};
        static_cast<void>(words);
        sys::send(reply, MessageInfo{{.label = 0}}, {});
        note("answered");
      }
    };
    if (way >= 2) {
      must(ask(lender.sched_context(), InvocationLabel::sched_context_unbind), "unbind");
      must(ask(lender.sched_context(), InvocationLabel::sched_context_bind, {}, {handler.tcb()}),
           "bind");
      handler.start(body);
      must(ask(lender.sched_context(), InvocationLabel::sched_context_unbind), "unbind");
    } else {
      handler.start(body);
    }
    prober.start(sel4_probe_load, 0x10);
    Text text;
    // Without the words: the handler's registers are the compiler's.
    if (second.handler().take(text)) text.add(" address ", hex(second.handler().word(1)));
    static_cast<void>(other);
    tell_notes("handling ", way, ", ", text.view());
  }
}

/// A budget that ends, heard of by a handler or by none.
void timeouts(Scratch& scratch) {
  for (int way = 0; way < 6; ++way) {
    scratch.clear();
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr badged = scratch.slot().cptr();
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    must(mint(place_of(badged), place_of(endpoint), 6), "no badge");
    Prober prober{scratch,
                  {.priority = main_priority - 1,
                   .budget = 2000,
                   .period = 50'000,
                   .budget_badge = 0x1234'5678'9abc + static_cast<Word>(way)}};
    if (way != 5) {
      must(ask(prober.tcb(), InvocationLabel::tcb_set_timeout_endpoint, {}, {badged}),
           "no handler");
    }
    prober.start(sel4_probe_spin);
    Text text;
    if (way == 5) {
      line("timeout without handler: nothing to hear");
      continue;
    }
    const auto hear = [&] {
      const sys::Registers got = recv(endpoint, reply);
      text.add("badge ", got.cap, " label ", sys::message_info(got).label(), " length ",
               sys::message_info(got).length(), " data ", hex(got.mr0), "; ");
    };
    hear();
    const auto context = prober.actor().sched_context();
    const auto configure = [&](Word budget, Word period) {
      add_answer(text, ask(scratch.boot_info().sched_controls()[0].cptr(),
                           InvocationLabel::sched_control_configure_flags,
                           {budget, period, 0, 0x77, 0}, {context}));
      text.add("; ");
    };
    switch (way) {
      case 0:  // No more time until the next period.
        sys::send(reply, MessageInfo{{.label = 0}}, {});
        hear();
        break;
      case 1:
        configure(3000, 3000);
        sys::send(reply, MessageInfo{{.label = 0}}, {});
        must(ask(prober.tcb(), InvocationLabel::tcb_set_timeout_endpoint, {}, {CPtr{}}), "none");
        break;
      case 2: {
        configure(5'000'000, 5'000'000);
        // The registers of a timeout's answer are all of them.
        ::seL4_UserContext registers = Prober::registers(sel4_probe_finish);
        const auto* const words = reinterpret_cast<const Word*>(&registers);
        IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
        for (std::size_t i = 0; i < sizeof registers / sizeof(Word); ++i) buffer.msg[i] = words[i];
        sys::send(reply, MessageInfo{{.label = 0, .length = sizeof registers / sizeof(Word)}},
                  sys::load_words(buffer));
        // It has a lower priority: wait for what it does.
        const sys::Registers got = recv(prober.handler().endpoint(), reply);
        text.add("then badge ", got.cap, " label ", sys::message_info(got).label());
        break;
      }
      case 3:
        configure(5'000'000, 5'000'000);
        sys::send(reply, MessageInfo{{.label = 1}}, {});
        prober.start(sel4_probe_finish);
        {
          const sys::Registers got = recv(prober.handler().endpoint(), reply);
          text.add("then badge ", got.cap, " label ", sys::message_info(got).label());
        }
        break;
      default:
        add_answer(text, remove(place_of(reply)));
        add_answer(text, ask(prober.tcb(), InvocationLabel::tcb_suspend));
        break;
    }
    line("timeout ", way, ": ", text.view());
  }
}

::seL4_UserContext call_registers(CPtr endpoint) {
  const Word info = MessageInfo{{.label = 0x22, .length = 1}}.words()[0];
  ::seL4_UserContext registers = Prober::registers(sel4_probe_syscall, endpoint.bits(), info);
  arch::UserContextAccess::argument(registers, machine::number_argument) =
      static_cast<Word>(std::int64_t{::seL4_SysCall});
  return registers;
}

/// An answer comes to who has no budget left: a timeout, and what its own answer makes of the
/// system call that was answered.
void late_answers(Scratch& scratch) {
  for (int way = 0; way < 3; ++way) {
    scratch.clear();
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    // Its server, which has no time of its own, spends what it gets with the call.
    Actor server{scratch, {.priority = main_priority + 2}};
    Text text;
    auto serve = [&] {
      text.add("call ", recv(endpoint, reply).mr0, "; ");
      sys::yield();
    };
    server.start(serve);
    must(ask(server.sched_context(), InvocationLabel::sched_context_unbind), "unbind");
    Prober prober{scratch,
                  {.priority = main_priority + 1,
                   .budget = 20'000,
                   .period = 100'000,
                   .budget_badge = 0xabc}};
    const CPtr faults = prober.handler().endpoint();
    const CPtr badged = scratch.slot().cptr();
    must(mint(place_of(badged), place_of(faults), 6), "no badge");
    must(ask(prober.tcb(), InvocationLabel::tcb_set_timeout_endpoint, {}, {badged}), "no handler");
    prober.start(call_registers(endpoint));
    sys::send(reply, MessageInfo{{.label = 0x33, .length = 1}}, {.mr0 = 0x4321});
    const auto hear = [&] {
      const sys::Registers got = recv(faults, reply);
      text.add("badge ", got.cap, " label ", sys::message_info(got).label(), ", registers");
      prober.add_registers(text);
    };
    hear();
    // As much time as a machine may lose.
    must(ask(scratch.boot_info().sched_controls()[0].cptr(),
             InvocationLabel::sched_control_configure_flags, {5'000'000, 5'000'000, 0, 0xabc, 0},
             {prober.actor().sched_context()}),
         "no more time");
    if (way == 0) sys::send(reply, MessageInfo{{.label = 0}}, {});
    if (way == 2) must(ask(prober.tcb(), InvocationLabel::tcb_suspend), "suspend");
    if (way != 0) must(ask(prober.tcb(), InvocationLabel::tcb_resume), "resume");
    text.add("; ");
    hear();
    line("late answer ", way, ": ", text.view());
  }
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  set_main_priority();
  all_answers(scratch);
  meanwhile(scratch);
  handlers(scratch);
  handling(scratch);
  timeouts(scratch);
  late_answers(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
