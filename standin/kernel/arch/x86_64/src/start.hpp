// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <boot/boot.hpp>

namespace sel4::kernel::arch {

// Devices that the kernel keeps for itself.
inline constexpr Word io_apic = 0xfec0'0000;
inline constexpr Word local_apic = 0xfee0'0000;

/// How far an image is from its physical addresses.
inline constexpr Word image_offset = 0xffff'ffff'8000'0000;
inline constexpr Word kernel_physical_end = 0xa1'3000;

/// Lines of the boot loader's programs.
inline constexpr unsigned first_irq_vector = 0x30;

void start_console();
/// Segments, the stack for interrupts, and the entries of all vectors.
void start_descriptors();
/// Interrupt controllers with all lines masked, and the timer. Returns the MHz of the time stamp
/// counter.
[[nodiscard]] unsigned start_apics();
/// No program can reach the low addresses any more.
void end_boot_mapping();

/// Loads the program that the boot loader brought behind the kernel and finds the memory.
[[nodiscard]] BootArguments read_multiboot(Word magic, Word information, unsigned tsc_mhz);

}  // namespace sel4::kernel::arch
