// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel::arch {

// Console.
void console_put(char character);
[[noreturn]] void stop();

// Timer.
inline constexpr Ticks ticks_per_second = CONFIG_TIMER_FREQUENCY;
[[nodiscard]] inline Ticks read_timer() {
  Ticks value;
  asm volatile("rdtime %0" : "=r"(value));
  return value;
}
void set_deadline(Ticks time);

// Interrupts: those of the PLIC, and the timer by the number of the line behind the last device's.
inline constexpr Word device_irqs = 95;
inline constexpr Word timer_irq = device_irqs + 1;
inline constexpr Word max_irq = timer_irq;
inline constexpr Word no_irq = ~Word{0};
/// The pending interrupt with the highest priority, or no_irq.
[[nodiscard]] Word active_irq();
void mask_irq(Word irq, bool is_masked);
/// A line that was taken may come again at once: the PLIC is told its end.
void hold_irq(Word irq);
inline void release_held_irq(Word) {}
inline void finish_timer_irq() {}
/// Waits until an interrupt is pending.
inline void wait_for_interrupt() { asm volatile("wfi" ::: "memory"); }

// I/O ports: there are none.
inline constexpr bool has_io_ports = false;
inline void release_ports(const Cap&) {}

// Memory.
/// Fills whole cache lines with zero; both are multiples of 64.
void clear_memory(void* start, Word bytes);

// Threads.
/// Registers of a thread that has just been made.
inline void init_context(Context&) {}
/// Leaves nothing of `from`, which may be null, in registers that are not saved on entry, and
/// prepares for `to`.
void switch_registers(Tcb* from, Tcb& to);
/// Makes the values of such registers of the running thread, if it is `tcb`, part of its context.
inline void sync_registers(Tcb&) {}
/// And takes them from there.
inline void load_registers(Tcb&) {}
/// Translates user addresses as `tcb` wants, or not at all.
void switch_vspace(Tcb* tcb);
/// The owner of the FPU's registers, if it is `tcb`, has none any more.
void drop_fpu(Tcb& tcb);
/// `tcb` wants to use the FPU. False if it may not, or does already.
[[nodiscard]] bool take_fpu(Tcb& tcb);
/// The flags of `tcb`, which runs, have changed, or it runs now.
void update_fpu(Tcb& tcb);

}  // namespace sel4::kernel::arch
