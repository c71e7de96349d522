// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Frames and tables mapped and unmapped, in order and out of it, and what a thread finds there.

#include <sel4/conformance/arch/cache.hpp>
#include <sel4/conformance/arch_ask.hpp>
#include <sel4/conformance/prober.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

constexpr Word huge_base = 0x40'0000'0000 / 4;
constexpr Word standard = VmAttributes::standard.raw();

/// An address space of its own in which probes run.
class Space {
 public:
  explicit Space(Scratch& scratch)
      : scratch_(scratch), vspace_(scratch.make(VSpace::object_type, 0)) {
    must(assign_asid(init_thread::asid_pool.cptr(), vspace_), "no ASID");
    const CPtr image = image_frame(scratch.boot_info().raw(), sel4_probes).or_panic("no probes");
    const CPtr code = scratch.slot().cptr();
    must(copy(place_of(code), place_of(image)), "no copy of the probes");
    map_tables(scratch, vspace_, address_of(sel4_probes));
    must(map_frame(code, vspace_, address_of(sel4_probes), all_rights), "no probes there");
    prober_.emplace(scratch, ActorOptions{.vspace_root = vspace_});
  }

  [[nodiscard]] CPtr vspace() const noexcept { return vspace_; }
  [[nodiscard]] Scratch& scratch() noexcept { return scratch_; }

  /// What a load, a store and a jump find at the address.
  void try_all(Text& text, Word vaddr) {
    for (const char* const probe : {sel4_probe_load, sel4_probe_store, sel4_probe_jump}) {
      prober_->start(probe, vaddr, return_instruction);
      Text fault;
      prober_->handler().take(fault);
      const MessageInfo info = prober_->handler().info();
      text.add(probe == sel4_probe_load    ? " load "
               : probe == sel4_probe_store ? " store "
                                           : " jump ");
      if (fault.is_empty()) {
        text.add("nothing");
      } else if (info.label() == vm_fault) {
        text.add("fault ", prober_->handler().word(1) == vaddr ? "" : "elsewhere ",
                 prober_->handler().word(2), " ", hex(prober_->handler().word(3)));
      } else {
        text.add("ok");
      }
    }
  }

 private:
  static constexpr Word vm_fault = VmFault::tag;
  static constexpr Word return_instruction = machine::return_instruction;

  Scratch& scratch_;
  CPtr vspace_;
  std::optional<Prober> prober_;
};

template <class... Parts>
void tell_with(Space& space, Word vaddr, const sys::Registers& reply, const Parts&... what) {
  Text text;
  text.add(what..., ": ");
  add_answer(text, reply);
  text.add(';');
  space.try_all(text, vaddr);
  line(text.view());
}

/// Rights and attributes of each size of frame, mapped anew each time.
void rights(Scratch& scratch) {
  for (const Word type : {SmallFrame::object_type, LargePage::object_type}) {
    scratch.clear();
    Space space{scratch};
    const CPtr frame = scratch.make(type, 0);
    map_tables(scratch, space.vspace(), huge_base);
    if (type == LargePage::object_type) {
      line("with a table: ");
      tell(map_frame(frame, space.vspace(), huge_base), "over a table");
    }
    const Word vaddr = huge_base + 0x4000'0000;
    // One table less for the large page.
    const Table table = make_table(scratch, 1);
    tell(map_table(table, space.vspace(), vaddr), "a table");
    if (type == SmallFrame::object_type) {
      tell(map_frame(frame, space.vspace(), vaddr), "a table is missing");
      const Table second = make_table(scratch, 2);
      tell(map_table(second, space.vspace(), vaddr), "a second table");
      const Table third = make_table(scratch, 2);
      tell(map_table(third, space.vspace(), vaddr), "a third table");
    }
    for (Word right = 0; right < 16; ++right) {
      for (const Word attributes : {standard, Word{0}, Word{1}, Word{4}, Word{5}, ~Word{0}}) {
        tell_with(space, vaddr, map_frame(frame, space.vspace(), vaddr, right, attributes),
                  "frame ", type, " rights ", right, " attributes ", hex(attributes));
      }
    }
    tell_with(space, vaddr, unmap_frame(frame), "unmapped");
    tell_with(space, vaddr, unmap_frame(frame), "unmapped again");
    for (Word right = 0; right < 4; ++right) {
      const CPtr limited = scratch.slot().cptr();
      tell(copy(place_of(limited), place_of(frame), right), "capability with rights ", right);
      for (Word asked = 0; asked < 4; ++asked) {
        tell_with(space, vaddr, map_frame(limited, space.vspace(), vaddr, asked),
                  "asked for rights ", asked);
      }
      tell_with(space, vaddr, remove(place_of(limited)), "its capability deleted");
    }
  }
}

