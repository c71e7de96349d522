// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel::arch {

// Console.
void console_put(char character);
[[noreturn]] void stop();

// Timer. Ticks are nanoseconds by the time stamp counter.
inline constexpr Ticks ticks_per_second = 1'000'000'000;
__extension__ using Wide = unsigned __int128;
/// Nanoseconds of a tick of the counter, times 2^32.
extern constinit Word ns_per_count;
[[nodiscard]] inline Ticks read_timer() {
  std::uint32_t low;
  std::uint32_t high;
  asm volatile("rdtsc" : "=a"(low), "=d"(high));
  return static_cast<Ticks>(Wide{Word{high} << 32 | low} * ns_per_count >> 32);
}
/// How many microseconds before its time the timer is to interrupt.
inline constexpr Word early_us = 1;
void set_deadline(Ticks time);

// Interrupts, by the number of their vector from IRQ_OFFSET on; the timer's comes behind those that
// programs can have.
inline constexpr Word last_user_irq = 107;
inline constexpr Word timer_irq = last_user_irq + 1;
inline constexpr Word max_irq = timer_irq;
inline constexpr Word no_irq = ~Word{0};
/// The interrupt that the kernel was entered for, or no_irq.
[[nodiscard]] Word active_irq();
void mask_irq(Word irq, bool is_masked);
/// A line that was taken does not come again until it is released, unless it is told by its edges.
void hold_irq(Word irq);
void release_held_irq(Word irq);
void finish_timer_irq();
/// Waits until an interrupt is pending.
void wait_for_interrupt();

// I/O ports.
inline constexpr bool has_io_ports = true;
/// The last capability to a range of ports goes: it can be given out again.
void release_ports(const Cap& cap);

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
/// All its registers count from now on, also those that a system call need not keep.
inline void leave_syscall(Tcb& tcb) { tcb.context.by_syscall = 0; }
/// Translates user addresses as `tcb` wants, or not at all.
void switch_vspace(Tcb* tcb);
/// Lets programs use the FPU, or makes it a fault.
void enable_fpu(bool on);
extern "C" void save_fpu_registers(FpuState* state);
extern "C" void load_fpu_registers(const FpuState* state);

}  // namespace sel4::kernel::arch
