// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "resolve.hpp"

#include <sel4/capdl/validate.hpp>

#include <unordered_map>
#include <unordered_set>

namespace sel4::capdl {

namespace {

using detail::slot_place;

std::string kind(const Object& object) { return object_kind_names[object.index()]; }

/// How many slots an object has; 0: any number that fits.
std::uint64_t slot_limit(const Object& object) {
  if (const auto* cnode = std::get_if<object::CNode>(&object)) {
    return cnode->size_bits < 32 ? std::uint64_t{1} << cnode->size_bits : 0;
  }
  if (std::holds_alternative<object::Tcb>(object)) return tcb_slot::ept_root + 1;
  return 0;
}

Outcome<> check_slots(const Spec& spec, ObjectId id) {
  const Object& object = spec.objects[id].object;
  const std::vector<SlotEntry>* slots = slots_of(object);
  if (slots == nullptr) return {};
  const std::uint64_t limit = slot_limit(object);
  std::unordered_set<SlotIndex> seen;
  for (const SlotEntry& entry : *slots) {
    const std::string where = slot_place(entry.slot);
    if (!seen.insert(entry.slot).second) {
      return fail(describe(spec, id), where, "the slot is given twice", "remove one of the two");
    }
    if (limit != 0 && entry.slot >= limit) {
      return fail(describe(spec, id), where,
                  "the object has only " + std::to_string(limit) + " slots");
    }
    const ObjectId target = object_of(entry.cap);
    if (target >= spec.objects.size()) {
      return fail(describe(spec, id), where,
                  "there is no object " + std::to_string(target) + "; the last is " +
                      std::to_string(spec.objects.size() - 1));
    }
    // The two variants list their kinds in the same order.
    if (entry.cap.index() != spec.objects[target].object.index()) {
      return fail(describe(spec, id), where,
                  std::string("a capability of kind ") + cap_kind_names[entry.cap.index()] +
                      " names " + describe(spec, target) + ", which is of kind " +
                      kind(spec.objects[target].object));
    }
  }
  return {};
}

Outcome<> check_names(const Spec& spec) {
  std::unordered_map<std::string_view, ObjectId> seen;
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    if (!spec.objects[id].name) continue;
    const auto [other, added] = seen.emplace(*spec.objects[id].name, id);
    if (!added) {
      return fail(describe(spec, id), "name",
                  "object " + std::to_string(other->second) + " has the same name");
    }
  }
  return {};
}

Outcome<> check_id_range(const Spec& spec, const std::string& where, IdRange range) {
  if (range.start > range.end || range.end > spec.objects.size()) {
    return fail(where, {},
                "the range " + std::to_string(range.start) + ".." + std::to_string(range.end) +
                    " is none of the " + std::to_string(spec.objects.size()) + " objects");
  }
  return {};
}

/// Who is made from what: each object that takes memory exactly once.
Outcome<> check_origins(const Spec& spec) {
  SEL4_CAPDL_TRY(check_id_range(spec, "root_objects", spec.root_objects));
  std::vector<bool> made(spec.objects.size(), false);
  for (ObjectId id = spec.root_objects.start; id < spec.root_objects.end; ++id) made[id] = true;
  for (std::size_t i = 0; i < spec.untyped_covers.size(); ++i) {
    const UntypedCover& cover = spec.untyped_covers[i];
    const std::string where = "untyped_covers[" + std::to_string(i) + "]";
    SEL4_CAPDL_TRY(check_id_range(spec, where + ".children", cover.children));
    if (cover.parent >= spec.objects.size() ||
        !std::holds_alternative<object::Untyped>(spec.objects[cover.parent].object)) {
      return fail(where, "parent", describe(spec, cover.parent) + " is no Untyped");
    }
    if (!made[cover.parent]) {
      return fail(where, "parent",
                  describe(spec, cover.parent) +
                      " is made neither from root memory nor by an "
                      "earlier cover",
                  "list covers of parents before those of their children");
    }
    for (ObjectId id = cover.children.start; id < cover.children.end; ++id) {
      if (made[id]) {
        return fail(where, "children",
                    describe(spec, id) + " is also a root object or another cover's child");
      }
      if (!detail::takes_memory(spec.objects[id].object)) {
        return fail(where, "children",
                    describe(spec, id) + " is of kind " + kind(spec.objects[id].object) +
                        ", which is not made from memory");
      }
      made[id] = true;
    }
  }
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    if (!made[id] && detail::takes_memory(spec.objects[id].object)) {
      return fail(describe(spec, id), {}, "is neither a root object nor a child of a cover",
                  "extend root_objects or untyped_covers");
    }
  }
  return {};
}

