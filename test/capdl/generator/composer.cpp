// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "composer.hpp"

#include "../component/roles.hpp"

#include <algorithm>

namespace capdl_test {

namespace {

constexpr std::uint64_t page = 4096;
constexpr unsigned page_bits = 12;
// Behind every test program, and under the same table: systems are then as small as can be.
constexpr std::uint64_t first_stack = 0x88'0000;
constexpr std::uint64_t stack_pages = 1;
constexpr std::uint64_t per_thread = 0x10000;

}  // namespace

ObjectId Composer::add(std::string name, Object object) {
  spec_.objects.push_back({std::move(name), std::move(object)});
  return static_cast<ObjectId>(spec_.objects.size() - 1);
}

ObjectId Composer::cnode(const std::string& name, std::uint8_t size_bits) {
  return add(name, object::CNode{size_bits, {}});
}

void Composer::put(ObjectId cnode, SlotIndex slot, Cap cap) {
  get<object::CNode>(cnode).slots.push_back({slot, cap});
}

ObjectId Composer::vspace(const std::string& name) {
  object::PageTable root;
  root.is_root = true;
  if (target_.vspace.root_level != 0 || target_.arch == Arch::x86_64) {
    root.level = target_.vspace.root_level;
  }
  return add(name, root);
}

ObjectId Composer::table(ObjectId root, unsigned depth, std::uint64_t address) {
  if (depth == 0) return root;
  const LevelInfo& level = target_.vspace.levels[depth];
  const unsigned span = level.index_bits + level.entry_bits;
  const TableKey key{root, depth, address >> span};
  if (const auto known = tables_.find(key); known != tables_.end()) return known->second;
  object::PageTable table;
  if (target_.arch == Arch::x86_64) table.level = static_cast<std::uint8_t>(depth);
  const ObjectId id = add(
      "pt_" + std::to_string(root) + "_" + std::to_string(depth) + "_" + std::to_string(key.base),
      table);
  tables_[key] = id;
  const ObjectId parent = this->table(root, depth - 1, address);
  const LevelInfo& above = target_.vspace.levels[depth - 1];
  const auto slot = static_cast<SlotIndex>((address >> above.entry_bits) &
                                           ((std::uint64_t{1} << above.index_bits) - 1));
  get<object::PageTable>(parent).slots.push_back({slot, cap::PageTable{{id}}});
  return id;
}

void Composer::map(ObjectId vspace, std::uint64_t address, cap::Frame frame) {
  const std::uint8_t bits = get<object::Frame>(frame.object).size_bits;
  for (unsigned depth = 0; depth < target_.vspace.count; ++depth) {
    const LevelInfo& level = target_.vspace.levels[depth];
    if (level.entry_bits != bits) continue;
    const ObjectId parent = table(vspace, depth, address);
    const auto slot = static_cast<SlotIndex>((address >> level.entry_bits) &
                                             ((std::uint64_t{1} << level.index_bits) - 1));
    get<object::PageTable>(parent).slots.push_back({slot, frame});
  }
}

ObjectId Composer::map_new(ObjectId vspace, std::uint64_t address, const std::string& name,
                           bool writable, std::vector<FillEntry> init) {
  const ObjectId id = add(name, object::Frame{page_bits, {}, std::move(init)});
  map(vspace, address, {id, writable ? read_write : read_only, true, false});
  return id;
}

void Composer::load(ObjectId vspace, const std::string& file, const sel4::elf::File& elf) {
  // Segments may share a page: it then gets the contents and the rights of all.
  struct Page {
    bool writable = false;
    bool executable = false;
    std::vector<FillEntry> init;
  };
  std::map<std::uint64_t, Page> pages;
  for (const sel4::elf::Segment segment : elf.loads()) {
    for (std::uint64_t at = segment.vaddr / page * page; at < segment.vaddr_end(); at += page) {
      Page& target = pages[at];
      target.writable = target.writable || segment.writable();
      target.executable = target.executable || segment.executable();
      const std::uint64_t start = std::max(at, segment.vaddr);
      const std::uint64_t end = std::min(at + page, segment.vaddr + segment.file_size);
      if (start < end) {
        target.init.push_back(
            {start - at, end - at, fill::File{file, segment.offset + (start - segment.vaddr)}});
      }
    }
  }
  for (auto& [address, content] : pages) {
    const ObjectId id = add("frame_" + std::to_string(vspace) + "_" + std::to_string(address),
                            object::Frame{page_bits, {}, std::move(content.init)});
    map(vspace, address, {id, content.writable ? read_write : read_only, true, content.executable});
  }
  if (!uart_paddr_) return;
  if (!uart_) uart_ = add("uart", object::Frame{page_bits, uart_paddr_, {}});
  map(vspace, uart_address, {*uart_, read_write, false, false});
}

ObjectId Composer::thread(const ThreadOptions& options) {
  const std::uint64_t base = first_stack + per_thread * next_thread_[options.vspace]++;
  const ObjectId buffer = map_new(options.vspace, base, "ipc_" + options.name, true);
  // The page between buffer and stack is not mapped.
  for (std::uint64_t i = 0; i < stack_pages; ++i) {
    map_new(options.vspace, base + (2 + i) * page,
            "stack_" + options.name + "_" + std::to_string(i), true);
  }
  object::Tcb tcb;
  const auto& root = get<object::CNode>(options.cnode);
  const std::uint8_t guard = options.cnode_guard_bits != 0
                                 ? options.cnode_guard_bits
                                 : static_cast<std::uint8_t>(64 - root.size_bits);
  tcb.slots = {{tcb_slot::cspace, cap::CNode{options.cnode, 0, guard}},
               {tcb_slot::vspace, cap::PageTable{{options.vspace}}},
               {tcb_slot::ipc_buffer, cap::Frame{buffer, read_write, true, false}}};
  if (target_.mcs != 0) {
    const ObjectId sched =
        add("sc_" + options.name,
            object::SchedContext{target_.sched_context.size_bits, {10'000, 10'000, 0}});
    tcb.slots.push_back({tcb_slot::sched_context, cap::SchedContext{{sched}}});
  }
  tcb.slots.insert(tcb.slots.end(), options.slots.begin(), options.slots.end());
  tcb.extra.ipc_buffer_addr = base;
  tcb.extra.affinity = options.core;
  tcb.extra.prio = options.priority;
  tcb.extra.max_prio = options.priority;
  tcb.extra.resume = true;
  tcb.extra.ip = options.entry;
  // As a function finds it: x86_64 has pushed a return address.
  tcb.extra.sp = base + (2 + stack_pages) * page - (target_.arch == Arch::x86_64 ? 8 : 0);
  tcb.extra.gprs = options.arguments;
  if (target_.mcs == 0) tcb.extra.master_fault_ep = 0;
  return add(options.name, tcb);
}

Spec Composer::finish() {
  // Children of covers are at the end, behind all root objects.
  auto end = static_cast<ObjectId>(spec_.objects.size());
  for (const UntypedCover& cover : spec_.untyped_covers) end = std::min(end, cover.children.start);
  spec_.root_objects = {0, end};
  return std::move(spec_);
}

}  // namespace capdl_test
