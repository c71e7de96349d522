// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Makes round trips to another domain, of each kind 1,000. What each costs is counted from outside,
// by an instruction counter that looks for the functions begin_* and end_bench.

#include <sel4/protection_domain.hpp>

using namespace sel4;
using namespace sel4::microkit;

// Away from the addresses of other programs' code, where the counter would see it as well.
#define APART [[gnu::noinline, gnu::section(".text.apart")]]
__asm__(".pushsection .text.apart, \"ax\"\n .skip 0x20000\n .popsection");

extern "C" {
APART void begin_nothing() { __asm__ volatile(""); }
APART void begin_calls() { __asm__ volatile(""); }
APART void begin_calls_with_word() { __asm__ volatile(""); }
APART void begin_notifications() { __asm__ volatile(""); }
APART void end_bench() { __asm__ volatile(""); }
}

namespace {

constexpr Channel<0> server;
constexpr unsigned rounds = 1000;

void init() {
  begin_nothing();
  begin_calls();
  for (unsigned i = 0; i < rounds; ++i) static_cast<void>(server.call({}));
  begin_calls_with_word();
  Word sum = 0;
  for (unsigned i = 0; i < rounds; ++i) sum += server.call(Message::of(1, i))[0];
  begin_notifications();
  for (unsigned i = 0; i < rounds; ++i) server.notify();
  end_bench();
  // The server's answers are the word plus 1, and its last says how often it was notified.
  const Word notified = server.call(Message::of(2))[0];
  debug_println("sum ", sum, ", notifications ", notified);
  const bool right = sum == Word{rounds} * (rounds + 1) / 2 && notified == rounds;
  debug_print(right ? "TEST_PASS\n" : "TEST_FAIL\n");
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
