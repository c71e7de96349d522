// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Guards of local static objects (Itanium C++ ABI 3.3.3): the first byte says that the object is
// made; the second word is ours: who makes it now, and whether others wait. Not libstdc++'s guards,
// which bring in exceptions and all that belongs to them.

#include <sel4/base/panic.hpp>
#include <sel4/runtime/wait.hpp>

#include <cstdint>

namespace {

struct Guard {
  std::atomic<std::uint8_t> made;
  sel4::runtime::WaitWord owner;
};
static_assert(sizeof(Guard) == 8);

constexpr std::uint32_t nobody = 0;
constexpr std::uint32_t others_wait = 1;

/// Not zero, different for each thread: from the address of its thread-local storage.
std::uint32_t self() noexcept {
#if SEL4_RUNTIME_TLS
  const auto pointer = reinterpret_cast<std::uintptr_t>(__builtin_thread_pointer());
  return (static_cast<std::uint32_t>(pointer >> 4) << 2) | 2;
#else
  return 2;
#endif
}

void leave(Guard& guard) noexcept {
  if ((guard.owner.exchange(nobody, std::memory_order_acq_rel) & others_wait) != 0) {
    sel4::runtime::wake_all();
  }
}

}  // namespace

extern "C" {

int __cxa_guard_acquire(Guard* guard) {
  for (;;) {
    if (guard->made.load(std::memory_order_acquire) != 0) return 0;
    std::uint32_t owner = nobody;
    if (guard->owner.compare_exchange_strong(owner, self(), std::memory_order_acq_rel)) {
      // Its maker may have finished between the two looks.
      if (guard->made.load(std::memory_order_acquire) == 0) return 1;
      leave(*guard);
      return 0;
    }
    if ((owner & ~others_wait) == self()) {
      sel4::panic("recursive initialization",
                  "the initializer of a local static object came to that object again");
    }
    const std::uint32_t awaited = owner | others_wait;
    if (owner == awaited || guard->owner.compare_exchange_strong(owner, awaited)) {
      sel4::runtime::wait_on(guard->owner, awaited);
    }
  }
}

void __cxa_guard_release(Guard* guard) noexcept {
  guard->made.store(1, std::memory_order_release);
  leave(*guard);
}

/// The initializer threw: the next one to come tries again.
void __cxa_guard_abort(Guard* guard) noexcept { leave(*guard); }
}
