// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "resolve.hpp"

#include <array>
#include <cstdio>

namespace sel4::capdl {

std::string describe(const Spec& spec, ObjectId id) {
  std::string text = "object " + std::to_string(id);
  if (id < spec.objects.size() && spec.objects[id].name) {
    text += " (" + *spec.objects[id].name + ")";
  }
  return text;
}

namespace detail {

namespace {

constexpr unsigned io_index_bits = 9;
constexpr unsigned io_levels = 3;
constexpr unsigned page_bits = 12;

std::optional<Blueprint> fixed(KindInfo kind) {
  if (kind.present == 0) return std::nullopt;
  return Blueprint{kind.type, 0, kind.size_bits};
}

std::optional<Blueprint> sized(KindInfo kind, std::uint8_t size_bits) {
  if (kind.present == 0) return std::nullopt;
  return Blueprint{kind.type, size_bits, size_bits};
}

/// Collects the mappings of one address space.
class Walk {
 public:
  Walk(const Spec& spec, const TargetInfo& target, Depths& depths, const TreeInfo& tree,
       const char* space)
      : spec_(spec), target_(target), depths_(depths), tree_(tree), space_(space) {}

  Outcome<std::vector<Mapping>> run(ObjectId root) {
    SEL4_CAPDL_TRY(table(root, 0, 0));
    return std::move(mappings_);
  }

 private:
  Outcome<bool> table(ObjectId id, unsigned depth, std::uint64_t address) {
    const auto& object = std::get<object::PageTable>(spec_.objects[id].object);
    const LevelInfo& level = tree_.levels[depth];
    for (const SlotEntry& entry : object.slots) {
      if (entry.slot >= std::uint64_t{1} << level.index_bits) {
        return fail(describe(spec_, id), slot_place(entry.slot),
                    "the table has only " + std::to_string(1U << level.index_bits) + " entries");
      }
      const std::uint64_t at = address + (std::uint64_t{entry.slot} << level.entry_bits);
      if (&tree_ == &target_.vspace && at >= target_.user_top) {
        return fail(describe(spec_, id), slot_place(entry.slot),
                    "the address " + hex(at) + " is not one of user threads, which end at " +
                        hex(target_.user_top));
      }
      SEL4_CAPDL_TRY(this->entry(id, entry, depth, at));
    }
    return true;
  }

  Outcome<bool> entry(ObjectId id, const SlotEntry& entry, unsigned depth, std::uint64_t at) {
    const LevelInfo& level = tree_.levels[depth];
    if (const auto* frame = std::get_if<cap::Frame>(&entry.cap)) {
      const auto& object = std::get<object::Frame>(spec_.objects[frame->object].object);
      if (object.size_bits != level.entry_bits) {
        return fail(describe(spec_, id), slot_place(entry.slot),
                    describe(spec_, frame->object) + " is a frame of 2^" +
                        std::to_string(object.size_bits) + " bytes, but entries at depth " +
                        std::to_string(depth) + " of " + space_ + " are for 2^" +
                        std::to_string(level.entry_bits),
                    "put it into a table of the level for its size");
      }
      mappings_.push_back({frame->object, frame, depth + 1, at});
      return true;
    }
    const auto* table = std::get_if<cap::PageTable>(&entry.cap);
    if (table == nullptr) {
      return fail(describe(spec_, id), slot_place(entry.slot),
                  std::string("a capability of kind ") + cap_kind_names[entry.cap.index()] +
                      " has no place in a page table");
    }
    const auto& object = std::get<object::PageTable>(spec_.objects[table->object].object);
    const std::string where = slot_place(entry.slot);
    if (object.is_root) {
      return fail(describe(spec_, id), where,
                  describe(spec_, table->object) + " is a root and cannot be in a table");
    }
    if (depth + 1 >= tree_.count) {
      return fail(describe(spec_, id), where,
                  describe(spec_, table->object) + " is a table below the last level of " + space_);
    }
    if (object.x86_ept != (&tree_ == &target_.ept)) {
      return fail(describe(spec_, id), where,
                  describe(spec_, table->object) + " is a table of the other kind of address space",
                  "x86_ept must be the same in all tables of an address space");
    }
    if (object.level && *object.level != tree_.root_level + depth + 1) {
      return fail(describe(spec_, table->object), "level",
                  "is " + std::to_string(*object.level) + ", but the table is at level " +
                      std::to_string(tree_.root_level + depth + 1));
    }
    if (depths_[table->object] >= 0) {
      return fail(
          describe(spec_, table->object), {},
          "the table is in two places; the second is " + where + " of " + describe(spec_, id),
          "map a table once");
    }
    depths_[table->object] = static_cast<std::int8_t>(depth + 1);
    mappings_.push_back({table->object, nullptr, depth + 1, at});
    return this->table(table->object, depth + 1, at);
  }

