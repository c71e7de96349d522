// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// I/O ports: ranges given out and back, and what is read and written through them.

#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

constexpr CPtr control{::seL4_CapIOPortControl};
/// Ports of no device of QEMU's machine: what is read there is ones, what is written is lost.
constexpr Word nobody = 0x250;

sys::Registers issue(Word first, Word last, CPtr to, CPtr by = control) {
  return ask(by, InvocationLabel::x86_ioport_control_issue, {first, last, to.bits(), 64},
             {init_thread::cnode.cptr()});
}

struct Width {
  InvocationLabel in;
  InvocationLabel out;
};
constexpr std::array widths{
    Width{InvocationLabel::x86_ioport_in8, InvocationLabel::x86_ioport_out8},
    Width{InvocationLabel::x86_ioport_in16, InvocationLabel::x86_ioport_out16},
    Width{InvocationLabel::x86_ioport_in32, InvocationLabel::x86_ioport_out32}};

void ranges(Scratch& scratch) {
  scratch.clear();
  line("# ranges");
  const CPtr full = scratch.make(::seL4_NotificationObject, 0);
  struct Range {
    Word first;
    Word last;
  };
  constexpr Word far = Word{1} << 32;
  constexpr std::array cases{Range{nobody, nobody},       Range{nobody, nobody + 7},
                             Range{nobody + 7, nobody},   Range{0, 0},
                             Range{0xffff, 0xffff},       Range{0xfff0, 0xffff},
                             Range{0xffff, 0x10000},      Range{0x10000, 0x10000},
                             Range{0x10000, 0x10001},     Range{far + nobody, nobody},
                             Range{nobody, far + nobody}, Range{~Word{0}, ~Word{0}},
                             Range{0, ~Word{0}},          Range{0x3f8, 0x3ff}};
  for (const Range range : cases) {
    const CPtr to = scratch.slot().cptr();
    tell(issue(range.first, range.last, full), "into a full slot ", hex(range.first));
    tell(issue(range.first, range.last, to), "ports ", hex(range.first), " to ", hex(range.last));
    tell(issue(range.first, range.last, full), "  again");
    tell(remove(place_of(to)), "  deleted");
  }
  const CPtr to = scratch.slot().cptr();
  const CPtr node = scratch.make(::seL4_CapTableObject, 4);
  const auto into = [&](CPtr root, Word index, Word depth, std::string_view what) {
    tell(ask(control, InvocationLabel::x86_ioport_control_issue, {nobody, nobody, index, depth},
             {root}),
         "into ", what);
  };
  into(full, 1, 4, "no CNode");
  into(CPtr{}, 1, 4, "nothing");
  into(node, 1, 0, "a CNode, depth 0");
  into(node, 1, 5, "a CNode, too deep");
  into(node, 1, 65, "a CNode, deeper than a word");
  into(node, 1, 3, "a CNode, not deep enough");
  into(node, 1, 4, "a CNode");
  tell(issue(nobody, nobody + 3, to), "what overlaps it");
  tell(remove({node, 1, 4}), "that deleted");
  tell(issue(nobody, nobody + 3, to), "now");
  tell(ask(control, InvocationLabel::x86_ioport_control_issue, {nobody + 8, nobody + 8, 0},
           {init_thread::cnode.cptr()}),
       "too short");
  tell(ask(control, InvocationLabel::x86_ioport_control_issue, {nobody + 8, nobody + 8, 1, 64}),
       "without a root");
  tell(issue(nobody + 8, nobody + 8, full, to), "by ports");
}

void derived(Scratch& scratch) {
  scratch.clear();
  line("# copies");
  const CPtr a = scratch.slot().cptr();
  const CPtr b = scratch.slot().cptr();
  const CPtr c = scratch.slot().cptr();
  tell(issue(nobody, nobody + 7, a), "ports");
  tell(copy(place_of(b), place_of(a)), "copied");
  tell(mint(place_of(c), place_of(a), 5), "minted with a badge");
  tell(remove(place_of(a)), "the first deleted");
  tell(issue(nobody, nobody + 7, a), "while there is a copy");
  tell(ask(b, InvocationLabel::x86_ioport_in8, {nobody}), "by the copy");
  tell(ask(c, InvocationLabel::x86_ioport_in8, {nobody}), "by the other");
  tell(remove(place_of(b)), "the copy deleted");
  tell(remove(place_of(c)), "the other deleted");
  tell(issue(nobody, nobody + 7, a), "now");
  tell(revoke(place_of(control)), "all revoked");
  tell(ask(a, InvocationLabel::x86_ioport_in8, {nobody}), "by what is gone");
  tell(issue(nobody, nobody + 7, a), "and given out");
  tell(copy(place_of(b), place_of(control)), "control copied");
  tell(move(place_of(c), place_of(control)), "control moved");
  tell(issue(nobody + 8, nobody + 8, b, c), "by where it is");
  tell(move(place_of(control), place_of(c)), "and back");
}

void accesses(Scratch& scratch) {
  scratch.clear();
  line("# accesses");
  const CPtr ports = scratch.slot().cptr();
  tell(issue(nobody, nobody + 7, ports), "eight ports");
  for (const Width& width : widths) {
    for (const Word port : {nobody - 4, nobody - 1, nobody, nobody + 1, nobody + 4, nobody + 5,
                            nobody + 6, nobody + 7, nobody + 8, nobody + 0x10000, ~Word{0}}) {
      const sys::Registers reply = ask(ports, width.in, {port});
      tell(reply, "in ", static_cast<Word>(width.in), " port ", hex(port));
      if (is_ok(reply)) line("  read ", hex(reply.mr0));
      tell(ask(ports, width.out, {port, 0x12}), "out");
    }
    tell(ask(ports, width.in), "in, nothing said");
    tell(ask(ports, width.out, {nobody}), "out, no value");
    tell(ask(ports, width.out, {nobody, ~Word{0}}), "out, more than fits");
  }
}

/// What a device keeps: the clock's memory, whose first port says which byte the second is.
void memory(Scratch& scratch) {
  scratch.clear();
  line("# a device");
  const CPtr ports = scratch.slot().cptr();
  tell(issue(0x70, 0x71, ports), "the clock");
  constexpr Word free_byte = 0x50;
  for (const Word value : {Word{0x5a}, Word{0x1a5}}) {
    tell(ask(ports, InvocationLabel::x86_ioport_out8, {0x70, free_byte}), "byte chosen");
    tell(ask(ports, InvocationLabel::x86_ioport_out8, {0x71, value}), "written ", hex(value));
    tell(ask(ports, InvocationLabel::x86_ioport_out8, {0x70, free_byte}), "byte chosen");
    line("read ", hex(ask(ports, InvocationLabel::x86_ioport_in8, {0x71}).mr0));
  }
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  ranges(scratch);
  derived(scratch);
  accesses(scratch);
  memory(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
