// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "arena.hpp"

#include <sel4/arch/blueprint.hpp>
#include <sel4/mapper.hpp>
#include <sel4/runtime/image.hpp>

namespace fuzz {

namespace {

using namespace sel4;

constexpr Word arena_bits = 25;
constexpr Word slot_count = 1024;
constexpr Priority priority{50};
constexpr Priority higher_priority{51};
constexpr Priority max_controlled_priority{60};

constinit std::array<Room, thread_count> rooms{};

}  // namespace

Arena::Arena(BootInfo boot_info) noexcept
    : boot_info_(boot_info),
      allocator_(boot_info),
      memory_(allocator_.create<Untyped>(arena_bits).or_panic("no memory for the arena")),
      slots_(allocator_.slots(slot_count).or_panic("no slots for the arena")),
      faults_(allocator_.create<Endpoint>().or_panic("no endpoint for faults")),
      reply_(allocator_.create_reply_authority().or_panic("no reply object").cptr()) {
  for (std::size_t i = 0; i < thread_count; ++i) {
    badged_[i] = allocator_.slot()
                     .or_panic("no slot for a badge")
                     .mint(faults_, {.rights = Rights::all, .badge = Badge{i + 1}})
                     .or_panic("no badge");
  }
}

const Room& Arena::room(std::size_t thread) const noexcept { return rooms[thread]; }

CPtr Arena::make(Word type, Word size) noexcept {
  SEL4_ASSERT(used_ < slot_count);
  const Word index = slots_.index() + used_++;
  sys::untyped_retype(sys::ThreadIpc{}, memory_.cptr(), type, size, init_thread::cnode.cptr(), 0, 0,
                      index, 1)
      .or_panic("the arena cannot be made anew");
  return CPtr{index};
}

void Arena::open(Word round) noexcept {
  for (std::size_t i = 0; i < thread_count; ++i) {
    rooms[i].random.seed(round * thread_count + i);
    make_thread(i);
  }
  for (std::size_t i = 0; i < thread_count; ++i) fill(i);
  for (std::size_t i = 0; i < thread_count; ++i) configure(i);
  for (std::size_t i = 0; i < thread_count; ++i) {
    if (!restart(i)) panic("a new thread does not start");
  }
}

void Arena::close() noexcept {
  init_thread::cnode.slot(memory_).revoke().or_panic("the arena cannot be taken back");
  // Copies of the program's frames are left.
  for (Word i = 0; i < used_; ++i) {
    init_thread::cnode.slot(slots_.index() + i).remove().or_panic("a slot cannot be emptied");
  }
  used_ = 0;
}

void Arena::make_thread(std::size_t number) noexcept {
  threads_[number] = {.tcb = make(Tcb::object_type),
                      .node = make(CNode::object_type, node_bits),
                      .vspace = make(VSpace::object_type),
                      .sched_context = make(::seL4_SchedContextObject, 9)};
  map_program(number);
}

/// The program's own pages, to be written only where the thread's room is.
void Arena::map_program(std::size_t number) noexcept {
  const VSpace vspace{threads_[number].vspace};
  init_thread::asid_pool.assign(vspace).or_panic("no ASID");
  const auto first = reinterpret_cast<Word>(&rooms[number]);
  const auto last = first + sizeof(Room) - 1;
  Word page = reinterpret_cast<Word>(&__ehdr_start) & ~((Word{1} << seL4_PageBits) - 1);
  for (const SmallFrame original : boot_info_.user_image_frames()) {
    SEL4_ASSERT(used_ < slot_count);
    const Slot slot = init_thread::cnode.slot(slots_.index() + used_++);
    const auto frame = slot.copy(original, {.rights = Rights::rw}).or_panic("no copy of a page");
    const bool is_room = page >= first && page <= last;
    map_frame(
        vspace, frame, {Vaddr{page}, is_room ? Rights::rw : Rights::read, VmAttributes::standard},
        [&](const TranslationLevel& level) -> Result<CPtr> { return make(level.kind.object_type); })
        .or_panic("a page of the program cannot be mapped");
    page += Word{1} << seL4_PageBits;
  }
}

void Arena::give(const Thread& thread, Word& slot, CPtr cap, Word badge) noexcept {
  const CNode node{thread.node};
  sys::cnode_mint(sys::ThreadIpc{}, node.cptr(), slot++, node_bits, init_thread::cnode.cptr(),
                  cap.bits(), 64, Rights::all.raw(), badge)
      .or_panic("a thread cannot be given its capabilities");
}

/// Moves it there: the watcher has no capability to it any more.
void Arena::hand_over(const Thread& thread, Word& slot, CPtr cap) noexcept {
  sys::cnode_move(sys::ThreadIpc{}, thread.node, slot++, node_bits, init_thread::cnode.cptr(),
                  cap.bits(), 64)
      .or_panic("a thread cannot be given its capabilities");
}

/// What the threads have: all of each other's objects, and memory.
void Arena::fill(std::size_t number) noexcept {
  const Thread& self = threads_[number];
  Word slot = node_slot;
  give(self, slot, self.node);
  for (const Thread& thread : threads_) {
    give(self, slot, thread.tcb);
    give(self, slot, thread.vspace);
    give(self, slot, thread.sched_context);
  }
  for (Word i = 0; i < 3; ++i) {
    SEL4_ASSERT(slot + 3 == first_reply + i * reply_step);
    hand_over(self, slot, make(::seL4_UntypedObject, 14 + i));
    hand_over(self, slot, make(SmallFrame::object_type));
    hand_over(self, slot, make(PageTable::object_type));
    hand_over(self, slot, make(::seL4_ReplyObject));
    hand_over(self, slot, make(::seL4_SchedContextObject, 8));
  }
  // Common to all.
  static constinit std::array<CPtr, 4> places{};
  if (number == 0) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      places[i] = make(i < 2 ? ::seL4_EndpointObject : ::seL4_NotificationObject);
    }
  }
  SEL4_ASSERT(slot == first_place && 2 * places.size() == place_count);
  for (std::size_t i = 0; i < places.size(); ++i) {
    give(self, slot, places[i]);
    give(self, slot, places[i], number * 8 + i + 1);
  }
  hand_over(self, slot, make(::seL4_CapTableObject, 4));
  hand_over(self, slot, make(LargePage::object_type));
  hand_over(self, slot, make(VSpace::object_type));
  hand_over(self, slot, make(Tcb::object_type));
  give(self, slot, init_thread::asid_control.cptr());
  give(self, slot, init_thread::asid_pool.cptr());
  give(self, slot, boot_info_.sched_controls()[0].cptr());
  SEL4_ASSERT(slot <= first_empty);
}

