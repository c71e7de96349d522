// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>
#include <sel4/image_frames.hpp>
#include <sel4/thread.hpp>

#include <optional>

namespace sel4::conformance {

/// The initial thread's priority: actors above it run until they block as soon as they are ready.
constexpr Word main_priority = 100;
constexpr Word actor_priority = 110;

/// What the actors and the initial thread did, in the order in which they did it.
inline Text& notes() noexcept {
  static constinit Text text;
  return text;
}
template <class... Parts>
void note(const Parts&... parts) noexcept {
  if (!notes().is_empty()) notes().add("; ");
  notes().add(parts...);
}
/// One line of the transcript with all notes since the last one.
template <class... Parts>
void tell_notes(const Parts&... what) {
  println(line_mark, what..., ": ", notes().is_empty() ? "nothing" : notes().view());
  notes().clear();
}

struct ActorOptions {
  Word priority = actor_priority;
  Word max_controlled_priority = 0;
  CPtr fault_handler{};
  CPtr cspace_root = init_thread::cnode.cptr();
  Word cspace_guard = 0;
  CPtr vspace_root = init_thread::vspace.cptr();
  bool has_ipc_buffer = true;
  bool has_sched_context = true;
  /// Microseconds. Not used up by any test that does not mean to.
  Word budget = 10'000'000;
  Word period = 10'000'000;
  Word extra_refills = 0;
  Word budget_badge = 0;
  Word budget_flags = 0;
};

/// A second thread of this program. Its objects are the scratch's: they go when that is cleared.
class Actor {
 public:
  static constexpr std::size_t max_actors = 8;

  Actor(Scratch& scratch, const ActorOptions& options = {}) noexcept
      : room_(room()), tcb_(scratch.make<Tcb>().cptr()) {
    configure(scratch, options);
  }
  Actor(const Actor&) = delete;
  Actor& operator=(const Actor&) = delete;
  /// Stops it first: clearing the scratch takes so long that the kernel lets others run meanwhile,
  /// and may wake it before it is its turn to go.
  ~Actor() {
    sys::tcb_suspend(sys::ThreadIpc{}, tcb_).ignore();
    --used();
  }

  /// Lets it call `body()`, which must live as long as it runs. It stops when that returns.
  template <class F>
  void start(F& body) noexcept {
    prepare(ThreadFunction::of(body));
    start_thread(tcb_, registers_).or_panic("an actor does not start");
  }
  /// The same, but only its registers are written.
  template <class F>
  void load(F& body) noexcept {
    prepare(ThreadFunction::of(body));
    sys::tcb_write_registers(sys::ThreadIpc{}, tcb_, false, 0, sizeof registers_ / sizeof(Word),
                             registers_)
        .or_panic("an actor cannot be loaded");
  }

  [[nodiscard]] CPtr tcb() const noexcept { return tcb_; }
  [[nodiscard]] CPtr sched_context() const noexcept { return sched_context_; }
  [[nodiscard]] IpcBuffer& ipc_buffer() const noexcept { return room_.ipc_buffer.buffer; }
  [[nodiscard]] const ::seL4_UserContext& registers() const noexcept { return registers_; }

 private:
  struct Room {
    ThreadStack<std::size_t{8} * 1024> stack;
    IpcBufferPage ipc_buffer;
  };

  static std::size_t& used() noexcept {
    static constinit std::size_t count = 0;
    return count;
  }
  static Room& room() noexcept {
    static constinit std::array<Room, max_actors> rooms{};
    SEL4_ASSERT(used() < max_actors);
    return rooms[used()++];
  }

  void prepare(ThreadFunction body) noexcept {
    const ThreadPlan plan{
        .run = body, .stack = room_.stack.room, .ipc_buffer = &ipc_buffer(), .tcb = tcb_};
    registers_ = prepare_thread(plan).or_panic("an actor has no room");
  }

  void configure(Scratch& scratch, const ActorOptions& o) noexcept {
    ipc_buffer() = {};
    const CPtr frame = image_frame(scratch.boot_info().raw(), &ipc_buffer())
                           .or_panic("an actor has no IPC buffer");
    const Word buffer = o.has_ipc_buffer ? reinterpret_cast<Word>(&ipc_buffer()) : 0;
    must(ask(tcb_, InvocationLabel::tcb_configure, {o.cspace_guard, 0, buffer},
             {o.cspace_root, o.vspace_root, o.has_ipc_buffer ? frame : CPtr{}}),
         "an actor cannot be configured");
    if (o.has_sched_context) {
      sched_context_ = scratch.make(::seL4_SchedContextObject, 8);
      must(ask(scratch.boot_info().sched_controls()[0].cptr(),
               InvocationLabel::sched_control_configure_flags,
               {o.budget, o.period, o.extra_refills, o.budget_badge, o.budget_flags},
               {sched_context_}),
           "an actor gets no time");
    }
    must(ask(tcb_, InvocationLabel::tcb_set_sched_params, {o.max_controlled_priority, o.priority},
             {init_thread::tcb.cptr(), sched_context_, o.fault_handler}),
         "an actor gets no priority");
  }

  Room& room_;
  CPtr tcb_;
  CPtr sched_context_{};
  ::seL4_UserContext registers_{};
};

inline void set_main_priority(Word priority = main_priority) noexcept {
  must(ask(init_thread::tcb.cptr(), InvocationLabel::tcb_set_priority, {priority},
           {init_thread::tcb.cptr()}),
       "the initial thread keeps its priority");
}

}  // namespace sel4::conformance
