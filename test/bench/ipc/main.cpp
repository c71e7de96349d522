// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Counts the instructions of IPC paths in C and in C++ on the same kernel, and fails if C++ takes
// more.

#include "counter.hpp"
#include "paths.hpp"

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>
#include <sel4/thread.hpp>

namespace {

using sel4::Result;
using sel4::Word;

constexpr Word rounds = 2000;

using Client = void (*)(Word target, Word count);
using Server = void (*)(Word endpoint, Word reply);

struct Path {
  const char* name;
  Client c_client;
  Client cpp_client;
  Server c_server = nullptr;
  Server cpp_server = nullptr;
};

// Instructions per round, in tenths.
struct Cost {
  std::uint64_t total;
  std::uint64_t user;
};

struct Environment {
  sel4::BootAllocator& allocator;
  const sel4::BootInfo& boot_info;
  Word next_buffer = 0x10'0000'0000;
};

struct ServerArguments {
  Server function;
  Word endpoint;
  Word reply;
};

constinit sel4::ThreadStack<4096> stacks[8]{};
constinit ServerArguments server_arguments[8]{};
constinit std::size_t server_count = 0;

// Starts a thread that runs, being of higher priority, until it waits. With MCS its time to run is
// then taken away: it is passive, and runs on that of its callers.
// A template in both, so that what the other kind of kernel does not have is not looked at.
template <class Info, class Ipc>
Result<> start(Environment& environment, const Info& boot_info, sel4::BasicTcb<Ipc> tcb,
               const sel4::UserContext& registers) {
  if constexpr (sel4::config::kernel_mcs) {
    using Context = sel4::BasicSchedContext<Ipc>;
    const auto context =
        SEL4_TRY(environment.allocator.template create<Context>(Context::min_size_bits));
    constexpr sel4::Microseconds time{1'000'000};
    SEL4_TRY(boot_info.sched_controls()[0].configure(context, {.budget = time, .period = time}));
    SEL4_TRY(context.bind(tcb));
    SEL4_TRY(tcb.write_registers(registers, {.resume_target = true}));
    return context.unbind(tcb);
  } else {
    return tcb.write_registers(registers, {.resume_target = true});
  }
}

// A server of higher priority than the client: it waits whenever the client runs.
Result<> start_server(Environment& environment, Server server, sel4::Endpoint endpoint) {
  sel4::BootAllocator& allocator = environment.allocator;
  const sel4::Vaddr address{environment.next_buffer};
  environment.next_buffer += sel4::SmallFrame::bytes;
  const auto frame = SEL4_TRY(allocator.create<sel4::SmallFrame>());
  SEL4_TRY(sel4::map_frame(sel4::init_thread::vspace, frame,
                           {address, sel4::Rights::rw, sel4::VmAttributes::data}, allocator));
  const auto tcb = SEL4_TRY(allocator.create<sel4::Tcb>());
  SEL4_TRY(tcb.configure({.cspace_root = sel4::init_thread::cnode,
                          .vspace_root = sel4::init_thread::vspace,
                          .ipc_buffer = address,
                          .ipc_buffer_frame = frame}));
  SEL4_TRY(tcb.set_priority(sel4::init_thread::tcb, sel4::Priority{255}));
  const auto reply = SEL4_TRY(allocator.create_reply_authority());
  ServerArguments& arguments = server_arguments[server_count];
  arguments = {server, endpoint.cptr().bits(), reply.reply_register()};
  const auto registers =
      sel4::prepare_thread({.run = {[](void* argument) {
                                      const auto& a = *static_cast<ServerArguments*>(argument);
                                      a.function(a.endpoint, a.reply);
                                    },
                                    &arguments},
                            .stack = stacks[server_count].room,
                            .ipc_buffer = reinterpret_cast<sel4::IpcBuffer*>(address.value()),
                            .tcb = tcb.cptr()});
  if (!registers) sel4::panic("a server thread", describe(registers.error()));
  ++server_count;
  return start(environment, environment.boot_info, tcb, sel4::UserContext{*registers});
}

// The cost of one round: the difference between N and 2N rounds, so that everything around them
// drops out.
Cost measure(Client client, Word target) {
  client(target, 10);
  std::uint64_t total[3];
  std::uint64_t user[3];
  for (int i = 0; i < 2; ++i) {
    total[i] = bench::total_instructions();
    user[i] = bench::user_instructions();
    client(target, i == 0 ? rounds : 2 * rounds);
  }
  total[2] = bench::total_instructions();
  user[2] = bench::user_instructions();
  const auto per_round = [](const std::uint64_t(&count)[3]) {
    return ((count[2] - count[1]) - (count[1] - count[0])) * 10 / rounds;
  };
  return {per_round(total), per_round(user)};
}

void print_tenths(std::uint64_t tenths) { sel4::print(tenths / 10, '.', tenths % 10); }

void print_cost(const char* language, Cost cost) {
  sel4::print(" | ", language, ' ');
  print_tenths(cost.total);
  if (bench::counts_user) {
    sel4::print(" (user ");
    print_tenths(cost.user);
    sel4::print(')');
  }
}

Result<bool> run_path(Environment& environment, const Path& path, Word fixed_target) {
  Cost cost[2];
  for (int side = 0; side < 2; ++side) {
    Word target = fixed_target;
    if (path.c_server != nullptr) {
      const auto endpoint = SEL4_TRY(environment.allocator.create<sel4::Endpoint>());
      SEL4_TRY(start_server(environment, side == 0 ? path.c_server : path.cpp_server, endpoint));
      target = endpoint.cptr().bits();
    }
    cost[side] = measure(side == 0 ? path.c_client : path.cpp_client, target);
  }
  sel4::print("bench ", path.name);
  print_cost("C", cost[0]);
  print_cost("C++", cost[1]);
  sel4::print('\n');
  // Less than half an instruction is what is left of the loop's ends.
  if (bench::counts_user) return cost[1].user < cost[0].user + 5;
  // The kernel's timer interrupts fall into the rounds as they like: two instructions a round.
  return cost[1].total <= cost[0].total + 20;
}

Result<> run(const sel4::BootInfo& boot_info) {
  SEL4_TRY(sel4::test::init_console(boot_info.raw()));
  sel4::BootAllocator allocator{boot_info};
  Environment environment{allocator, boot_info};
  bench::start_counters();

  const auto notification = SEL4_TRY(allocator.create<sel4::Notification>());
  const auto idle = SEL4_TRY(allocator.create<sel4::Tcb>());
  const Path round_trips[] = {
      {"round trip, no words       ", c_call_none, cpp_call_none, c_serve_none, cpp_serve_none},
      {"round trip, 4 in registers ", c_call_registers, cpp_call_registers, c_serve_registers,
       cpp_serve_registers},
      {"round trip, 4 in the buffer", c_call_buffer, cpp_call_buffer, c_serve_buffer,
       cpp_serve_buffer},
  };
  const Path signal{"signal                     ", c_signal, cpp_signal};
  const Path set_priority{"TCB_SetPriority            ", c_set_priority, cpp_set_priority};

  SEL4_TRY(sel4::init_thread::tcb.set_priority(sel4::init_thread::tcb, sel4::Priority{200}));
  bool good = true;
  for (const Path& path : round_trips) good = SEL4_TRY(run_path(environment, path, 0)) && good;
  good = SEL4_TRY(run_path(environment, signal, notification.cptr().bits())) && good;
  good = SEL4_TRY(run_path(environment, set_priority, idle.cptr().bits())) && good;
  if (!good) sel4::println("C++ takes more instructions than C on one of these paths");
  sel4::test::announce(good);
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 32 * 1024);
