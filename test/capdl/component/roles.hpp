// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

namespace capdl_test {

/// What the test program does: the first argument of a thread.
enum class Role : unsigned long {
  /// Says that the test has passed.
  pass,
  /// Waits for signals of as many threads as argument 1 says.
  collect,
  /// Sends a signal and is done.
  signal,
  /// Looks at filled frames: address, count.
  frames,
  /// One of two threads: number, address of shared memory.
  threads,
  /// Asks for the physical addresses of frames in slots from 1 on: count, first address.
  cover,
  /// Reads where nothing is mapped.
  fault,
  /// Waits for a fault, and looks at the badge: badge.
  handler,
  /// Lets a device copy through its I/O space: address of its registers, address of memory.
  dma,
};

/// QEMU's device for education (x86_64), which copies between memory and 4 KiB of its own.
namespace edu {
/// On bus 0.
constexpr unsigned device = 5;
/// Where its registers are to be.
constexpr unsigned long registers = 0xfea0'0000;
/// The address at which it has the memory.
constexpr unsigned long io_address = 0x10'0000;
}  // namespace edu

/// Where programs have the UART, on kernels without printing.
constexpr unsigned long uart_address = 0x87'0000;

/// What byte `index` of a filled frame number `seed` is, index modulo 64.
constexpr unsigned filled_byte(unsigned seed, unsigned index) {
  return (seed * 7 + index * 13 + 1) & 0xff;
}

}  // namespace capdl_test
