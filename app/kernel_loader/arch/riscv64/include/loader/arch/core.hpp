// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <loader/arch/asm_constants.h>
#include <loader/arch/translation.hpp>
#include <loader/cores.hpp>

extern "C" {
extern std::byte loader_stacks[];
[[noreturn]] void jump_to_kernel(const sel4::loader::KernelArguments* arguments,
                                 std::uint64_t entry, std::uint64_t core, std::uint64_t hart,
                                 std::uint64_t satp);
}

namespace sel4::loader::arch {

/// Stops this core for good.
[[noreturn]] inline void halt() {
  for (;;) asm volatile("wfi");
}

/// Waits a little.
inline void relax() { asm volatile("nop" ::: "memory"); }

/// Makes stores visible to the cores in relax().
inline void signal_cores() { asm volatile("fence rw, rw" ::: "memory"); }

/// A clock, and its rate.
[[nodiscard]] inline std::uint64_t ticks() {
  std::uint64_t value;
  asm volatile("rdtime %0" : "=r"(value)::"memory");
  return value;
}
[[nodiscard]] constexpr std::uint64_t ticks_per_second() { return config::timer_frequency; }

/// Caches are coherent; only the order matters.
inline void make_visible(const void*, std::size_t) { asm volatile("fence rw, rw" ::: "memory"); }

/// Instruction fetches are synchronised by each core on its way into the kernel.
inline void make_executable(const void*, std::size_t) {}

[[nodiscard]] inline std::uint64_t stack_top(std::size_t core) {
  return reinterpret_cast<std::uintptr_t>(loader_stacks + (core + 1) * STACK_SIZE);
}

/// Enters the kernel as logical core `core`.
[[noreturn]] inline void enter_kernel(const KernelArguments& arguments, std::uint64_t entry,
                                      std::uint64_t core, std::uint64_t hardware_id) {
  jump_to_kernel(&arguments, entry, core, hardware_id, translation_roots().low);
}

}  // namespace sel4::loader::arch
