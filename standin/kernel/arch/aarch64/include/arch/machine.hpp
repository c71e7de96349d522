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
  asm volatile("mrs %0, cntvct_el0" : "=r"(value));
  return value;
}
/// How many microseconds before its time the timer is to interrupt.
inline constexpr Word early_us = 0;
inline void set_deadline(Ticks time) { asm volatile("msr cntv_cval_el0, %0" ::"r"(time)); }

// Interrupts.
inline constexpr Word max_irq = 159;
inline constexpr Word no_irq = ~Word{0};
inline constexpr Word timer_irq = 27;
/// The pending interrupt with the highest priority, or no_irq.
[[nodiscard]] Word active_irq();
void mask_irq(Word irq, bool is_masked);
/// A line that was taken comes no more until it is released; so must the handler's user do.
void hold_irq(Word irq);
inline void release_held_irq(Word irq) { mask_irq(irq, false); }
void finish_timer_irq();
/// Waits until an interrupt is pending.
inline void wait_for_interrupt() { asm volatile("dsb sy\n wfi" ::: "memory"); }

// I/O ports: there are none.
inline constexpr bool has_io_ports = false;
inline void release_ports(const Cap&) {}

// Memory.
/// Fills whole cache lines with zero; both are multiples of 64.
void clear_memory(void* start, Word bytes);

// Threads.
/// Registers of a thread that has just been made.
void init_registers(Tcb& tcb);
/// Leaves nothing of `from`, which may be null, in registers that are not saved on entry, and
/// prepares for `to`.
void switch_registers(Tcb* from, Tcb& to);
/// Makes the values of such registers of the running thread, if it is `tcb`, part of its context.
void sync_registers(Tcb& tcb);
/// And takes them from there.
void load_registers(Tcb& tcb);
/// System calls keep all registers.
inline void leave_syscall(Tcb&) {}
/// Translates user addresses as `tcb` wants, or not at all.
void switch_vspace(Tcb* tcb);
/// Lets programs use the FPU, or makes it a fault.
void enable_fpu(bool on);
extern "C" void save_fpu_registers(FpuState* state);
extern "C" void load_fpu_registers(const FpuState* state);

}  // namespace sel4::kernel::arch
