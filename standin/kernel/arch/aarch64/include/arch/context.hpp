// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel::arch {

/// seL4_UserContext as indices: program counter, stack pointer, flags, then the others in its own
/// order.
inline constexpr unsigned user_context_words = 36;
/// How many of them are frame registers.
inline constexpr unsigned frame_words = 17;

/// Registers of a thread; entry.S knows the order.
struct Context {
  static constexpr unsigned pc_index = 0;
  static constexpr unsigned sp_index = 1;
  static constexpr unsigned spsr_index = 2;
  /// Not one of seL4_UserContext: where the thread goes on if it does not try again.
  static constexpr unsigned next_pc_index = user_context_words;

  Word x[31];
  Word sp;
  Word pc;
  Word spsr;
  /// Where the instruction is that entered the kernel: to try it again.
  Word restart_pc;
  Word tpidr;
  Word tpidrro;

  [[nodiscard]] Word& tls_base() { return tpidr; }

  // Of system calls.
  [[nodiscard]] Word& cptr() { return x[0]; }
  [[nodiscard]] Word& badge() { return x[0]; }
  [[nodiscard]] Word& info() { return x[1]; }
  [[nodiscard]] Word& message(unsigned n) { return x[2 + n]; }
  [[nodiscard]] Word reply() const { return x[6]; }
  [[nodiscard]] Word number() const { return x[7]; }
  [[nodiscard]] Word destination() const { return x[8]; }
};

struct alignas(16) FpuState {
  Word v[64];
  Word fpsr;
  Word fpcr;
};

[[nodiscard]] Word read_register(const Context& context, unsigned n);
/// Bits that would give more than user mode are dropped.
void write_register(Context& context, unsigned n, Word value);

/// The whole machine's memory, at one distance from its physical addresses.
inline constexpr Word window = 0xffff'ff80'0000'0000;
[[nodiscard]] constexpr Word to_virtual(Word physical) { return physical + window; }
[[nodiscard]] constexpr Word to_physical(Word virt) { return virt - window; }

}  // namespace sel4::kernel::arch