  const Spec& spec_;
  const TargetInfo& target_;
  Depths& depths_;
  const TreeInfo& tree_;
  const char* space_;
  std::vector<Mapping> mappings_;
};

/// The same for devices' address spaces, whose tables are all alike.
class IoWalk {
 public:
  IoWalk(const Spec& spec, Depths& depths) : spec_(spec), depths_(depths) {}

  /// `depth` is -1 for tables above the root, whose level says nothing.
  Outcome<bool> take(ObjectId id, int depth) {
    if (depths_[id] >= 0) return fail(describe(spec_, id), {}, "the table is in two places");
    depths_[id] = static_cast<std::int8_t>(depth < 0 ? 0 : depth);
    if (depth < 0) return true;
    const auto& object = std::get<object::IOPageTable>(spec_.objects[id].object);
    if (object.level != static_cast<std::uint64_t>(depth)) {
      return fail(describe(spec_, id), "level",
                  "is " + std::to_string(object.level) + ", but the table is at level " +
                      std::to_string(depth));
    }
    return true;
  }

  Outcome<bool> table(ObjectId id, unsigned depth, std::uint64_t address) {
    const auto& object = std::get<object::IOPageTable>(spec_.objects[id].object);
    const unsigned entry_bits = page_bits + io_index_bits * (io_levels - 1 - depth);
    for (const SlotEntry& entry : object.slots) {
      const std::string where = slot_place(entry.slot);
      if (entry.slot >= 1U << io_index_bits) {
        return fail(describe(spec_, id), where, "the table has only 512 entries");
      }
      const std::uint64_t at = address + (std::uint64_t{entry.slot} << entry_bits);
      if (const auto* frame = std::get_if<cap::Frame>(&entry.cap)) {
        if (std::get<object::Frame>(spec_.objects[frame->object].object).size_bits != page_bits ||
            depth + 1 != io_levels) {
          return fail(describe(spec_, id), where,
                      "I/O spaces have frames of 4 KiB only, in tables of the last level");
        }
        mappings.push_back({frame->object, frame, depth + 1, at});
      } else if (const auto* below = std::get_if<cap::IOPageTable>(&entry.cap)) {
        if (depth + 1 >= io_levels) {
          return fail(describe(spec_, id), where,
                      describe(spec_, below->object) + " would be a fourth level of tables",
                      "I/O spaces are of 39 bits: three levels");
        }
        SEL4_CAPDL_TRY(take(below->object, static_cast<int>(depth) + 1));
        mappings.push_back({below->object, nullptr, depth + 1, at});
        SEL4_CAPDL_TRY(table(below->object, depth + 1, at));
      } else {
        return fail(describe(spec_, id), where,
                    std::string("a capability of kind ") + cap_kind_names[entry.cap.index()] +
                        " has no place in an I/O page table");
      }
    }
    return true;
  }

  std::vector<Mapping> mappings;

 private:
  const Spec& spec_;
  Depths& depths_;
};

}  // namespace

std::string slot_place(SlotIndex slot) { return "slot " + std::to_string(slot); }

std::string hex(std::uint64_t value) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "0x%llx", static_cast<unsigned long long>(value));
  return text.data();
}

bool takes_memory(const Object& object) {
  return std::visit(
      [](const auto& any) {
        using T = std::remove_cvref_t<decltype(any)>;
        return std::same_as<T, object::Untyped> || std::same_as<T, object::Endpoint> ||
               std::same_as<T, object::Notification> || std::same_as<T, object::CNode> ||
               std::same_as<T, object::Tcb> || std::same_as<T, object::VCpu> ||
               std::same_as<T, object::Frame> || std::same_as<T, object::PageTable> ||
               std::same_as<T, object::AsidPool> || std::same_as<T, object::IOPageTable> ||
               std::same_as<T, object::SchedContext> || std::same_as<T, object::Reply>;
      },
      object);
}

