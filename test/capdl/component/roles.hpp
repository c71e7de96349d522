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
};

/// What byte `index` of a filled frame number `seed` is, index modulo 64.
constexpr unsigned filled_byte(unsigned seed, unsigned index) {
  return (seed * 7 + index * 13 + 1) & 0xff;
}

}  // namespace capdl_test
