// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/sched_context.hpp>

// Refills: a queue of amounts and the times from which they may be used, in order of time. Their
// sum is the budget.

namespace sel4::kernel {

namespace {

using Refill = SchedContext::Refill;

Refill pop(SchedContext& sc) {
  const Refill first = sc.first();
  sc.refill_first = sc.refill_index(1);
  --sc.refill_count;
  return first;
}

/// Adds to the end. Times must not run backwards, and if there is no room the last takes it in, as
/// late as makes both follow each other.
void push(SchedContext& sc, Refill refill) {
  if (sc.refill_count > 0) {
    Refill& last = sc.last();
    if (sc.refill_count == sc.refill_max || refill.time <= last.time + last.amount) {
      if (refill.time > last.time + last.amount) last.time = refill.time - last.amount;
      last.amount += refill.amount;
      return;
    }
  }
  ++sc.refill_count;
  sc.last() = refill;
}

/// A refill too small to do anything joins the next one.
void merge_small(SchedContext& sc) {
  while (sc.refill_count > 1 && sc.first().amount < min_budget) {
    const Refill small = pop(sc);
    sc.first().amount += small.amount;
  }
}

void charge_round_robin(SchedContext& sc, Ticks used) {
  Refill& head = sc.first();
  Refill& tail = sc.last();
  const Ticks part = used < head.amount ? used : head.amount;
  head.amount -= part;
  tail.amount += part;
  if (head.amount >= min_budget) return;
  tail.amount += head.amount;
  head.amount = 0;
  sc.refill_first = sc.refill_index(1);
}

}  // namespace

void refill_new(SchedContext& sc, std::uint32_t max, Ticks budget, Ticks period, Ticks now) {
  sc.period = period;
  sc.refill_max = max;
  sc.refill_first = 0;
  sc.refill_count = 1;
  sc.first() = {now, budget};
  if (sc.is_round_robin()) {
    sc.refill_count = 2;
    sc.last() = {now, 0};
  }
}

void refill_update(SchedContext& sc, std::uint32_t max, Ticks budget, Ticks period, Ticks now) {
  Refill first = sc.first();
  if (first.time <= now) first.time = now;
  if (first.amount > budget) first.amount = budget;
  sc.period = period;
  sc.refill_max = max;
  sc.refill_first = 0;
  sc.refill_count = 1;
  sc.first() = first;
  const Ticks rest = budget - first.amount;
  if (sc.is_round_robin()) {
    sc.refill_count = 2;
    sc.last() = {first.time, rest};
  } else if (rest != 0) {
    push(sc, {first.time + period, rest});
  }
  if (sc.first().amount < min_budget) merge_small(sc);
}

void refill_charge(SchedContext& sc, Ticks used) {
  if (sc.is_round_robin()) {
    charge_round_robin(sc, used);
    return;
  }
  while (used >= sc.first().amount) {
    Refill gone = pop(sc);
    used -= gone.amount;
    gone.time += sc.period;
    push(sc, gone);
  }
  if (used > 0) {
    const Refill part{sc.first().time + sc.period, used};
    sc.first().amount -= used;
    sc.first().time += used;
    push(sc, part);
  }
  merge_small(sc);
}

bool refill_unblock(SchedContext& sc, Ticks now) {
  if (sc.is_round_robin() || sc.first().time > now) return false;
  sc.first().time = now;
  while (sc.refill_count > 1 && sc.refill(1).time <= now + sc.first().amount) {
    const Refill first = pop(sc);
    sc.first().amount += first.amount;
    sc.first().time = now;
  }
  return true;
}

}  // namespace sel4::kernel