/// The same frame twice, at other places, in other spaces, over others, by copies.
void places(Scratch& scratch) {
  for (const Word type : {SmallFrame::object_type, LargePage::object_type}) {
    scratch.clear();
    Space space{scratch};
    const Word size = type == SmallFrame::object_type ? 0x1000 : 0x20'0000;
    const Word base = huge_base + 0x4000'0000;
    if (type == SmallFrame::object_type) {
      map_tables(scratch, space.vspace(), base);
    } else {
      must(map_table(make_table(scratch, 1), space.vspace(), base), "no table");
    }
    const CPtr a = scratch.make(type, 0);
    const CPtr b = scratch.make(type, 0);
    const CPtr moved = scratch.make(type, 0);
    const CPtr copied = scratch.slot().cptr();
    const CPtr other = scratch.make(VSpace::object_type, 0);
    tell(map_frame(a, other, base), "a space without ASID");
    must(assign_asid(init_thread::asid_pool.cptr(), other), "no ASID");
    tell_with(space, base, map_frame(a, space.vspace(), base), "first");
    tell_with(space, base + size, map_frame(a, space.vspace(), base + size), "elsewhere");
    tell_with(space, base, map_frame(b, space.vspace(), base), "another over it");
    tell_with(space, base, map_frame(a, other, base), "the same in another space");
    tell(copy(place_of(copied), place_of(a)), "a copy");
    tell_with(space, base + size, map_frame(copied, space.vspace(), base + size), "the copy");
    tell_with(space, base, unmap_frame(b), "the other unmapped");
    tell_with(space, base, unmap_frame(a), "the first unmapped");
    tell_with(space, base + size, remove(place_of(a)), "the first deleted");
    tell_with(space, base + size, revoke(place_of(copied)), "the copy revoked");
    tell_with(space, base + size, remove(place_of(copied)), "the copy deleted");
    for (const Word offset : {Word{1}, Word{8}, Word{0x800}, Word{0x1000}, Word{0x10'0000}}) {
      tell(map_frame(moved, space.vspace(), base + 2 * size + offset), "offset ", hex(offset));
      tell(unmap_frame(moved), "unmapped");
    }
    const CPtr frame = moved;
    for (const Word vaddr :
         {Word{0}, Word{seL4_UserTop}, Word{seL4_UserTop} & ~(size - 1), Word{seL4_UserTop} + 1,
          (Word{seL4_UserTop} + size) & ~(size - 1), Word{1} << 47, Word{1} << 48, ~Word{0} << 30,
          ~Word{0} << 39, ~(size - 1)}) {
      tell(map_frame(frame, space.vspace(), vaddr), "frame at ", hex(vaddr));
      tell(unmap_frame(frame), "unmapped");
      for (std::size_t level = 0; level < machine::table_kinds.size(); ++level) {
        const Table table = make_table(scratch, level);
        tell(map_table(table, space.vspace(), vaddr), "table at ", hex(vaddr));
        must(remove(place_of(table.cap)), "a table stays");
      }
    }
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const Table table = make_table(scratch);
    tell(map_frame(frame, endpoint, base), "in an endpoint");
    tell(map_frame(frame, table.cap, base), "in a table");
    tell(map_frame(frame, CPtr{}, base), "in nothing");
    tell(map_table(table, endpoint, base), "table in an endpoint");
    tell(map_table(table, table.cap, base), "table in itself");
  }
}

/// Tables unmapped and deleted under frames, spaces deleted under both.
void order(Scratch& scratch) {
  for (int way = 0; way < 10; ++way) {
    scratch.clear();
    Space space{scratch};
    const Word vaddr = huge_base + 0x4000'0000;
    // The first level's table is there already.
    std::array<Table, 4> tables{};
    for (Table& table : tables) {
      const auto index = static_cast<std::size_t>(&table - tables.data());
      table = make_table(scratch, index + 1);
      tell(map_table(table, space.vspace(), vaddr), "table");
    }
    const CPtr frame = scratch.make(SmallFrame::object_type, 0);
    const CPtr copied = scratch.slot().cptr();
    tell_with(space, vaddr, map_frame(frame, space.vspace(), vaddr), "way ", way);
    const Table table = tables[0];
    switch (way) {
      case 0:
        tell_with(space, vaddr, unmap_table(table), "highest table unmapped");
        tell_with(space, vaddr, map_table(table, space.vspace(), vaddr), "mapped again");
        break;
      case 1:
        tell_with(space, vaddr, remove(place_of(table.cap)), "highest table deleted");
        break;
      case 2:
        tell_with(space, vaddr, unmap_table(tables[1]), "second table unmapped");
        tell_with(space, vaddr, map_table(tables[1], space.vspace(), vaddr + 0x40'0000),
                  "mapped beside");
        tell_with(space, vaddr + 0x40'0000, map_frame(frame, space.vspace(), vaddr + 0x40'0000),
                  "and the frame");
        tell_with(space, vaddr + 0x40'0000, unmap_frame(frame), "unmapped");
        tell_with(space, vaddr + 0x40'0000, map_frame(frame, space.vspace(), vaddr + 0x40'0000),
                  "again");
        break;
      case 3:
        tell(copy(place_of(copied), place_of(tables[1].cap)), "a copy of a table");
        tell_with(space, vaddr, unmap_table(tables[1]), "unmapped");
        tell_with(space, vaddr, unmap_table({copied, 2}), "its copy");
        tell_with(space, vaddr, remove(place_of(tables[1].cap)), "deleted");
        tell_with(space, vaddr, remove(place_of(copied)), "its copy");
        break;
      case 4:
        tell(remove(place_of(space.vspace())), "space deleted");
        tell(unmap_frame(frame), "frame");
        tell(unmap_table(table), "table");
        tell(ask(frame, machine::page_map, {vaddr, all_rights, standard},
                 {init_thread::vspace.cptr()}),
             "frame elsewhere");
        break;
      case 5:
        tell(revoke(place_of(space.vspace())), "space revoked");
        tell(assign_asid(init_thread::asid_pool.cptr(), space.vspace()), "ASID again");
        break;
      case 6:
        tell_with(space, vaddr, revoke(place_of(frame)), "frame revoked");
        tell_with(space, vaddr, move(place_of(copied), place_of(frame)), "frame moved");
        tell_with(space, vaddr, unmap_frame(copied), "unmapped there");
        break;
      case 7:
        tell(unmap_table({space.vspace()}), "the space as a table, unmapped");
        tell(map_table({space.vspace()}, space.vspace(), vaddr), "mapped in itself");
        tell(map_table(table, init_thread::vspace.cptr(), vaddr), "a mapped table elsewhere");
        break;
      case 8: {
        for (Word i = 1; i < 5; ++i) {
          const CPtr small = scratch.make(SmallFrame::object_type, 0);
          tell_with(space, vaddr + i * 0x1000,
                    map_frame(small, space.vspace(), vaddr + i * 0x1000, i & 3), "page ", i);
        }
        tell_with(space, vaddr + 0x2000, remove(place_of(tables[1].cap)), "their table deleted");
        break;
      }
      default:
        for (Word i = 0; i < 3; ++i) {
          tell_with(space, vaddr, remove(place_of(tables[2 - i].cap)), "from below ", i);
        }
        break;
    }
  }
}

/// Where levels have tables of their own kind: each unmapped while there is a copy of it.
void copied_tables(Scratch& scratch) {
  if (machine::table_kinds.size() == 1) return;
  for (std::size_t level = 0; level < machine::table_kinds.size(); ++level) {
    scratch.clear();
    const CPtr vspace = scratch.make(VSpace::object_type, 0);
    must(assign_asid(init_thread::asid_pool.cptr(), vspace), "no ASID");
    Table table;
    for (std::size_t i = 0; i <= level; ++i) {
      table = make_table(scratch, i);
      tell(map_table(table, vspace, huge_base), "table of level ", i);
    }
    const CPtr copied = scratch.slot().cptr();
    tell(copy(place_of(copied), place_of(table.cap)), "copied");
    tell(unmap_table(table), "unmapped");
    tell(unmap_table({copied, level}), "the copy unmapped");
    tell(remove(place_of(copied)), "the copy deleted");
    tell(unmap_table(table), "unmapped");
    tell(unmap_table(table), "again");
    tell(map_table(table, vspace, huge_base), "mapped");
    tell(map_table(table, vspace, huge_base), "again");
  }
}

void asids(Scratch& scratch) {
  scratch.clear();
  line("# ASIDs");
  const CPtr pool = scratch.slot().cptr();
  const CPtr second = scratch.slot().cptr();
  const CPtr untyped = scratch.make(::seL4_UntypedObject, seL4_ASIDPoolBits);
  const CPtr small = scratch.make(::seL4_UntypedObject, seL4_ASIDPoolBits - 1);
  const CPtr large = scratch.make(::seL4_UntypedObject, seL4_ASIDPoolBits + 1);
  const CPtr vspace = scratch.make(VSpace::object_type, 0);
  const Table table = make_table(scratch);
  const CPtr frame = scratch.make(SmallFrame::object_type, 0);
  tell(make_pool(small, pool), "too small");
  tell(make_pool(large, pool), "too large");
  tell(make_pool(vspace, pool), "no untyped");
  tell(make_pool(CPtr{}, pool), "nothing");
  tell(make_pool(untyped, vspace), "into a full slot");
  tell(assign_asid(pool, vspace), "no pool");
  tell(make_pool(untyped, pool), "a pool");
  tell(make_pool(untyped, second), "another of the same memory");
  tell(assign_asid(pool, vspace), "assigned");
  tell(assign_asid(pool, vspace), "assigned again");
  tell(assign_asid(init_thread::asid_pool.cptr(), vspace), "of another pool");
  tell(assign_asid(pool, table.cap), "to a table");
  tell(assign_asid(pool, frame), "to a frame");
  tell(assign_asid(pool, CPtr{}), "to nothing");
  tell(assign_asid(pool, init_thread::vspace.cptr()), "to ours");
  tell(copy(place_of(second), place_of(pool)), "pool copied");
  tell(map_table(table, vspace, huge_base), "table");
  tell(remove(place_of(pool)), "pool deleted");
  tell(unmap_table(table), "table unmapped");
  tell(map_table(table, vspace, huge_base), "and mapped");
  tell(remove(place_of(second)), "its copy deleted");
  tell(unmap_table(table), "table unmapped");
  tell(map_table(table, vspace, huge_base), "and mapped");
  tell(assign_asid(init_thread::asid_pool.cptr(), vspace), "assigned anew");
  tell(map_table(table, vspace, huge_base), "and mapped");
  const CPtr copied = scratch.slot().cptr();
  const CPtr fresh = scratch.make(VSpace::object_type, 0);
  tell(copy(place_of(copied), place_of(fresh)), "a space without ASID copied");
  tell(assign_asid(init_thread::asid_pool.cptr(), fresh), "assigned");
  tell(copy(place_of(copied), place_of(fresh)), "copied");
  tell(map_table(make_table(scratch), copied, huge_base), "table by the copy");
  tell(remove(place_of(fresh)), "deleted");
  tell(map_table(make_table(scratch, 1), copied, huge_base + 0x4000'0000), "table by the copy");
  tell(revoke(place_of(untyped)), "untyped revoked");
  tell(make_pool(untyped, pool), "a pool");
}

/// As many spaces as a pool has ASIDs, kept in a CNode of their own, and one more.
void full_pool(Scratch& scratch) {
  scratch.clear();
  line("# a full pool");
  constexpr Word node_bits = 10;
  const CPtr pool = scratch.slot().cptr();
  must(make_pool(scratch.make(::seL4_UntypedObject, seL4_ASIDPoolBits), pool), "no pool");
  const CPtr node = scratch.make(::seL4_CapTableObject, node_bits);
  const CPtr space = scratch.slot().cptr();
  for (Word count = 0; count < Word{1} << node_bits; ++count) {
    must(retype(scratch.memory(), VSpace::object_type, 0, space), "no space");
    const sys::Registers reply = assign_asid(pool, space);
    if (!is_ok(reply)) {
      tell(reply, "ASID ", count);
      break;
    }
    must(move({node, count, node_bits}, place_of(space)), "the space cannot be kept");
  }
  tell(remove({node, 7, node_bits}), "one deleted");
  tell(assign_asid(pool, space), "its ASID");
}

/// What is mapped in a space whose ASIDs' pool is gone.
void lost_asids(Scratch& scratch) {
  scratch.clear();
  line("# lost ASIDs");
  const CPtr pool = scratch.slot().cptr();
  must(make_pool(scratch.make(::seL4_UntypedObject, seL4_ASIDPoolBits), pool), "no pool");
  const CPtr vspace = scratch.make(VSpace::object_type, 0);
  must(assign_asid(pool, vspace), "no ASID");
  map_tables(scratch, vspace, huge_base);
  const Table table = make_table(scratch);
  const CPtr frame = scratch.make(SmallFrame::object_type, 0);
  must(map_frame(frame, vspace, huge_base), "no frame");
  tell(remove(place_of(pool)), "pool deleted");
  machine::cache_operations_without_asid(frame, vspace, huge_base);
  tell(map_frame(frame, vspace, huge_base), "frame mapped");
  tell(map_table(table, vspace, huge_base), "table mapped");
  tell(frame_address(frame), "address");
  tell(unmap_frame(frame), "frame unmapped");
  tell(map_frame(frame, vspace, huge_base), "frame mapped");
}

/// Memory seen through two capabilities, and after it has been handed out again.
void contents(Scratch& scratch) {
  scratch.clear();
  line("# contents");
  const Word vaddr = 0x10'0000'0000;
  const CPtr untyped = scratch.make(::seL4_UntypedObject, 13);
  const CPtr frame = scratch.slot().cptr();
  const CPtr copied = scratch.slot().cptr();
  must(retype(untyped, SmallFrame::object_type, 0, frame), "no frame");
  must(copy(place_of(copied), place_of(frame)), "no copy");
  map_tables(scratch, init_thread::vspace.cptr(), vaddr);
  must(map_frame(frame, init_thread::vspace.cptr(), vaddr), "not mapped");
  must(map_frame(copied, init_thread::vspace.cptr(), vaddr + 0x1000), "not mapped");
  auto* const first = reinterpret_cast<volatile Word*>(vaddr);
  auto* const second = reinterpret_cast<volatile Word*>(vaddr + 0x1000);
  line("new: ", *first, " ", first[511]);
  first[0] = 77;
  second[511] = 78;
  line("by the copy: ", second[0], " ", first[511]);
  must(remove(place_of(frame)), "stays");
  line("by the copy, the first deleted: ", second[0]);
  must(revoke(place_of(untyped)), "stays");
  must(retype(untyped, SmallFrame::object_type, 0, frame), "no frame");
  must(map_frame(frame, init_thread::vspace.cptr(), vaddr), "not mapped");
  line("new again: ", *first, " ", first[511]);
  const sys::Registers address = frame_address(frame);
  tell(address, "address");
  line("aligned ", (address.mr0 & 0xfff) == 0);
  tell(unmap_frame(frame), "unmapped");
  line("the same ", frame_address(frame).mr0 == address.mr0);
  machine::cache_operations(frame, vaddr);
}

void run(const BootInfo& boot_info) {
  // Room for some large pages.
  Scratch scratch{boot_info, 24};
  set_main_priority();
  rights(scratch);
  places(scratch);
  order(scratch);
  copied_tables(scratch);
  asids(scratch);
  full_pool(scratch);
  lost_asids(scratch);
  contents(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 96 * 1024);
