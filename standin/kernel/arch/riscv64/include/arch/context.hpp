// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel::arch {

/// seL4_UserContext as indices: the program counter and all registers but x0, in its own order.
inline constexpr unsigned user_context_words = 32;
/// How many of them are frame registers.
inline constexpr unsigned frame_words = 16;

/// Registers of a thread, in the order of seL4_UserContext; entry.S knows it.
struct Context {
  static constexpr unsigned pc_index = 0;
  static constexpr unsigned ra_index = 1;
  static constexpr unsigned sp_index = 2;
  static constexpr unsigned a0_index = 16;
  static constexpr unsigned t0_index = 24;
  static constexpr unsigned tp_index = 31;

  Word pc;
  Word x[user_context_words - 1];
  /// Where the instruction is that entered the kernel: to try it again.
  Word restart_pc;

  [[nodiscard]] Word& reg(unsigned n) { return x[n - 1]; }
  [[nodiscard]] Word reg(unsigned n) const { return x[n - 1]; }
  [[nodiscard]] Word& tls_base() { return reg(tp_index); }

  // Of system calls.
  [[nodiscard]] Word& cptr() { return reg(a0_index); }
  [[nodiscard]] Word& badge() { return reg(a0_index); }
  [[nodiscard]] Word& info() { return reg(a0_index + 1); }
  [[nodiscard]] Word& message(unsigned n) { return reg(a0_index + 2 + n); }
  [[nodiscard]] Word reply() const { return reg(a0_index + 6); }
  [[nodiscard]] Word number() const { return reg(a0_index + 7); }
  [[nodiscard]] Word destination() const { return reg(t0_index); }
};

struct FpuState {
  Word f[32];
  Word fcsr;
};

[[nodiscard]] inline Word read_register(const Context& context, unsigned n) {
  return n == Context::pc_index ? context.restart_pc : context.reg(n);
}
inline void write_register(Context& context, unsigned n, Word value) {
  (n == Context::pc_index ? context.restart_pc : context.reg(n)) = value;
}

/// The whole machine's memory, at one distance from its physical addresses.
inline constexpr Word window = 0xffff'ffc0'0000'0000;
[[nodiscard]] constexpr Word to_virtual(Word physical) { return physical + window; }
[[nodiscard]] constexpr Word to_physical(Word virt) { return virt - window; }

}  // namespace sel4::kernel::arch