bool is_irq(const Object& object) {
  return std::holds_alternative<object::Irq>(object) ||
         std::holds_alternative<object::ArmIrq>(object) ||
         std::holds_alternative<object::IrqMsi>(object) ||
         std::holds_alternative<object::IrqIOApic>(object) ||
         std::holds_alternative<object::RiscvIrq>(object);
}

Outcome<> check_irqs(const Spec& spec) {
  std::unordered_set<std::uint64_t> numbers;
  std::vector<bool> handled(spec.objects.size(), false);
  for (std::size_t i = 0; i < spec.irqs.size(); ++i) {
    const IrqEntry& irq = spec.irqs[i];
    const std::string where = "irqs[" + std::to_string(i) + "]";
    if (irq.handler >= spec.objects.size() || !is_irq(spec.objects[irq.handler].object)) {
      return fail(where, "handler", describe(spec, irq.handler) + " is no interrupt");
    }
    if (!numbers.insert(irq.irq).second) {
      return fail(where, "irq", "interrupt " + std::to_string(irq.irq) + " is given twice");
    }
    if (handled[irq.handler]) {
      return fail(where, "handler", describe(spec, irq.handler) + " has two numbers");
    }
    handled[irq.handler] = true;
  }
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    if (!is_irq(spec.objects[id].object)) continue;
    if (!handled[id]) {
      return fail(describe(spec, id), {}, "the interrupt has no number", "add it to irqs");
    }
    for (const SlotEntry& entry : *slots_of(spec.objects[id].object)) {
      if (entry.slot != irq_notification_slot ||
          !std::holds_alternative<cap::Notification>(entry.cap)) {
        return fail(describe(spec, id), slot_place(entry.slot),
                    "an interrupt holds nothing but a Notification in slot 0");
      }
    }
  }
  return {};
}

Outcome<> check_asid_slots(const Spec& spec) {
  std::vector<bool> listed(spec.objects.size(), false);
  for (std::size_t i = 0; i < spec.asid_slots.size(); ++i) {
    const ObjectId id = spec.asid_slots[i];
    const std::string where = "asid_slots[" + std::to_string(i) + "]";
    if (id >= spec.objects.size() ||
        !std::holds_alternative<object::AsidPool>(spec.objects[id].object)) {
      return fail(where, {}, describe(spec, id) + " is no AsidPool");
    }
    if (listed[id]) return fail(where, {}, describe(spec, id) + " is listed twice");
    listed[id] = true;
  }
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    if (std::holds_alternative<object::AsidPool>(spec.objects[id].object) && !listed[id]) {
      return fail(describe(spec, id), {}, "the ASID pool is not in asid_slots");
    }
  }
  return {};
}

}  // namespace

Outcome<> check_references(const Spec& spec) {
  // Ids, and slots for the initializer, are counted in 30 bits.
  if (spec.objects.size() >= 1U << 28) return fail("objects", {}, "there are more than 2^28");
  for (ObjectId id = 0; id < spec.objects.size(); ++id) SEL4_CAPDL_TRY(check_slots(spec, id));
  SEL4_CAPDL_TRY(check_names(spec));
  SEL4_CAPDL_TRY(check_origins(spec));
  SEL4_CAPDL_TRY(check_irqs(spec));
  return check_asid_slots(spec);
}

}  // namespace sel4::capdl
