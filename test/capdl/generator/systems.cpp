// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "systems.hpp"

#include "../component/roles.hpp"

namespace capdl_test {

namespace {

constexpr std::uint64_t shared_address = 0x90'0000;

std::vector<std::byte> pattern(std::uint32_t seed) {
  std::vector<std::byte> bytes(4096);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::byte>(filled_byte(seed, static_cast<unsigned>(i % 64)));
  }
  return bytes;
}

/// One thread that says that it runs.
ObjectId add_task(Composer& composer, const Program& program, const std::string& name, Role role,
                  std::vector<std::uint64_t> arguments = {}) {
  const ObjectId vspace = composer.vspace("vspace_" + name);
  composer.load(vspace, program.file, program.elf);
  const ObjectId cnode = composer.cnode("cnode_" + name, 4);
  arguments.insert(arguments.begin(), static_cast<std::uint64_t>(role));
  return composer.thread({.name = name,
                          .vspace = vspace,
                          .cnode = cnode,
                          .entry = program.elf.entry(),
                          .arguments = std::move(arguments)});
}

ObjectId root_of(Composer& composer, ObjectId tcb) {
  for (const SlotEntry& entry : composer.get<object::Tcb>(tcb).slots) {
    if (entry.slot == tcb_slot::vspace) return object_of(entry.cap);
  }
  return 0;
}

ObjectId cnode_of(Composer& composer, ObjectId tcb) {
  return object_of(composer.get<object::Tcb>(tcb).slots.front().cap);
}

Spec hello(const Target& target, const Program& program) {
  Composer composer{target};
  add_task(composer, program, "hello", Role::pass);
  return composer.finish();
}

/// Many tasks, each of which tells the first that it runs.
Spec tasks(const Target& target, const Program& program, std::uint32_t count) {
  Composer composer{target};
  const ObjectId endpoint = composer.add("done", object::Notification{});
  for (std::uint32_t i = 0; i < count; ++i) {
    const Role role = i == 0 ? Role::collect : Role::signal;
    const ObjectId tcb = add_task(composer, program, "task" + std::to_string(i), role, {count - 1});
    composer.put(cnode_of(composer, tcb), 1,
                 cap::Notification{endpoint, i == 0 ? 0U : std::uint64_t{1} << (i - 1),
                                   i == 0 ? read_only : write_only});
  }
  return composer.finish();
}

/// One task with many filled frames, which it looks at.
Spec frames(const Target& target, const Program& program, std::uint32_t count) {
  Composer composer{target};
  const ObjectId tcb = add_task(composer, program, "frames", Role::frames, {shared_address, count});
  const ObjectId vspace = root_of(composer, tcb);
  for (std::uint32_t i = 0; i < count; ++i) {
    // In two parts, the second of which starts at no word.
    const std::vector<std::byte> bytes = pattern(i);
    const auto middle = bytes.begin() + 1001;
    std::vector<FillEntry> init{
        {0, 1001, fill::Bytes{{bytes.begin(), middle}}},
        {1001, 4096, fill::Bytes{{middle, bytes.end()}}},
    };
    composer.map_new(vspace, shared_address + i * 4096ULL, "filled" + std::to_string(i), false,
                     std::move(init));
  }
  return composer.finish();
}

/// Two threads of one address space on two cores, with a mutex and a barrier.
Spec threads(const Target& target, const Program& program) {
  Composer composer{target};
  const ObjectId vspace = composer.vspace("vspace");
  composer.load(vspace, program.file, program.elf);
  const ObjectId cnode = composer.cnode("cnode", 4);
  const ObjectId lock = composer.add("lock", object::Notification{});
  const ObjectId barrier[] = {composer.add("barrier0", object::Notification{}),
                              composer.add("barrier1", object::Notification{})};
  composer.put(cnode, 1, cap::Notification{lock, 0, {true, true, false, false}});
  composer.put(cnode, 2, cap::Notification{barrier[0], 0, {true, true, false, false}});
  composer.put(cnode, 3, cap::Notification{barrier[1], 0, {true, true, false, false}});
  composer.map_new(vspace, shared_address, "shared", true);
  for (std::uint32_t i = 0; i < 2; ++i) {
    composer.thread({.name = "thread" + std::to_string(i),
                     .vspace = vspace,
                     .cnode = cnode,
                     .entry = program.elf.entry(),
                     .core = i % target.cores,
                     .arguments = {static_cast<std::uint64_t>(Role::threads), i, shared_address}});
  }
  return composer.finish();
}

/// Frames out of an Untyped object at a physical address.
Spec cover(const Target& target, const Program& program) {
  constexpr std::uint32_t count = 4;
  // In the middle of the memory of QEMU's machines.
  const std::uint64_t address = target.arch == Arch::aarch64   ? 0x6200'0000
                                : target.arch == Arch::riscv64 ? 0xa000'0000
                                                               : 0x1000'0000;
  Composer composer{target};
  const ObjectId tcb = add_task(composer, program, "cover", Role::cover, {count, address});
  const ObjectId parent = composer.add("parent", object::Untyped{16, address});
  const auto first = static_cast<ObjectId>(composer.spec().objects.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const ObjectId frame =
        composer.add("child" + std::to_string(i), object::Frame{12, address + i * 4096ULL, {}});
    composer.put(cnode_of(composer, tcb), 1 + i, cap::Frame{frame, read_write, true, false});
  }
  composer.spec().untyped_covers = {{parent, {first, first + count}}};
  return composer.finish();
}

/// One thread faults, another gets to know by a badge.
Spec fault(const Target& target, const Program& program) {
  constexpr std::uint64_t badge = 0x77;
  constexpr std::uint64_t unmapped = 0x3000'0000;
  Composer composer{target};
  const ObjectId endpoint = composer.add("faults", object::Endpoint{});
  const ObjectId handler = add_task(composer, program, "handler", Role::handler, {badge});
  composer.put(cnode_of(composer, handler), 1, cap::Endpoint{endpoint, 0, read_only});
  const ObjectId faulter = add_task(composer, program, "faulter", Role::fault, {unmapped});
  const cap::Endpoint cap{endpoint, badge, {false, true, true, false}};
  auto& tcb = composer.get<object::Tcb>(faulter);
  if (target.mcs != 0) {
    tcb.slots.push_back({tcb_slot::fault_endpoint, cap});
  } else {
    composer.put(cnode_of(composer, faulter), 1, cap);
    composer.get<object::Tcb>(faulter).extra.master_fault_ep = 1;
  }
  return composer.finish();
}

/// Something of each kind that the kernel has.
Spec kinds(const Target& target, const Program& program) {
  Composer composer{target};
  const ObjectId tcb = add_task(composer, program, "kinds", Role::pass);
  const ObjectId cnode = composer.cnode("kinds_cnode", 6);
  SlotIndex slot = 0;
  const auto hold = [&](Cap cap) { composer.put(cnode, slot++, cap); };
  hold(cap::CNode{cnode_of(composer, tcb), 1, 3});
  hold(cap::Tcb{{tcb}});
  hold(cap::PageTable{{root_of(composer, tcb)}});
  hold(cap::Untyped{{composer.add("untyped", object::Untyped{15, {}})}});
  hold(cap::Endpoint{composer.add("endpoint", object::Endpoint{}), 5, read_only});
  const ObjectId notification = composer.add("notification", object::Notification{});
  hold(cap::Notification{notification, 6, write_only});
  const ObjectId pool = composer.add("pool", object::AsidPool{1});
  composer.spec().asid_slots.push_back(pool);
  hold(cap::AsidPool{{pool}});
  const ObjectId large =
      composer.add("large", object::Frame{target.frames[1].size_bits,
                                          {},
                                          {{0x10'0000, 0x10'1000, fill::Bytes{pattern(3)}},
                                           {0, 64, fill::BootInfo{fill::BootInfoId::Fdt, 0}}}});
  composer.map(root_of(composer, tcb), 0x4000'0000, {large, read_write, false, true});
  hold(cap::Frame{large, read_only, true, false});
  if (target.mcs != 0) {
    hold(cap::SchedContext{{composer.add(
        "sched", object::SchedContext{target.sched_context.size_bits, {20'000, 100, 9}})}});
    hold(cap::Reply{{composer.add("reply", object::Reply{})}});
  }
  if (target.vcpu != 0 && target.arch == Arch::aarch64) {
    const ObjectId vcpu = composer.add("vcpu", object::VCpu{});
    // A thread with one runs as a guest, which has no system calls: it does not start.
    const ObjectId guest = composer.thread({.name = "guest",
                                            .vspace = root_of(composer, tcb),
                                            .cnode = cnode,
                                            .entry = program.elf.entry()});
    composer.get<object::Tcb>(guest).extra.resume = false;
    composer.get<object::Tcb>(guest).slots.push_back({tcb_slot::vcpu, cap::VCpu{{vcpu}}});
    hold(cap::VCpu{{vcpu}});
  }
  if (target.smc != 0) hold(cap::ArmSmc{{composer.add("smc", object::ArmSmc{})}});
  hold(cap::DomainSet{{composer.add("domains", object::DomainSet{})}});
  const std::vector<SlotEntry> signal{{0, cap::Notification{notification, 8, all_rights}}};
  ObjectId irq = 0;
  if (target.arch == Arch::aarch64) {
    irq = composer.add("irq", object::ArmIrq{signal, {1, 0}});
    hold(cap::ArmIrqHandler{{irq}});
    const ObjectId plain = composer.add("plain_irq", object::Irq{signal});
    hold(cap::IrqHandler{{plain}});
    composer.spec().irqs.push_back({41, plain});
    composer.spec().irqs.push_back({40, irq});
  } else if (target.arch == Arch::riscv64) {
    irq = composer.add("irq", object::RiscvIrq{signal, {0}});
    hold(cap::RiscvIrqHandler{{irq}});
    composer.spec().irqs.push_back({5, irq});
  } else {
    irq = composer.add("irq", object::IrqIOApic{signal, {0, 4, 0, 0}});
    hold(cap::IrqIOApicHandler{{irq}});
    composer.spec().irqs.push_back({20, irq});
    irq = composer.add("msi", object::IrqMsi{signal, {0, 0, 3, 0}});
    hold(cap::IrqMsiHandler{{irq}});
    composer.spec().irqs.push_back({21, irq});
    hold(cap::IOPorts{{composer.add("ports", object::IOPorts{0x3f8, 0x3ff})}});
  }
  return composer.finish();
}

/// A task, a device, and a page that both reach.
Spec io_space(const Target& target, const Program& program) {
  constexpr std::uint64_t registers = 0x91'0000;
  Composer composer{target};
  const ObjectId tcb =
      add_task(composer, program, "driver", Role::dma, {registers, shared_address});
  composer.put(cnode_of(composer, tcb), 1,
               cap::IOPorts{{composer.add("pci", object::IOPorts{0xcf8, 0xcff})}});
  const ObjectId device = composer.add("edu", object::Frame{12, edu::registers, {}});
  composer.map(root_of(composer, tcb), registers, {device, read_write, false, false});
  const ObjectId page = composer.map_new(root_of(composer, tcb), shared_address, "page", true);
  constexpr SlotIndex last_index = edu::io_address / 4096;
  const ObjectId last = composer.add(
      "io_2", object::IOPageTable{{{last_index, cap::Frame{page, read_write, true, false}}}, 2});
  const ObjectId middle =
      composer.add("io_1", object::IOPageTable{{{0, cap::IOPageTable{{last}}}}, 1});
  const ObjectId root =
      composer.add("io_0", object::IOPageTable{{{0, cap::IOPageTable{{middle}}}}, 0});
  std::vector<SlotEntry> tables{{0, cap::IOPageTable{{root}}}};
  // For machines whose I/O spaces have more levels.
  for (SlotIndex i = 1; i < 4; ++i) {
    const std::string name = "io_above_" + std::to_string(i);
    tables.push_back({i, cap::IOPageTable{{composer.add(name, object::IOPageTable{})}}});
  }
  composer.add("io_space", object::IOSpace{std::move(tables), 1, {0, edu::device, 0}});
  return composer.finish();
}

/// A capability with all rights.
Cap full_cap(const Spec& spec, ObjectId id) {
  if (std::holds_alternative<object::Endpoint>(spec.objects[id].object)) {
    return cap::Endpoint{id, 0, all_rights};
  }
  return cap::Notification{id, 0, all_rights};
}

/// Many small objects, and one task that has capabilities to the last of them.
Spec many(const Target& target, const Program& program, std::uint32_t count) {
  Composer composer{target};
  const ObjectId tcb = add_task(composer, program, "many", Role::pass);
  ObjectId last = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    last = composer.add("o" + std::to_string(i),
                        i % 2 == 0 ? Object{object::Endpoint{}} : Object{object::Notification{}});
  }
  composer.put(cnode_of(composer, tcb), 1, full_cap(composer.spec(), last));
  return composer.finish();
}

}  // namespace

std::optional<Spec> make_system(const std::string& name, const Target& target,
                                const Program& program, std::uint32_t count) {
  if (name == "hello") return hello(target, program);
  if (name == "tasks") return tasks(target, program, count);
  if (name == "frames") return frames(target, program, count);
  if (name == "threads") return threads(target, program);
  if (name == "cover") return cover(target, program);
  if (name == "fault") return fault(target, program);
  if (name == "kinds") return kinds(target, program);
  if (name == "io_space") return io_space(target, program);
  if (name == "many") return many(target, program, count);
  return std::nullopt;
}

}  // namespace capdl_test
