// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "console.hpp"
#include "dma.hpp"
#include "roles.hpp"

#include <sel4/frame.hpp>
#include <sel4/notification.hpp>
#include <sel4/print.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/syscalls.hpp>

#include <atomic>

extern "C" [[noreturn]] void sel4_runtime_halt() noexcept;

namespace {

using capdl_test::copies_through_io_space;
using capdl_test::Role;
using sel4::CPtr;
using sel4::Word;

[[noreturn]] void stop() {
  for (;;) sel4::sys::arch::trap_null(sel4::sys::syscall::yield.number);
}

[[noreturn]] void finish(bool passed) {
  sel4::println(passed ? "TEST_PASS" : "TEST_FAIL");
  stop();
}

sel4::Notification slot(Word index) { return sel4::Notification{CPtr{index}}; }

void collect(Word count) {
  const Word all = (Word{1} << count) - 1;
  Word seen = 0;
  while (seen != all) seen |= slot(1).wait().value();
  finish(true);
}

void look_at_frames(Word address, Word count) {
  for (Word frame = 0; frame < count; ++frame) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(address + frame * 4096);
    for (unsigned i = 0; i < 4096; ++i) {
      if (bytes[i] != capdl_test::filled_byte(static_cast<unsigned>(frame), i % 64)) {
        sel4::println("frame ", frame, ", byte ", i, " is ", unsigned{bytes[i]});
        finish(false);
      }
    }
  }
  finish(true);
}

void look_at_cover(Word count, Word address) {
  for (Word i = 0; i < count; ++i) {
    const auto paddr = sel4::Frame{CPtr{1 + i}}.get_address();
    if (!paddr || paddr->value() != address + i * 4096) {
      sel4::println("frame ", i, " is elsewhere");
      finish(false);
    }
  }
  finish(true);
}

/// What the two threads share: zeros at the start.
struct Shared {
  std::atomic<int> waiters;
  int value;
};

/// One that takes the number of those who want it below zero waits for a signal.
void lock(Shared& shared) {
  if (shared.waiters.fetch_add(1) != 0) slot(1).wait();
}
void unlock(Shared& shared) {
  if (shared.waiters.fetch_sub(1) != 1) slot(1).signal();
}

void run_thread(Word index, Shared& shared) {
  constexpr int rounds = 1000;
  for (int i = 0; i < rounds; ++i) {
    lock(shared);
    ++shared.value;
    unlock(shared);
  }
  // The barrier: each tells the other, and waits for it.
  slot(2 + (1 - index)).signal();
  slot(2 + index).wait();
  if (index == 0) {
    sel4::println("value ", shared.value);
    finish(shared.value == 2 * rounds);
  }
  stop();
}

}  // namespace

// There is no runtime to end the program after a panic. Optimised for size, printing can panic.
extern "C" void sel4_runtime_halt() noexcept { stop(); }

extern "C" [[noreturn, gnu::used]] void _start(Role role, Word first, Word second);

extern "C" void _start(Role role, Word first, Word second) {
  capdl_test::open_console();
  switch (role) {
    case Role::pass:
      finish(true);
    case Role::collect:
      collect(first);
      break;
    case Role::signal:
      slot(1).signal();
      break;
    case Role::frames:
      look_at_frames(first, second);
      break;
    case Role::threads:
      run_thread(first, *reinterpret_cast<Shared*>(second));
      break;
    case Role::cover:
      look_at_cover(first, second);
      break;
    case Role::fault:
      static_cast<void>(*reinterpret_cast<volatile Word*>(first));
      break;
    case Role::dma:
      finish(copies_through_io_space(first, second));
    case Role::handler:
      finish(slot(1).wait().value() == first);
  }
  stop();
}
