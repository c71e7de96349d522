// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/head.hpp>

#include <cstdint>

namespace sel4::loader {

/// What the kernel's entry point takes, in the order of its argument registers.
struct KernelArguments {
  std::uint64_t user_phys_start;
  std::uint64_t user_phys_end;
  std::uint64_t user_pv_offset;
  std::uint64_t user_virt_entry;
  std::uint64_t dtb_phys;
  std::uint64_t dtb_size;
};

/// What a core that has just been started reads before it has a stack; known to the assembler.
struct alignas(64) StartingCore {
  std::uint64_t stack_top;
  std::uint64_t core;
  std::uint64_t root_low;
  std::uint64_t root_high;
};

/// Starts the other cores one after the other and waits for each; all then wait in the loader.
/// Ends in fatal() if one cannot be started or does not arrive within ten seconds.
void start_other_cores(const payload::Head& head);

/// Sends all cores, this one as core 0, into the kernel.
[[noreturn]] void enter_kernel(const payload::Head& head);

}  // namespace sel4::loader