void Arena::configure(std::size_t number) noexcept {
  const Thread& self = threads_[number];
  const Tcb tcb{self.tcb};
  Room& room = rooms[number];
  const Frame frame{
      image_frame(boot_info_.raw(), &room.ipc_buffer).or_panic("a room has no frame")};
  tcb.configure({.cspace_root = CNode{self.node},
                 .cspace_guard = Guard::for_root(node_bits),
                 .vspace_root = VSpace{self.vspace},
                 .ipc_buffer = vaddr_of(&room.ipc_buffer),
                 .ipc_buffer_frame = frame})
      .or_panic("a thread cannot be configured");
  const SchedContext context{self.sched_context};
  boot_info_.sched_controls()[0]
      .configure(context, {.budget = Microseconds{1000}, .period = Microseconds{1000}})
      .or_panic("a thread gets no time");
  tcb.set_sched_params(init_thread::tcb,
                       {max_controlled_priority, number % 2 == 0 ? priority : higher_priority},
                       context, badged_[number])
      .or_panic("a thread gets no priority");
}

bool Arena::restart(std::size_t thread) noexcept {
  Room& room = rooms[thread];
  const ThreadPlan plan{.run = ThreadFunction::of(room),
                        .stack = room.stack.room,
                        .ipc_buffer = &room.ipc_buffer.buffer,
                        .tcb = CPtr{}};
  const auto registers = prepare_thread(plan);
  return registers && start_thread(threads_[thread].tcb, *registers);
}

}  // namespace fuzz
