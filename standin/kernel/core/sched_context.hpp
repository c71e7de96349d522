// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/machine.hpp>
#include <core/object.hpp>

namespace sel4::kernel {

/// What one way through the kernel may take, and the least budget: twice that.
inline constexpr Word worst_case_us = 10 * CONFIG_KERNEL_WCET_SCALE;
inline constexpr Word min_budget_us = 2 * worst_case_us;

[[nodiscard]] constexpr Ticks ticks_of(Word us) {
  constexpr Word us_per_second = 1'000'000;
  return us / us_per_second * arch::ticks_per_second +
         us % us_per_second * arch::ticks_per_second / us_per_second;
}
[[nodiscard]] constexpr Word us_of(Ticks ticks) {
  constexpr Word us_per_second = 1'000'000;
  return ticks / arch::ticks_per_second * us_per_second +
         ticks % arch::ticks_per_second * us_per_second / arch::ticks_per_second;
}

inline constexpr Ticks worst_case = ticks_of(worst_case_us);
inline constexpr Ticks min_budget = ticks_of(min_budget_us);
/// The longest period: an eighth of what could be converted to ticks with one multiplication, by
/// the ticks of a microsecond or, where that is no whole number, of a millisecond.
inline constexpr Word max_period_us =
    ~Ticks{0} /
    (arch::ticks_per_second / (arch::ticks_per_second % 1'000'000 == 0 ? 1'000'000 : 1'000)) / 8;

/// Whether the first refill can be used at `now`.
[[nodiscard]] inline bool is_ready(SchedContext& sc, Ticks now) {
  return sc.first().time <= now + worst_case;
}
/// Whether the first refill is enough to go on after `used` ticks of it.
[[nodiscard]] inline bool is_sufficient(SchedContext& sc, Ticks used) {
  const Ticks amount = sc.first().amount;
  return amount >= used && amount - used >= min_budget;
}

/// Sets budget and period, all of it to be used from `now` on.
void refill_new(SchedContext& sc, std::uint32_t max, Ticks budget, Ticks period, Ticks now);
/// The same for one that is in use: what it has used up stays used up.
void refill_update(SchedContext& sc, std::uint32_t max, Ticks budget, Ticks period, Ticks now);
/// Takes `used` ticks off, to come back a period later.
void refill_charge(SchedContext& sc, Ticks used);
/// It starts to be used at `now`: refills of the past move there. Whether that changed the first.
bool refill_unblock(SchedContext& sc, Ticks now);

// The relation between scheduling contexts and those that run on them.

/// Gives it to `to`, which has none, and takes it from whoever has it.
void donate(SchedContext& sc, Tcb& to);
/// If its thread can run, it waits for budget if there is none.
void resume(SchedContext& sc);
/// Binds it to a thread that has none.
void bind_tcb(SchedContext& sc, Tcb& tcb);
void unbind_tcb(SchedContext& sc);
void bind_notification(SchedContext& sc, Notification& notification);
void unbind_notification(SchedContext& sc);
/// Lets go the call stack and who waits in YieldTo.
void unbind_reply(SchedContext& sc);
/// Ends a YieldTo of the thread: with the answer, or without.
void complete_yield_to(Tcb& tcb);
void cancel_yield_to(Tcb& tcb);
/// Ticks used since the last question.
[[nodiscard]] Word take_consumed_us(SchedContext& sc);
/// Where a thread without scheduling context gets the notification's, and where it gives it back.
void lend(Notification& notification, Tcb& tcb);
void give_back(Notification* notification, Tcb& tcb);

}  // namespace sel4::kernel
