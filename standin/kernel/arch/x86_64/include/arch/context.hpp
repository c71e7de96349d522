// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel::arch {

/// seL4_UserContext as indices into Context.
inline constexpr unsigned user_context_words = 20;
/// How many of them are frame registers.
inline constexpr unsigned frame_words = 18;

/// Registers of a thread, in the order of seL4_UserContext; entry.S knows it.
struct Context {
  static constexpr unsigned pc_index = 0;
  static constexpr unsigned sp_index = 1;
  static constexpr unsigned flags_index = 2;
  static constexpr unsigned rax_index = 3;
  static constexpr unsigned fs_index = 18;
  static constexpr unsigned gs_index = 19;

  Word pc;
  Word sp;
  Word flags;
  Word rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15;
  Word fs_base;
  Word gs_base;
  /// Where the instruction is that entered the kernel: to try it again.
  Word restart_pc;
  /// It waits for the return from a system call, which need not keep rcx and r11.
  Word by_syscall;

  [[nodiscard]] Word& reg(unsigned n) { return (&pc)[n]; }
  [[nodiscard]] Word reg(unsigned n) const { return (&pc)[n]; }
  [[nodiscard]] Word& tls_base() { return fs_base; }

  // Of system calls.
  [[nodiscard]] Word& cptr() { return rdi; }
  [[nodiscard]] Word& badge() { return rdi; }
  [[nodiscard]] Word& info() { return rsi; }
  [[nodiscard]] Word& message(unsigned n) {
    switch (n) {
      case 0:
        return r10;
      case 1:
        return r8;
      case 2:
        return r9;
      default:
        return r15;
    }
  }
  [[nodiscard]] Word reply() const { return r12; }
  [[nodiscard]] Word number() const { return rdx; }
  [[nodiscard]] Word destination() const { return r13; }
};

/// What XSAVE writes for the x87 and SSE registers.
struct alignas(64) FpuState {
  std::uint8_t legacy_start[24];
  std::uint32_t mxcsr;
  std::uint8_t rest[CONFIG_XSAVE_SIZE - 28];
};
static_assert(sizeof(FpuState) == CONFIG_XSAVE_SIZE);

[[nodiscard]] inline Word read_register(const Context& context, unsigned n) {
  return n == Context::pc_index ? context.restart_pc : context.reg(n);
}
/// What would fault in the kernel or give more than user mode is dropped.
void write_register(Context& context, unsigned n, Word value);

/// The whole machine's memory, at one distance from its physical addresses.
inline constexpr Word window = 0xffff'ff80'0000'0000;
[[nodiscard]] constexpr Word to_virtual(Word physical) { return physical + window; }
[[nodiscard]] constexpr Word to_physical(Word virt) { return virt - window; }

}  // namespace sel4::kernel::arch
