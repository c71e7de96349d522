// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/image_frames.hpp>
#include <sel4/test_support/kernel.hpp>
#include <sel4/thread.hpp>

#include <array>
#include <cstddef>
#include <optional>

namespace sel4::test {

/// How TestThread::prepare() sets a thread up.
struct ThreadOptions {
  Priority priority = above_main;
  Priority max_controlled_priority{};
  /// Where its faults go; null: nowhere.
  Endpoint fault_handler{};
  /// The fault handler's address in the thread's CSpace, for kernels without MCS, where it is not
  /// the same as in this one.
  CPtr fault_handler_in_thread{};
  CNode cspace_root = init_thread::cnode;
  Guard cspace_guard{};
  VSpace vspace_root = init_thread::vspace;
  /// These only count on MCS kernels. The budget is long enough for no test to use it up.
  bool has_sched_context = true;
  Microseconds budget{1'000'000};
  Microseconds period{1'000'000};
  /// What a timeout fault says.
  Badge budget_badge{};
  Word core = 0;
};

/// What a test thread's memory is: static, because its frames have to be those of the image.
struct ThreadRoom {
  ThreadStack<std::size_t{16} * 1024> stack;
  IpcBufferPage ipc_buffer;
  bool is_used;
};

/// A second thread, of this program unless the options say otherwise. Its TCB and scheduling
/// context are deleted when this goes, whatever the thread is doing: declare it after what the
/// thread uses.
class TestThread {
 public:
  TestThread() noexcept
      : room_(take_room()), done_(make<Notification>()), done_signal_(minted(done_, 1)) {}
  TestThread(const TestThread&) = delete;
  TestThread& operator=(const TestThread&) = delete;
  ~TestThread() {
    remove();
    room_.is_used = false;
  }

  /// Makes the thread's objects, and sets the initial thread's priority to main_priority.
  Result<> prepare(const ThreadOptions& options) noexcept {
    remove();
    set_main_priority();
    tcb_ = SEL4_TRY(allocator().create<Tcb>());
    return configure(*tcb_, boot_info(), options);
  }

  /// Lets the thread call `body()`, which must outlive it.
  template <class F>
  Result<> run(F& body) noexcept {
    body_ = ThreadFunction::of(body);
    const ThreadPlan plan{.run = {.function = &run_body, .argument = this},
                          .stack = room_.stack.room,
                          .ipc_buffer = &ipc_buffer(),
                          .tcb = tcb().cptr()};
    const auto registers = prepare_thread(plan).or_panic("a test thread has no room");
    return start_thread(tcb().cptr(), registers);
  }

  template <class F>
  Result<> start(F& body, const ThreadOptions& options = {}) noexcept {
    SEL4_TRY(prepare(options));
    return run(body);
  }

  /// Waits until the thread's function has returned.
  void join() const noexcept { done_.wait(); }
  /// Whether it has returned. Counts as a join().
  [[nodiscard]] bool is_done() const noexcept { return done_.poll() != Badge{}; }

  [[nodiscard]] Tcb tcb() const noexcept {
    SEL4_ASSERT(tcb_.has_value());
    return *tcb_;
  }
  /// Only on MCS kernels and with has_sched_context.
  [[nodiscard]] SchedContext sched_context() const noexcept { return sched_context_; }
  [[nodiscard]] IpcBuffer& ipc_buffer() const noexcept { return room_.ipc_buffer.buffer; }
  [[nodiscard]] Vaddr stack_bottom() const noexcept { return vaddr_of(room_.stack.room); }
  [[nodiscard]] Vaddr stack_top() const noexcept {
    return stack_bottom() + sizeof room_.stack.room;
  }

  /// The size of its scheduling context: room for some extra refills.
  static constexpr Word sched_context_bits = 8;

 private:
  static ThreadRoom& take_room() noexcept {
    static constinit std::array<ThreadRoom, 4> rooms{};
    for (ThreadRoom& room : rooms) {
      if (!room.is_used) {
        room.is_used = true;
        return room;
      }
    }
    panic("a test uses more threads at once than there is room for");
  }

  static void run_body(void* self) noexcept {
    const auto& thread = *static_cast<TestThread*>(self);
    thread.body_.function(thread.body_.argument);
    thread.done_signal_.signal();
  }

  // A template, so that what the other kind of kernel does not have is not looked at.
  template <class T, class Info>
  Result<> configure(T tcb, const Info& info, const ThreadOptions& o) noexcept {
    const Frame buffer_frame{SEL4_TRY(image_frame(info.raw(), &ipc_buffer()))};
    const TcbConfiguration configuration{.cspace_root = o.cspace_root,
                                         .cspace_guard = o.cspace_guard,
                                         .vspace_root = o.vspace_root,
                                         .ipc_buffer = vaddr_of(&ipc_buffer()),
                                         .ipc_buffer_frame = buffer_frame};
    const TcbPriorities priorities{o.max_controlled_priority, o.priority};
    if constexpr (config::kernel_mcs) {
      using Context = std::conditional_t<config::kernel_mcs, SchedContext, T>;
      SEL4_TRY(tcb.configure(configuration));
      if (o.has_sched_context) {
        sched_context_ = SEL4_TRY(allocator().template create<Context>(sched_context_bits));
        SEL4_TRY(info.sched_controls()[o.core].configure(
            sched_context_, {.budget = o.budget, .period = o.period, .badge = o.budget_badge}));
      }
      return tcb.set_sched_params(init_thread::tcb, priorities, sched_context_, o.fault_handler);
    } else {
      const bool elsewhere = !o.fault_handler_in_thread.is_null();
      SEL4_TRY(tcb.configure(configuration,
                             elsewhere ? o.fault_handler_in_thread : o.fault_handler.cptr()));
      if constexpr (sys::available::tcb_set_affinity) SEL4_TRY(tcb.set_affinity(o.core));
      return tcb.set_sched_params(init_thread::tcb, priorities);
    }
  }

  void remove() noexcept {
    if (tcb_) slot_of(*tcb_).remove().or_panic("a test thread cannot be deleted");
    if (!sched_context_.is_null()) {
      slot_of(sched_context_).remove().or_panic("a scheduling context cannot be deleted");
    }
    tcb_.reset();
    sched_context_ = SchedContext{};
    static_cast<void>(done_.poll());
  }

  ThreadRoom& room_;
  Notification done_;
  /// The same with a badge, by which a poll tells a signal from none.
  Notification done_signal_;
  std::optional<Tcb> tcb_;
  SchedContext sched_context_{};
  ThreadFunction body_{};
};

}  // namespace sel4::test
