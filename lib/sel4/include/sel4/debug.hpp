// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Calls for debugging. Those that only print or annotate do nothing on kernels that cannot, so that
// they can stay in the source; those whose result or effect a program relies on do not compile
// there.

#pragma once

#include <sel4/config.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/ipc.hpp>
#include <sel4/sys/syscall_number.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sel4 {

namespace detail {

/// A call of the debug and benchmark kind: an argument goes in and a result comes out in the
/// capability register.
[[gnu::always_inline]] inline Word debug_call(sys::Syscall call, Word argument) noexcept {
  return sys::arch::trap_send_recv(
             call.number,
             {argument, 0, sys::any_word(), sys::any_word(), sys::any_word(), sys::any_word()},
             sys::any_word())
      .cap;
}

}  // namespace detail

/// Whether debug_put_char() and debug_print() print.
inline constexpr bool can_debug_print = sys::syscall::debug_put_char.enabled;

/// Prints a character on the kernel's console; does nothing on kernels built without printing.
inline void debug_put_char(char c) noexcept {
  if constexpr (can_debug_print) {
    detail::debug_call(sys::syscall::debug_put_char, static_cast<unsigned char>(c));
  }
}

/// Prints text on the kernel's console; does nothing on kernels built without printing.
inline void debug_print(std::string_view text) noexcept {
  if constexpr (can_debug_print) {
    for (const char c : text) debug_put_char(c);
  }
}

/// Prints all threads; does nothing on kernels built without printing.
inline void debug_dump_scheduler() noexcept {
  if constexpr (sys::syscall::debug_dump_scheduler.enabled) {
    detail::debug_call(sys::syscall::debug_dump_scheduler, 0);
  }
}

/// Prints all capabilities; does nothing on kernels without debug support.
inline void debug_snapshot() noexcept {
  if constexpr (sys::syscall::debug_snapshot.enabled) {
    sys::arch::trap_null(sys::syscall::debug_snapshot.number);
  }
}

/// Names a thread for the kernel's messages, by way of the IPC buffer's message words; a longer
/// name is cut. Does nothing on kernels without debug support.
template <sys::IpcContext Ipc = sys::ThreadIpc>
void debug_name_thread(AnyCap tcb, std::string_view name, Ipc ipc = {}) noexcept {
  if constexpr (sys::syscall::debug_name_thread.enabled) {
    IpcBuffer& buffer = ipc.buffer();
    char* const to = reinterpret_cast<char*>(&buffer.msg[0]);
    const std::size_t room = sizeof buffer.msg - 1;
    const std::size_t length = name.size() < room ? name.size() : room;
    for (std::size_t i = 0; i < length; ++i) to[i] = name[i];
    to[length] = '\0';
    detail::debug_call(sys::syscall::debug_name_thread, tcb.cptr().bits());
  }
}

/// The kernel's number for the kind of capability in a slot; 0 is an empty one. The numbers are the
/// kernel's internal ones.
template <bool Enabled = sys::syscall::debug_cap_identify.enabled>
  requires Enabled
[[nodiscard]] std::uint32_t debug_cap_identify(CPtr slot) noexcept {
  return static_cast<std::uint32_t>(
      detail::debug_call(sys::syscall::debug_cap_identify, slot.bits()));
}

/// Stops the whole system for good.
template <bool Enabled = sys::syscall::debug_halt.enabled>
  requires Enabled
void debug_halt() noexcept {
  sys::arch::trap_null(sys::syscall::debug_halt.number);
}

/// The core that a thread runs, or last ran, on. Multicore debug kernels.
template <bool Enabled = sys::syscall::debug_get_thread_affinity.enabled>
  requires Enabled
[[nodiscard]] Word debug_get_thread_affinity(AnyCap tcb) noexcept {
  return detail::debug_call(sys::syscall::debug_get_thread_affinity, tcb.cptr().bits());
}

/// Sends interrupt `irq` (0 to 15) to core `core`. Multicore debug kernels; only Arm has it.
template <bool Enabled = sys::syscall::debug_send_ipi.enabled>
  requires Enabled
void debug_send_ipi(std::uint8_t core, unsigned irq) noexcept {
  sys::arch::trap_send(sys::syscall::debug_send_ipi.number, {core, irq, 0, 0, 0, 0});
}

/// Runs `function(argument)` in kernel mode. Kernels built for code injection.
template <bool Enabled = sys::syscall::debug_run.enabled>
  requires Enabled
void debug_run(void (*function)(void*), void* argument) noexcept {
  sys::arch::trap_send_null(sys::syscall::debug_run.number, reinterpret_cast<Word>(function),
                            reinterpret_cast<Word>(argument));
}

}  // namespace sel4
