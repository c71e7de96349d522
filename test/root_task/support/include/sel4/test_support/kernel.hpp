// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/root_task.hpp>

namespace sel4::test {

/// The one allocator of a test program.
[[nodiscard]] inline BootAllocator& allocator() noexcept {
  static BootAllocator instance{boot_info()};
  return instance;
}

/// New objects and slots. A test cannot go on without them: these panic when there are none left.
template <FixedSizeObject T>
[[nodiscard]] T make() noexcept {
  return allocator().template create<T>().or_panic("no room for an object of a test");
}
template <VariableSizeObject T>
[[nodiscard]] T make(Word size_argument) noexcept {
  return allocator().template create<T>(size_argument).or_panic("no room for an object of a test");
}
[[nodiscard]] inline Slot free_slot() noexcept {
  return allocator().slot().or_panic("no slot left for a test");
}
[[nodiscard]] inline Slot free_slots(Word count) noexcept {
  return allocator().slots(count).or_panic("no slots left for a test");
}
[[nodiscard]] inline ReplyAuthority make_reply() noexcept {
  return allocator().create_reply_authority().or_panic("no room for a reply object of a test");
}

/// The slot of the root CNode that holds `cap`.
template <Capability T>
[[nodiscard]] SlotOf<T> slot_of(T cap) noexcept {
  return init_thread::cnode.slot(cap);
}

/// A new capability to what `cap` names, with that badge.
template <Capability T>
[[nodiscard]] T minted(T cap, Word badge, Rights rights = Rights::all) noexcept {
  return free_slot()
      .mint(cap, {.rights = rights, .badge = Badge{badge}})
      .or_panic("a test cannot mint a capability");
}

/// The initial thread's priority while it tests: a thread above it runs until it blocks as soon as
/// it is ready, one below it only while the initial thread waits.
inline constexpr Priority main_priority{100};
inline constexpr Priority above_main{110};
inline constexpr Priority below_main{90};

inline void set_main_priority(Priority priority = main_priority) noexcept {
  init_thread::tcb.set_priority(init_thread::tcb, priority)
      .or_panic("a test cannot set its priority");
}

}  // namespace sel4::test
