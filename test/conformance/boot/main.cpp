// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the initial thread finds: its capabilities, boot information and untyped memory. What
// depends on how large the program's image is is left out.

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/arch/interrupts.hpp>
#include <sel4/conformance/arch_ask.hpp>
#include <sel4/conformance/prober.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

/// Untypeds smaller than this fill the gaps that the image leaves.
constexpr Word untyped_bits = 23;

void boot_information(const BootInfo& boot_info) {
  line("# boot information");
  const ::seL4_BootInfo& raw = boot_info.raw();
  line("node ", raw.nodeID, " of ", raw.numNodes, ", IO page table levels ", raw.numIOPTLevels);
  line("domain ", raw.initThreadDomain, ", CNode of ", raw.initThreadCNodeSizeBits, " bits");
  line("shared frames ", raw.sharedFrames.start, " ", raw.sharedFrames.end);
  line("IO spaces ", raw.ioSpaceCaps.start, " ", raw.ioSpaceCaps.end);
  line("scheduling controls ", raw.schedcontrol.start, " ", raw.schedcontrol.end);
  line("extra frames ", raw.extraBIPages.end - raw.extraBIPages.start, " from ",
       raw.extraBIPages.start);
  line("image frames from ", raw.userImageFrames.start, ", tables ",
       raw.userImagePaging.end - raw.userImagePaging.start);
  line("image frames after the extra ones: ", raw.userImageFrames.start >= raw.extraBIPages.end,
       ", tables after image frames: ", raw.userImagePaging.start >= raw.userImageFrames.end,
       ", untypeds after tables: ", raw.untyped.start >= raw.userImagePaging.end,
       ", empty ones after untypeds: ", raw.empty.start >= raw.untyped.end, ", up to ",
       raw.empty.end);
  const Word information = reinterpret_cast<Word>(&raw);
  line("buffer before the information: ", information - reinterpret_cast<Word>(raw.ipcBuffer),
       ", whole pages: ", (information & 0xfff) == 0);
  for (const auto& block : boot_info.extra()) {
    // How long a device tree is, is no business of the kernel's.
    line("extra block ", static_cast<Word>(block.id));
  }
}

void untypeds(const BootInfo& boot_info) {
  line("# untypeds");
  bool was_device = true;
  for (const UntypedEntry& entry : boot_info.untypeds()) {
    if (entry.is_device) {
      line("device ", hex(entry.paddr.value()), " bits ", entry.size_bits);
    } else if (entry.size_bits >= untyped_bits) {
      line("memory ", hex(entry.paddr.value()), " bits ", entry.size_bits);
    }
    if (entry.is_device && !was_device) line("devices come after memory");
    was_device = entry.is_device;
  }
}

/// The initial capabilities, by what can be made of them.
void capabilities(Scratch& scratch) {
  line("# initial capabilities");
  for (Word slot = 0; slot < init_thread::num_initial_caps + 2; ++slot) {
    const CPtr cap{slot};
    if (slot == init_thread::num_initial_caps) line("and what follows");
    line("slot ", slot, ": ", debug_cap_identify<>(cap));
    const CPtr to = scratch.slot().cptr();
    tell(copy(place_of(to), place_of(cap)), "copied");
    tell(revoke(place_of(to)), "revoked");
    tell(remove(place_of(to)), "deleted");
  }
  line("# identified");
  struct Kind {
    std::string_view name;
    Word type;
    Word bits;
  };
  const std::array kinds{Kind{"untyped", ::seL4_UntypedObject, 12},
                         Kind{"TCB", ::seL4_TCBObject, 0},
                         Kind{"endpoint", ::seL4_EndpointObject, 0},
                         Kind{"notification", ::seL4_NotificationObject, 0},
                         Kind{"CNode", ::seL4_CapTableObject, 4},
                         Kind{"scheduling context", ::seL4_SchedContextObject, 8},
                         Kind{"reply object", ::seL4_ReplyObject, 0},
                         Kind{"small page", SmallFrame::object_type, 0},
                         Kind{"large page", LargePage::object_type, 0},
                         Kind{"page table", PageTable::object_type, 0},
                         Kind{"VSpace", VSpace::object_type, 0}};
  for (const Kind& kind : kinds) {
    const CPtr cap = scratch.make(kind.type, kind.bits);
    line(kind.name, ": ", debug_cap_identify<>(cap));
    const CPtr badged = scratch.slot().cptr();
    tell(mint(place_of(badged), place_of(cap), 4, 0), "minted");
    line("minted: ", debug_cap_identify<>(badged));
  }
  const CPtr handler = scratch.slot().cptr();
  must(machine::issue(init_thread::irq_control.cptr(), 50, handler), "no handler");
  line("IRQ handler: ", debug_cap_identify<>(handler));
  line("no slot: ", debug_cap_identify<>(CPtr{Word{1} << 40}));
  must(remove(place_of(handler)), "stays");
}

/// Calls that are no system calls, with numbers around those that are.
void numbers(Scratch& scratch) {
  line("# system call numbers");
  Prober prober{scratch};
  for (std::int64_t number = -64; number <= 4; ++number) {
    // Others wait, print, or end the machine.
    if (number >= -17 && number < 0) continue;
    ::seL4_UserContext registers = Prober::registers(sel4_probe_syscall);
    arch::UserContextAccess::argument(registers, machine::number_argument) =
        static_cast<Word>(number);
    prober.start(registers);
    Text text;
    prober.take(text);
    line("number ", number, ": ", text.view());
  }
}

void debugging(Scratch& scratch) {
  line("# names");
  const CPtr tcb = scratch.make(::seL4_TCBObject, 0);
  debug_name_thread(Tcb{tcb}, "a name");
  debug_name_thread(Tcb{tcb},
                    "a name that is longer than there is room for in many a thread, "
                    "however large it is, and longer still than that");
  debug_name_thread(Tcb{tcb}, "");
  line("named");
}

void run(const BootInfo& boot_info) {
  boot_information(boot_info);
  untypeds(boot_info);
  Scratch scratch{boot_info};
  set_main_priority();
  capabilities(scratch);
  scratch.clear();
  numbers(scratch);
  scratch.clear();
  debugging(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
