// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "fuzzer.hpp"

#include <sel4/alloc/boot_allocator.hpp>

namespace fuzz {

inline constexpr std::size_t thread_count = 4;

/// Everything that the fuzzing threads have and are, made anew for each round of one untyped, which
/// they have no capability to.
class Arena {
 public:
  explicit Arena(sel4::BootInfo boot_info) noexcept;

  /// Makes all objects. Panics where the kernel refuses: nothing of the last round may be left.
  void open(Word round) noexcept;
  /// Takes them back.
  void close() noexcept;

  /// Lets a thread begin anew, whatever it does.
  [[nodiscard]] bool restart(std::size_t thread) noexcept;
  /// Where threads' faults go, badged with the thread's number and one.
  [[nodiscard]] sel4::Endpoint faults() const noexcept { return faults_; }
  [[nodiscard]] CPtr reply() const noexcept { return reply_; }
  [[nodiscard]] const Room& room(std::size_t thread) const noexcept;

 private:
  struct Thread {
    CPtr tcb;
    CPtr node;
    CPtr vspace;
    CPtr sched_context;
  };

  [[nodiscard]] CPtr make(Word type, Word size = 0) noexcept;
  void make_thread(std::size_t number) noexcept;
  void map_program(std::size_t number) noexcept;
  void fill(std::size_t number) noexcept;
  void configure(std::size_t number) noexcept;
  /// A copy of `cap` into the thread's next slot.
  void give(const Thread& thread, Word& slot, CPtr cap, Word badge = 0) noexcept;
  void hand_over(const Thread& thread, Word& slot, CPtr cap) noexcept;

  sel4::BootInfo boot_info_;
  sel4::BootAllocator allocator_;
  sel4::Untyped memory_;
  sel4::Slot slots_;
  Word used_ = 0;
  sel4::Endpoint faults_;
  CPtr reply_;
  std::array<sel4::Endpoint, thread_count> badged_{};
  std::array<Thread, thread_count> threads_{};
};

}  // namespace fuzz
