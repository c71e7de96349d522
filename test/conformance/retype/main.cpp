// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Untyped_Retype with every object type, in sizes, places and numbers that do and do not do.

#include <sel4/conformance/scratch.hpp>
#include <sel4/conformance/transcript.hpp>
#include <sel4/test/root_task.hpp>

#include <array>

namespace {

using namespace sel4;
using namespace sel4::conformance;

constexpr Word node_bits = 4;
/// The slot of the destination that is not empty.
constexpr Word occupied = 3;

struct Place {
  std::string_view name;
  Word index;
  Word depth;
  Word offset;
  Word count;
};

// The destination is the root capability itself (depth 0) or what an address in it leads to.
constexpr std::array places{
    Place{"one", 0, 0, 0, 1},
    Place{"none", 0, 0, 0, 0},
    Place{"two", 0, 0, 0, 2},
    Place{"at the end", 0, 0, 15, 1},
    Place{"past the end", 0, 0, 15, 2},
    Place{"beyond", 0, 0, 16, 1},
    Place{"far beyond", 0, 0, ~Word{0}, 1},
    Place{"occupied", 0, 0, occupied, 1},
    Place{"over an occupied one", 0, 0, occupied - 1, 2},
    Place{"257", 0, 0, 0, 257},
    Place{"in a slot's CNode", occupied, node_bits, 0, 1},
    Place{"too deep", 0, 65, 0, 1},
};

constexpr std::array<Word, 5> sizes{0, 4, 12, 21, 64};
constexpr std::array<Word, 2> memories{8, 16};

sys::Registers retype(CPtr memory, CPtr node, Word type, Word size, const Place& place) {
  IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
  buffer.caps_or_badges[0] = node.bits();
  buffer.msg[4] = place.offset;
  buffer.msg[5] = place.count;
  const sys::Registers reply = sys::invoke(memory, sys::InvocationLabel::untyped_retype, 1, 6,
                                           {type, size, place.index, place.depth});
  Tally::count(static_cast<Word>(sys::InvocationLabel::untyped_retype), reply);
  return reply;
}

void all_places(Scratch& scratch, Word memory_bits, Word type, Word size) {
  for (const Place& place : places) {
    scratch.clear();
    const auto memory = scratch.make<Untyped>(memory_bits);
    const auto node = scratch.make<CNode>(node_bits);
    const auto endpoint = scratch.make<Endpoint>();
    node.slot(occupied, Depth{node_bits})
        .copy(init_thread::cnode.slot(endpoint), {.rights = Rights::all})
        .or_panic("no occupied slot");
    const sys::Registers first = retype(memory.cptr(), node.cptr(), type, size, place);
    print(line_mark, place.name, ": ");
    print_answer(first);
    // What is left afterwards shows in whether another one goes.
    constexpr Place next{"next", 0, 0, 8, 1};
    const sys::Registers second = retype(memory.cptr(), node.cptr(), type, size, next);
    print(line_mark, "  then ");
    print_answer(second);
  }
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  for (const Word memory_bits : memories) {
    // One object type more than there are.
    for (Word type = 0; type <= seL4_ObjectTypeCount; ++type) {
      for (const Word size : sizes) {
        line("# 2^", memory_bits, " bytes, type ", type, ", size ", size);
        all_places(scratch, memory_bits, type, size);
      }
    }
  }
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run);
