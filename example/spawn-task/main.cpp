// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A second task: an address space and a CSpace of its own, made from an ELF file embedded in this
// one.

#include "contract.hpp"

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/alloc/processor_time.hpp>
#include <sel4/elf/file.hpp>
#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>

#include <algorithm>
#include <cstring>

extern "C" {
extern const std::byte child_image_start[];
extern const std::byte child_image_end[];
}

namespace {

using sel4::Result;
using sel4::Rights;
using sel4::SmallFrame;
using sel4::Vaddr;
using sel4::VmAttributes;
using sel4::Word;

// Where the parent sees a page of the child while it fills it.
constexpr Vaddr window{0x10'0000'0000};
constexpr Word page_bytes = SmallFrame::bytes;

// What was written as data is to be fetched as instructions: on Arm that takes the kernel's help.
template <class Frame>
Result<> make_executable(Frame frame) {
  if constexpr (requires { frame.unify_instruction({0, page_bytes}); }) {
    return frame.unify_instruction({0, page_bytes});
  } else {
    return {};
  }
}

// One page of the child: a new frame, filled through the window, then mapped in the child. The
// kernel cleared the frame when it made it.
Result<> load_page(sel4::BootAllocator& allocator, sel4::VSpace child, const sel4::elf::File& file,
                   Word page) {
  const auto frame = SEL4_TRY(allocator.create<SmallFrame>());
  SEL4_TRY(sel4::map_frame(sel4::init_thread::vspace, frame,
                           {window, Rights::rw, VmAttributes::data}, allocator));
  Rights rights = Rights::read;
  bool executable = false;
  for (const sel4::elf::Segment& segment : file.loads()) {
    const Word from = std::max<Word>(segment.vaddr, page);
    const Word to = std::min<Word>(segment.vaddr_end(), page + page_bytes);
    if (from >= to) continue;
    if (segment.writable()) rights = Rights::rw;
    executable = executable || segment.executable();
    const auto data = file.data(segment);
    const Word first = from - segment.vaddr;
    if (first >= data.size()) continue;
    const std::size_t count = std::min<std::size_t>(to - from, data.size() - first);
    std::memcpy(reinterpret_cast<std::byte*>(window.value()) + (from - page), data.data() + first,
                count);
  }
  if (executable) SEL4_TRY(make_executable(frame));
  SEL4_TRY(frame.unmap());
  return sel4::map_frame(
      child, frame, {Vaddr{page}, rights, executable ? VmAttributes::standard : VmAttributes::data},
      allocator);
}

Result<> run(const sel4::BootInfo& boot_info) {
  SEL4_TRY(sel4::test::init_console(boot_info.raw()));
  sel4::BootAllocator allocator{boot_info};

  const auto file = sel4::elf::File::parse({child_image_start, child_image_end});
  if (!file) sel4::panic("the child's ELF file", sel4::elf::message(file.error().problem));

  // An empty address space, then every page that a segment touches.
  const auto vspace = SEL4_TRY(allocator.create<sel4::VSpace>());
  SEL4_TRY(sel4::init_thread::asid_pool.assign(vspace));
  const sel4::elf::Range range = file->virtual_range();
  for (Word page = range.start & ~(page_bytes - 1); page < range.end; page += page_bytes) {
    SEL4_TRY(load_page(allocator, vspace, *file, page));
  }

  // Its two capabilities: itself, and a notification that it may only signal.
  const auto done = SEL4_TRY(allocator.create<sel4::Notification>());
  const auto tcb = SEL4_TRY(allocator.create<sel4::Tcb>());
  const auto cnode = SEL4_TRY(allocator.create<sel4::CNode>(spawn_task::cnode_bits));
  const sel4::CNode own = sel4::init_thread::cnode;
  const sel4::Depth depth{spawn_task::cnode_bits};
  SEL4_TRY(cnode.slot(spawn_task::own_tcb.cptr().bits(), depth)
               .copy(own.slot(tcb), {.rights = Rights::all}));
  SEL4_TRY(cnode.slot(spawn_task::done.cptr().bits(), depth)
               .mint(own.slot(done), {.rights = Rights::write, .badge = sel4::Badge{1}}));

  SEL4_TRY(tcb.configure({.cspace_root = cnode,
                          .cspace_guard = sel4::Guard::for_root(spawn_task::cnode_bits),
                          .vspace_root = vspace}));
  SEL4_TRY(tcb.set_priority(sel4::init_thread::tcb, sel4::Priority{100}));
  SEL4_TRY(sel4::give_processor_time(allocator, boot_info, tcb));

  sel4::UserContext registers;
  registers.set_pc(Vaddr{file->entry()});
  SEL4_TRY(tcb.write_registers(registers, {.resume_target = true}));

  const sel4::Badge badge = done.wait();
  SEL4_ASSERT(badge == sel4::Badge{1});
  sel4::println("the child has signalled");
  sel4::test::announce(true);
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run);
