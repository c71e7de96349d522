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
/// How many microseconds before its time the timer is to interrupt.
inline constexpr Word early_us = 1;
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
inline void init_registers(Tcb&) {}
/// Nothing of a thread is in registers that are not saved on entry.
inline void switch_registers(Tcb*, Tcb&) {}
/// Makes the values of such registers of the running thread, if it is `tcb`, part of its context.
inline void sync_registers(Tcb&) {}
/// And takes them from there.
inline void load_registers(Tcb&) {}
/// System calls keep all registers.
inline void leave_syscall(Tcb&) {}
/// Translates user addresses as `tcb` wants, or not at all.
void switch_vspace(Tcb* tcb);
/// Lets programs use the FPU, or makes it a fault.
inline void enable_fpu(bool on) {
  constexpr Word fpu_state = Word{3} << 13;  // in sstatus
  if (on) {
    asm volatile("csrs sstatus, %0" ::"r"(fpu_state));
  } else {
    asm volatile("csrc sstatus, %0" ::"r"(fpu_state));
  }
}
extern "C" void save_fpu_registers(FpuState* state);
extern "C" void load_fpu_registers(const FpuState* state);

}  // namespace sel4::kernel::arch