std::optional<Blueprint> blueprint(const Object& object, const TargetInfo& target, int depth) {
  if (const auto* untyped = std::get_if<object::Untyped>(&object)) {
    return sized(target.untyped, untyped->size_bits);
  }
  if (std::holds_alternative<object::Endpoint>(object)) return fixed(target.endpoint);
  if (std::holds_alternative<object::Notification>(object)) return fixed(target.notification);
  if (const auto* cnode = std::get_if<object::CNode>(&object)) {
    return Blueprint{target.cnode.type, cnode->size_bits,
                     static_cast<std::uint8_t>(cnode->size_bits + target.cnode.size_bits)};
  }
  if (std::holds_alternative<object::Tcb>(object)) return fixed(target.tcb);
  if (std::holds_alternative<object::VCpu>(object)) return fixed(target.vcpu_object);
  if (const auto* frame = std::get_if<object::Frame>(&object)) {
    for (const KindInfo& kind : target.frames) {
      if (kind.present != 0 && kind.size_bits == frame->size_bits) return fixed(kind);
    }
    return std::nullopt;
  }
  if (const auto* table = std::get_if<object::PageTable>(&object)) {
    const TreeInfo& tree = table->x86_ept ? target.ept : target.vspace;
    int level = depth;
    if (table->is_root) {
      level = 0;
    } else if (level < 0) {
      level = table->level && *table->level > tree.root_level ? *table->level - tree.root_level : 1;
    }
    if (level >= tree.count) return std::nullopt;
    return fixed(tree.levels[level].kind);
  }
  if (std::holds_alternative<object::AsidPool>(object)) {
    return Blueprint{target.untyped.type, target.asid_pool.size_bits, target.asid_pool.size_bits};
  }
  if (std::holds_alternative<object::IOPageTable>(object)) return fixed(target.io_page_table);
  if (const auto* sched = std::get_if<object::SchedContext>(&object)) {
    return sized(target.sched_context, sched->size_bits);
  }
  if (std::holds_alternative<object::Reply>(object)) return fixed(target.reply);
  return std::nullopt;
}

std::optional<Blueprint> blueprint(const Spec& spec, const TargetInfo& target, const Depths& depths,
                                   ObjectId id) {
  return blueprint(spec.objects[id].object, target, depths[id]);
}

Outcome<std::vector<Mapping>> vspace_mappings(const Spec& spec, const TargetInfo& target,
                                              ObjectId root, Depths& depths) {
  const auto& object = std::get<object::PageTable>(spec.objects[root].object);
  const TreeInfo& tree = object.x86_ept ? target.ept : target.vspace;
  if (tree.count == 0) {
    return fail(describe(spec, root), "x86_ept", "the kernel has no address spaces of guests",
                "use a kernel with VTX");
  }
  if (object.level.value_or(0) != tree.root_level) {
    return fail(describe(spec, root), "level",
                "is " + std::to_string(object.level.value_or(0)) + ", but roots start at level " +
                    std::to_string(tree.root_level) + " on this kernel");
  }
  return Walk{spec, target, depths, tree, object.x86_ept ? "a guest" : "a VSpace"}.run(root);
}

Outcome<std::vector<Mapping>> io_mappings(const Spec& spec, ObjectId io_space, Depths& depths) {
  const auto& object = std::get<object::IOSpace>(spec.objects[io_space].object);
  IoWalk walk{spec, depths};
  const auto* root = cap_in<cap::IOPageTable>(object.slots, 0);
  if (root == nullptr) {
    return fail(describe(spec, io_space), slot_place(0), "there is no IOPageTable",
                "an I/O space needs its root table");
  }
  for (const SlotEntry& entry : object.slots) {
    const auto* table = std::get_if<cap::IOPageTable>(&entry.cap);
    if (table == nullptr || entry.slot > 3) {
      return fail(describe(spec, io_space), slot_place(entry.slot),
                  "slots 0 to 3 of an I/O space hold IOPageTables, and there are no others");
    }
    SEL4_CAPDL_TRY(walk.take(table->object, entry.slot == 0 ? 0 : -1));
  }
  SEL4_CAPDL_TRY(walk.table(root->object, 0, 0));
  return std::move(walk.mappings);
}

Outcome<Depths> table_depths(const Spec& spec, const TargetInfo& target) {
  Depths depths(spec.objects.size(), -1);
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    if (const auto* table = std::get_if<object::PageTable>(&spec.objects[id].object)) {
      if (table->is_root) SEL4_CAPDL_TRY(vspace_mappings(spec, target, id, depths));
    } else if (std::holds_alternative<object::IOSpace>(spec.objects[id].object)) {
      SEL4_CAPDL_TRY(io_mappings(spec, id, depths));
    }
  }
  return depths;
}

}  // namespace detail
}  // namespace sel4::capdl
