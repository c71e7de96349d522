// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <loader/arch/asm_constants.h>
#include <loader/cores.hpp>

extern "C" {
extern std::byte loader_stacks[];
void clean_invalidate_range(std::uint64_t start, std::uint64_t end);
[[noreturn]] void jump_to_kernel(const sel4::loader::KernelArguments* arguments,
                                 std::uint64_t entry, std::uint64_t core);
}

namespace sel4::loader::arch {

/// Stops this core for good.
[[noreturn]] inline void halt() {
  for (;;) asm volatile("wfe");
}

/// Waits for signal_cores() or any other event.
inline void relax() { asm volatile("wfe" ::: "memory"); }

/// Wakes the cores in relax().
inline void signal_cores() { asm volatile("dsb sy\n\tsev" ::: "memory"); }

/// A clock, and its rate.
[[nodiscard]] inline std::uint64_t ticks() {
  std::uint64_t value;
  asm volatile("isb\n\tmrs %0, cntpct_el0" : "=r"(value)::"memory");
  return value;
}
[[nodiscard]] inline std::uint64_t ticks_per_second() {
  std::uint64_t value;
  asm volatile("mrs %0, cntfrq_el0" : "=r"(value));
  return value;
}

/// Writes what was written out to memory, for a core that reads without caches.
inline void make_visible(const void* start, std::size_t size) {
  const auto address = reinterpret_cast<std::uintptr_t>(start);
  clean_invalidate_range(address, address + size);
}

/// Makes what was written visible to instruction fetches of all cores; the instruction cache itself
/// is invalidated on the way into the kernel.
inline void make_executable(const void* start, std::size_t size) { make_visible(start, size); }

[[nodiscard]] inline std::uint64_t stack_top(std::size_t core) {
  return reinterpret_cast<std::uintptr_t>(loader_stacks + (core + 1) * STACK_SIZE);
}

/// Enters the kernel as logical core `core`.
[[noreturn]] inline void enter_kernel(const KernelArguments& arguments, std::uint64_t entry,
                                      std::uint64_t core, std::uint64_t /*hardware_id*/) {
  jump_to_kernel(&arguments, entry, core);
}

}  // namespace sel4::loader::arch
