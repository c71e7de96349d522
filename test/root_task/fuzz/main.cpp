// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The watcher: keeps the fuzzing threads going until they have made enough calls.

#include "arena.hpp"

#include <sel4/print.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace fuzz;

constexpr Word watcher_priority = 200;
/// The watcher looks once in each period.
constexpr Microseconds look_budget{300};
constexpr Microseconds look_period{500};
/// So many looks make a round, less if nobody gets on.
constexpr Word looks_per_round = 400;
constexpr Word idle_looks = 12;
constexpr Word restarts_per_round = 1000;

struct Watcher {
  Arena arena;
  Word calls = 0;
  Word faults = 0;
  Word restarts = 0;

  explicit Watcher(const BootInfo& boot_info) : arena(boot_info) {}

  void restart(std::size_t thread) {
    ++restarts;
    static_cast<void>(arena.restart(thread));
  }

  /// Restarts who has faulted.
  void take_faults() {
    for (std::size_t i = 0; i < 2 * thread_count; ++i) {
      const sys::Registers got = sys::nb_recv(arena.faults().cptr(), arena.reply().bits());
      if (got.cap == 0 || got.cap > thread_count) return;
      ++faults;
      restart(got.cap - 1);
    }
  }

  void round(Word number) {
    arena.open(number);
    std::array<Word, thread_count> last{};
    for (std::size_t i = 0; i < thread_count; ++i) last[i] = arena.room(i).calls;
    std::array<Word, thread_count> idle{};
    const Word restarts_before = restarts;
    for (Word look = 0; look < looks_per_round; ++look) {
      // Until the next period.
      sys::yield();
      take_faults();
      for (std::size_t i = 0; i < thread_count; ++i) {
        const Word now = static_cast<const volatile Word&>(arena.room(i).calls);
        idle[i] = now == last[i] ? idle[i] + 1 : 0;
        calls += now - last[i];
        last[i] = now;
        if (idle[i] > idle_looks) {
          restart(i);
          idle[i] = idle_looks / 2;
        }
      }
      if (restarts - restarts_before > restarts_per_round) break;
    }
    arena.close();
  }
};

void run(const BootInfo& boot_info) {
  test::init_console(boot_info.raw()).or_panic("no console");
  init_thread::tcb.set_priority(init_thread::tcb, Priority{watcher_priority})
      .or_panic("the watcher gets no priority");
  boot_info.sched_controls()[0]
      .configure(init_thread::sched_context, {.budget = look_budget, .period = look_period})
      .or_panic("the watcher gets no period");
  Watcher watcher{boot_info};
  println("fuzzing: ", Word{FUZZ_CALLS}, " calls, seed ", Word{FUZZ_SEED});
  constexpr Word rounds_per_seed = 1'000'000;
  for (Word number = 0; watcher.calls < FUZZ_CALLS; ++number) {
    watcher.round(Word{FUZZ_SEED} * rounds_per_seed + number);
    println("round ", number, ": calls ", watcher.calls, ", faults ", watcher.faults, ", restarts ",
            watcher.restarts);
  }
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
