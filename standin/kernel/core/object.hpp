// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/context.hpp>
#include <core/slot.hpp>

namespace sel4::kernel {

struct Endpoint;
struct Notification;
struct Reply;
struct SchedContext;
struct Tcb;

/// Threads in a doubly linked list.
struct TcbQueue {
  Tcb* head = nullptr;
  Tcb* tail = nullptr;

  [[nodiscard]] bool is_empty() const { return head == nullptr; }
  inline void append(Tcb& tcb);
  inline void prepend(Tcb& tcb);
  inline void insert_before(Tcb& place, Tcb& tcb);
  inline void remove(Tcb& tcb);
};

enum class ThreadState : std::uint8_t {
  inactive,
  running,
  blocked_on_receive,
  blocked_on_send,
  blocked_on_reply,
  blocked_on_notification,
};

/// What stopped a thread, as the message for its handler: the words after those that come from its
/// registers.
struct Fault {
  Word type = 0;
  /// Cap fault: address, in receive phase, lookup failure; VM fault: address, fetch, status;
  /// exception: number, code; unknown system call: number; timeout: badge.
  Word words[6]{};
  Word count = 0;
};

/// A scheduling context and its refills, of which there are at least two; the memory behind holds
/// the others.
struct SchedContext {
  Ticks period;  // 0: round robin
  Ticks consumed;
  Tcb* tcb;
  Reply* reply;  // the last call that took it along
  Notification* notification;
  Tcb* yield_from;
  Word badge;
  std::uint32_t refill_max;  // 0: not configured
  std::uint32_t refill_first;
  std::uint32_t refill_count;
  bool is_sporadic;
  bool is_active;

  struct Refill {
    Ticks time;
    Ticks amount;
  };
  [[nodiscard]] Refill* refills();
  [[nodiscard]] std::uint32_t refill_index(std::uint32_t n) const {
    const std::uint32_t index = refill_first + n;
    return index >= refill_max ? index - refill_max : index;
  }
  [[nodiscard]] Refill& refill(std::uint32_t n) { return refills()[refill_index(n)]; }
  [[nodiscard]] Refill& first() { return refills()[refill_first]; }
  [[nodiscard]] Refill& last() { return refill(refill_count - 1); }
  [[nodiscard]] bool is_round_robin() const { return period == 0; }
};
/// What the interface says is not for extra refills, less the two that are always there.
inline constexpr Word sched_context_head = seL4_CoreSchedContextBytes - 2 * seL4_RefillSizeBytes;
static_assert(sizeof(SchedContext) <= sched_context_head);
static_assert(sizeof(SchedContext::Refill) == seL4_RefillSizeBytes);
inline SchedContext::Refill* SchedContext::refills() {
  return reinterpret_cast<Refill*>(reinterpret_cast<char*>(this) + sched_context_head);
}

struct Tcb {
  enum SlotIndex : unsigned { cspace, vspace, buffer, fault_handler, timeout_handler, slot_count };
  static constexpr unsigned name_size = 64;

  arch::Context context;
  ThreadState state;
  std::uint8_t priority;
  std::uint8_t mcp;
  std::uint8_t domain;
  bool is_queued;   // in a ready queue
  bool in_release;  // in the release queue
  // What it is blocked for.
  bool can_grant;
  bool can_grant_reply;
  bool is_call;
  bool is_fault_sent;
  std::uint32_t flags;
  Tcb* next;
  Tcb* prev;
  SchedContext* sc;
  Notification* bound;
  void* blocked_on;  // endpoint or notification
  Reply* reply;      // to take a call into, or through which this thread gets its answer
  Word badge;
  SchedContext* yield_to;
  Word buffer_address;
  Fault fault;
  Slot slots[slot_count];
  arch::FpuState fpu;
  // For the debug system calls only.
  Tcb* debug_next;
  Tcb* debug_prev;
  char name[name_size];

  [[nodiscard]] bool is_runnable() const { return state == ThreadState::running; }
  [[nodiscard]] bool is_stopped() const { return state != ThreadState::running; }
};
static_assert(sizeof(Tcb) <= bit(seL4_TCBBits));

struct Endpoint {
  TcbQueue queue;
  // All that wait do the same: the first thread's state says what.
  [[nodiscard]] bool has(ThreadState state) const {
    return queue.head != nullptr && queue.head->state == state;
  }
};
static_assert(sizeof(Endpoint) == bit(seL4_EndpointBits));

struct Notification {
  TcbQueue queue;
  bool is_active;
  Word badge;
  Tcb* bound;
  SchedContext* sc;
};
static_assert(sizeof(Notification) <= bit(seL4_NotificationBits));

/// A reply object; while a scheduling context is on the way through it, an element of that call
/// stack.
struct Reply {
  Tcb* tcb;
  Reply* below;  // the call that this one was made in
  Reply* above;
  SchedContext* sc;  // set where the stack's top is
};
static_assert(sizeof(Reply) == bit(seL4_ReplyBits));

inline void TcbQueue::append(Tcb& tcb) {
  tcb.next = nullptr;
  tcb.prev = tail;
  (tail != nullptr ? tail->next : head) = &tcb;
  tail = &tcb;
}
inline void TcbQueue::prepend(Tcb& tcb) {
  tcb.prev = nullptr;
  tcb.next = head;
  (head != nullptr ? head->prev : tail) = &tcb;
  head = &tcb;
}
inline void TcbQueue::insert_before(Tcb& place, Tcb& tcb) {
  tcb.next = &place;
  tcb.prev = place.prev;
  (place.prev != nullptr ? place.prev->next : head) = &tcb;
  place.prev = &tcb;
}
inline void TcbQueue::remove(Tcb& tcb) {
  (tcb.prev != nullptr ? tcb.prev->next : head) = tcb.next;
  (tcb.next != nullptr ? tcb.next->prev : tail) = tcb.prev;
  tcb.next = tcb.prev = nullptr;
}

/// The object that a capability refers to.
template <class Object>
[[nodiscard]] Object& object_of(const Cap& cap) {
  return *reinterpret_cast<Object*>(arch::to_virtual(cap.address()));
}
/// The physical address of an object.
[[nodiscard]] inline Word address_of(const void* object) {
  return arch::to_physical(reinterpret_cast<Word>(object));
}

}  // namespace sel4::kernel
