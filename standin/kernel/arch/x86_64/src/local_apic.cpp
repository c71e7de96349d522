// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "processor.hpp"
#include "start.hpp"

#include <arch/machine.hpp>

// The local APIC and its timer, which counts down at a rate that has to be measured.

namespace sel4::kernel::arch {

void start_io_apic();

constinit Word ns_per_count = 0;

namespace {

constexpr Word spurious_vector = 0xf0;
constexpr Word timer_entry = 0x320;
constexpr Word initial_count = 0x380;
constexpr Word current_count = 0x390;
constexpr Word divide = 0x3e0;

/// Counts of the timer in a nanosecond, times 2^32.
constinit Word counts_per_ns = 0;

volatile std::uint32_t& reg(Word offset) {
  return *reinterpret_cast<volatile std::uint32_t*>(to_virtual(local_apic + offset));
}

Word read_counter() {
  std::uint32_t low;
  std::uint32_t high;
  asm volatile("rdtsc" : "=a"(low), "=d"(high));
  return Word{high} << 32 | low;
}

struct Rates {
  Word counter;
  Word apic;
};

/// What both count in 10 ms of the old timer's second channel.
Rates measure() {
  constexpr unsigned hz = 1'193'182;
  constexpr unsigned ticks = hz / 100;
  constexpr unsigned gate_port = 0x61;
  const unsigned gate = in8(gate_port) & ~3U;
  out8(gate_port, gate);
  out8(0x43, 0xb0);  // channel 2, both bytes, counts down once
  out8(0x42, ticks & 0xff);
  out8(0x42, ticks >> 8);
  reg(initial_count) = ~std::uint32_t{0};
  out8(gate_port, gate | 1);
  const Word start = read_counter();
  const std::uint32_t apic_start = reg(current_count);
  while ((in8(gate_port) & 0x20) == 0) {
  }
  const std::uint32_t apic_end = reg(current_count);
  const Word end = read_counter();
  return {end - start, apic_start - apic_end};
}

void stop_old_controllers() {
  // They must be given vectors that are no exceptions, whatever they still tell.
  constexpr unsigned first[] = {0x20, 0xa0};
  for (unsigned i = 0; i < 2; ++i) {
    out8(first[i], 0x11);
    out8(first[i] + 1, 0x20 + 8 * i);
    out8(first[i] + 1, i == 0 ? 4 : 2);
    out8(first[i] + 1, 1);
    out8(first[i] + 1, 0xff);
  }
}

}  // namespace

unsigned start_apics() {
  stop_old_controllers();
  reg(spurious_vector) = 0x1ff;
  reg(divide) = 0xb;  // by one
  reg(timer_entry) = 1 << 16 | 0xff;
  Rates best = measure();
  for (int i = 0; i < 4; ++i) {
    const Rates rates = measure();
    // Whatever comes between makes it longer.
    if (rates.counter < best.counter) best = rates;
  }
  constexpr Word measures_per_second = 100;
  const Word mhz = (best.counter * measures_per_second + 500'000) / 1'000'000;
  ns_per_count = (Word{1000} << 32) / mhz;
  counts_per_ns = (best.apic << 32) / (best.counter * 1000 / mhz);
  reg(timer_entry) = first_irq_vector + timer_irq;
  start_io_apic();
  return static_cast<unsigned>(mhz);
}

void set_deadline(Ticks time) {
  const Ticks now = read_timer();
  const Ticks left = time > now ? time - now : 0;
  const Wide wanted = Wide{left} * counts_per_ns >> 32;
  // What is longer than it can count is asked for again when it has counted.
  constexpr std::uint32_t most = ~std::uint32_t{0};
  const std::uint32_t count = wanted > most ? most : static_cast<std::uint32_t>(wanted);
  reg(initial_count) = count == 0 ? 1 : count;
}

}  // namespace sel4::kernel::arch
