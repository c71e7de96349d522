// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "systems.hpp"

#include "../component/roles.hpp"

namespace capdl_test {

namespace {

constexpr std::uint64_t shared_address = 0x2000'0000;

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

Spec hello(const TargetInfo& target, const Program& program) {
  Composer composer{target};
  add_task(composer, program, "hello", Role::pass);
  return composer.finish();
}

/// Many tasks, each of which tells the first that it runs.
Spec tasks(const TargetInfo& target, const Program& program, std::uint32_t count) {
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
Spec frames(const TargetInfo& target, const Program& program, std::uint32_t count) {
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
Spec threads(const TargetInfo& target, const Program& program) {
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

/// A capability with all rights.
Cap full_cap(const Spec& spec, ObjectId id) {
  if (std::holds_alternative<object::Endpoint>(spec.objects[id].object)) {
    return cap::Endpoint{id, 0, all_rights};
  }
  return cap::Notification{id, 0, all_rights};
}

/// Many small objects, and one task that has capabilities to the last of them.
Spec many(const TargetInfo& target, const Program& program, std::uint32_t count) {
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

std::optional<Spec> make_system(const std::string& name, const TargetInfo& target,
                                const Program& program, std::uint32_t count) {
  if (name == "hello") return hello(target, program);
  if (name == "tasks") return tasks(target, program, count);
  if (name == "frames") return frames(target, program, count);
  if (name == "threads") return threads(target, program);
  if (name == "many") return many(target, program, count);
  return std::nullopt;
}

}  // namespace capdl_test
