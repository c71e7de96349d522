// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/wait.hpp>
#include <sel4/sys/syscalls.hpp>

namespace sel4::runtime {
namespace {

#if SEL4_RUNTIME_TLS

/// A sleeping thread, on that thread's stack. It leaves the list only by being signalled.
struct Sleeper {
  Sleeper* next;
  Word notification;
};

constinit std::atomic<Sleeper*> sleepers{nullptr};
constinit thread_local Word own_notification = 0;

#endif

}  // namespace

#if SEL4_RUNTIME_TLS

void set_wait_notification(CPtr notification) noexcept { own_notification = notification.bits(); }

void wait_on(const WaitWord& word, std::uint32_t expected) noexcept {
  if (own_notification == 0) {
    if (word.load(std::memory_order_acquire) == expected) sys::yield();
    return;
  }
  Sleeper self{.next = sleepers.load(std::memory_order_relaxed), .notification = own_notification};
  while (!sleepers.compare_exchange_weak(self.next, &self, std::memory_order_seq_cst)) {
  }
  // If the word changed before this thread was on the list, its changer may have found the list
  // empty; then this thread wakes everyone, itself included.
  if (word.load(std::memory_order_seq_cst) != expected) wake_all();
  static_cast<void>(sys::wait(CPtr{self.notification}));
}

void wake_all() noexcept {
  // A full barrier before the look at the list: the change of the word comes first.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  Sleeper* sleeper = sleepers.exchange(nullptr, std::memory_order_seq_cst);
  while (sleeper != nullptr) {
    // Once signalled, the thread's stack is its own again.
    Sleeper* const next = sleeper->next;
    const Word notification = sleeper->notification;
    sys::signal(CPtr{notification});
    sleeper = next;
  }
}

#else

void set_wait_notification(CPtr) noexcept {}

void wait_on(const WaitWord& word, std::uint32_t expected) noexcept {
  if (word.load(std::memory_order_acquire) == expected) sys::yield();
}

void wake_all() noexcept {}

#endif

}  // namespace sel4::runtime
