// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <check/objects.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>

namespace sel4::kernel {

namespace {

/// Walks a queue, checks its links, and calls `use` for each thread.
template <class Use>
Word walk_queue(const TcbQueue& queue, Use use) {
  Word count = 0;
  const Tcb* before = nullptr;
  for (const Tcb* tcb = queue.head; tcb != nullptr; tcb = tcb->next) {
    require(tcb->prev == before, "a thread's neighbour in a queue points back to it", tcb);
    use(*tcb, before);
    before = tcb;
    require(++count < 100'000, "a queue ends", &queue);
  }
  require(queue.tail == before, "a queue knows its last thread", &queue);
  return count;
}

Word check_ready_queues() {
  Word count = 0;
  for (unsigned domain = 0; domain < domains; ++domain) {
    const Scheduler::Ready& ready = sched.ready[domain];
    for (unsigned priority = 0; priority < priorities; ++priority) {
      const TcbQueue& queue = ready.queues[priority];
      const bool marked = (ready.used[priority / word_bits] >> priority % word_bits & 1) != 0;
      require(marked == !queue.is_empty(), "a priority is marked if it has ready threads", &queue);
      if (queue.is_empty()) continue;
      require((ready.used_groups >> priority / word_bits & 1) != 0,
              "a group of priorities is marked if it has ready threads", &queue);
      count += walk_queue(queue, [&](const Tcb& tcb, const Tcb*) {
        require(tcb.is_queued && tcb.priority == priority && tcb.domain == domain,
                "a ready thread is in the queue of its priority", &tcb);
        require(is_schedulable(tcb), "a ready thread can run", &tcb);
      });
    }
  }
  return count;
}

Word check_release_queue() {
  return walk_queue(sched.release, [](const Tcb& tcb, const Tcb* before) {
    require(tcb.in_release && !tcb.is_queued, "a thread that waits for budget is not ready", &tcb);
    require(tcb.sc != nullptr && tcb.sc->refill_max != 0, "it waits for its own budget", &tcb);
    require(before == nullptr || before->sc->first().time <= tcb.sc->first().time,
            "threads that wait for budget are in order of time", &tcb);
  });
}

/// Threads blocked on an endpoint or notification; how many.
Word check_waiters(const TcbQueue& queue, const void* object) {
  return walk_queue(queue, [&](const Tcb& tcb, const Tcb* before) {
    require(tcb.blocked_on == object && tcb.state == queue.head->state,
            "threads that wait at an object wait for the same", &tcb);
    require(before == nullptr || before->priority >= tcb.priority,
            "threads that wait are in order of priority", &tcb);
    require(!tcb.is_queued && !(&tcb == sched.current), "a thread that waits does not run", &tcb);
  });
}

void check_state(const Tcb& tcb) {
  const bool blocked_on_object = tcb.state == ThreadState::blocked_on_receive ||
                                 tcb.state == ThreadState::blocked_on_send ||
                                 tcb.state == ThreadState::blocked_on_notification;
  require(tcb.is_stopped() || !blocked_on_object, "a running thread is not blocked", &tcb);
  if (tcb.state == ThreadState::blocked_on_reply) {
    require(tcb.reply != nullptr && tcb.reply->tcb == &tcb, "a caller has a reply object", &tcb);
  } else if (tcb.state == ThreadState::blocked_on_receive) {
    require(tcb.reply == nullptr || tcb.reply->tcb == &tcb, "a receiver's reply object is its own",
            &tcb);
  } else {
    require(tcb.reply == nullptr, "other threads have no reply object", &tcb);
  }
  require(tcb.sc == nullptr || tcb.sc->tcb == &tcb, "a thread's context has that thread", &tcb);
  require(tcb.bound == nullptr || tcb.bound->bound == &tcb,
          "a thread's notification is bound to it", &tcb);
  require(tcb.yield_to == nullptr || tcb.yield_to->yield_from == &tcb,
          "a context yielded to knows by whom", &tcb);
  if (is_schedulable(tcb)) {
    require(tcb.is_queued || &tcb == sched.current, "a thread that can run is ready", &tcb);
  }
}

void check_current() {
  const Tcb* current = sched.current;
  require(sched.candidate == nullptr && !sched.must_choose && !sched.must_set_timer,
          "the choice who runs is made", &sched);
  require(current != nullptr && is_schedulable(*current) && !current->is_queued,
          "the current thread can run and is in no queue", current);
  require(sched.current_sc == current->sc, "time is charged to the current thread", current);
  const Tcb* other = highest();
  require(other == nullptr || other->priority <= current->priority,
          "nobody of a higher priority is ready", other);
}

}  // namespace

void check_threads() {
  const Word ready = check_ready_queues();
  const Word waiting = check_release_queue();
  Word flagged_ready = 0;
  Word flagged_waiting = 0;
  Word blocked = 0;
  Word count = 0;
  debug_for_each([&](const Tcb& tcb) {
    ++count;
    flagged_ready += tcb.is_queued;
    flagged_waiting += tcb.in_release;
    blocked += tcb.state == ThreadState::blocked_on_receive ||
               tcb.state == ThreadState::blocked_on_send ||
               tcb.state == ThreadState::blocked_on_notification;
    check_state(tcb);
  });
  require(ready == flagged_ready, "a thread marked as ready is in a queue", &sched);
  require(waiting == flagged_waiting, "a thread marked as waiting for budget is", &sched);
  Word waiters = 0;
  for_each_object<Endpoint>(Kind::endpoint, [&](const Endpoint& endpoint, const Cap&) {
    waiters += check_waiters(endpoint.queue, &endpoint);
  });
  for_each_object<Notification>(Kind::notification, [&](const Notification& object, const Cap&) {
    waiters += check_waiters(object.queue, &object);
    require(object.queue.is_empty() || !object.is_active, "who waits is not signalled", &object);
    require(object.bound == nullptr || object.bound->bound == &object,
            "a notification's thread is bound to it", &object);
    require(object.sc == nullptr || object.sc->notification == &object,
            "a notification's context is bound to it", &object);
  });
  require(blocked == waiters, "a blocked thread is in the queue of an object", &sched);
  Word capabilities = 0;
  for_each_object<Tcb>(Kind::tcb, [&](const Tcb&, const Cap&) { ++capabilities; });
  require(count == capabilities, "a thread has a capability", &sched);
  check_current();
}

}  // namespace sel4::kernel
