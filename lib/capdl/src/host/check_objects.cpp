// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "validate.hpp"

#include <algorithm>

namespace sel4::capdl::detail {

namespace {

constexpr unsigned word_bits = 64;
// CNode_CapData has room for so many.
constexpr unsigned max_guard_bits = 58;

std::string bits_text(unsigned bits) { return "2^" + std::to_string(bits); }

std::string frame_sizes(const TargetInfo& target) {
  std::string text;
  for (const KindInfo& kind : target.frames) {
    if (kind.present == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(kind.size_bits);
  }
  return text;
}

Outcome<> check_fill(const Spec& spec, ObjectId id, const object::Frame& frame,
                     const TargetInfo& target) {
  const std::string object = describe(spec, id);
  const std::uint64_t size = std::uint64_t{1} << frame.size_bits;
  // Larger ones would need a window of more than one table in the initializer's address space.
  if (!frame.init.empty() && frame.size_bits > target.frames[1].size_bits) {
    return fail(object, "init",
                "frames of " + bits_text(frame.size_bits) + " bytes cannot be filled",
                "use frames of at most " + bits_text(target.frames[1].size_bits) + " bytes");
  }
  for (std::size_t i = 0; i < frame.init.size(); ++i) {
    const FillEntry& entry = frame.init[i];
    const std::string where = "init.entries[" + std::to_string(i) + "]";
    if (entry.start > entry.end || entry.end > size) {
      return fail(object, where + ".range",
                  hex(entry.start) + ".." + hex(entry.end) + " is not inside the frame of " +
                      hex(size) + " bytes");
    }
    if (const auto* bytes = std::get_if<fill::Bytes>(&entry.content);
        bytes != nullptr && bytes->bytes.size() != entry.end - entry.start) {
      return fail(object, where + ".content",
                  "there are " + std::to_string(bytes->bytes.size()) + " bytes for a range of " +
                      std::to_string(entry.end - entry.start));
    }
  }
  return {};
}

Outcome<> check_size(const Spec& spec, ObjectId id, const TargetInfo& target,
                     const Depths& depths) {
  const Object& object = spec.objects[id].object;
  const std::string what = describe(spec, id);
  if (const auto* untyped = std::get_if<object::Untyped>(&object)) {
    if (untyped->size_bits < target.min_untyped_bits ||
        untyped->size_bits > target.max_untyped_bits) {
      return fail(what, "size_bits",
                  "is " + std::to_string(untyped->size_bits) + ", but Untyped objects have " +
                      std::to_string(target.min_untyped_bits) + " to " +
                      std::to_string(target.max_untyped_bits));
    }
  } else if (const auto* cnode = std::get_if<object::CNode>(&object)) {
    if (cnode->size_bits == 0 || cnode->size_bits + target.cnode.size_bits > 32) {
      return fail(what, "size_bits",
                  "is " + std::to_string(cnode->size_bits) + ", but CNodes have 1 to " +
                      std::to_string(32 - target.cnode.size_bits));
    }
  } else if (const auto* frame = std::get_if<object::Frame>(&object)) {
    if (!blueprint(object, target, -1)) {
      return fail(what, "size_bits",
                  "is " + std::to_string(frame->size_bits) + ", but this kernel's frames have " +
                      frame_sizes(target));
    }
    SEL4_CAPDL_TRY(check_fill(spec, id, *frame, target));
  } else if (const auto* sched = std::get_if<object::SchedContext>(&object)) {
    if (target.mcs != 0 && (sched->size_bits < target.sched_context.size_bits ||
                            sched->size_bits > target.max_untyped_bits)) {
      return fail(what, "size_bits",
                  "is " + std::to_string(sched->size_bits) +
                      ", but scheduling contexts have at least " +
                      std::to_string(target.sched_context.size_bits));
    }
  }
  const auto needs = blueprint(spec, target, depths, id);
  if (takes_memory(object) && !needs) {
    return fail(
        what, {},
        std::string("this kernel has no objects of kind ") + object_kind_names[object.index()],
        "use a kernel of the right architecture and configuration");
  }
  if (const auto paddr = paddr_of(object)) {
    const std::uint64_t size = std::uint64_t{1} << needs->size_bits;
    if (*paddr % size != 0) {
      return fail(what, "paddr", hex(*paddr) + " is no multiple of the size " + hex(size));
    }
    if (*paddr + (size - 1) < *paddr) return fail(what, "paddr", "the object reaches beyond 2^64");
  }
  return {};
}

Outcome<> check_cnode_cap(const Spec& spec, ObjectId holder, const SlotEntry& entry) {
  const auto* cap = std::get_if<cap::CNode>(&entry.cap);
  if (cap == nullptr) return {};
  const auto& cnode = std::get<object::CNode>(spec.objects[cap->object].object);
  const std::string where = slot_place(entry.slot);
  if (cap->guard_size + unsigned{cnode.size_bits} > word_bits) {
    return fail(describe(spec, holder), where,
                "a guard of " + std::to_string(cap->guard_size) + " bits and a CNode of " +
                    std::to_string(cnode.size_bits) + " are more than a word");
  }
  // The kernel keeps the guard itself in no more than max_guard_bits.
  if (cap->guard >> std::min<unsigned>(cap->guard_size, max_guard_bits) != 0) {
    return fail(describe(spec, holder), where,
                "the guard " + hex(cap->guard) + " has more than " +
                    std::to_string(std::min<unsigned>(cap->guard_size, max_guard_bits)) + " bits");
  }
  return {};
}

/// Physical addresses: one behind the other, wherever they are given.
Outcome<> check_placed(const Spec& spec, const TargetInfo& target, const Depths& depths) {
  struct Place {
    std::uint64_t start;
    std::uint64_t last;
    ObjectId id;
  };
  std::vector<Place> places;
  for (ObjectId id = spec.root_objects.start; id < spec.root_objects.end; ++id) {
    const auto paddr = paddr_of(spec.objects[id].object);
    if (!paddr) continue;
    const auto needs = blueprint(spec, target, depths, id);
    places.push_back({*paddr, *paddr + ((std::uint64_t{1} << needs->size_bits) - 1), id});
  }
  std::ranges::sort(places, {}, &Place::start);
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i].start <= places[i - 1].last) {
      return fail(describe(spec, places[i].id), "paddr",
                  hex(places[i].start) + " is inside " + describe(spec, places[i - 1].id) +
                      ", which ends at " + hex(places[i - 1].last));
    }
  }
  return {};
}

/// Children of a cover lie one behind the other, each aligned to its size; those with an address
/// must come to lie there.
Outcome<> check_covers(const Spec& spec, const TargetInfo& target, const Depths& depths) {
  for (std::size_t i = 0; i < spec.untyped_covers.size(); ++i) {
    const UntypedCover& cover = spec.untyped_covers[i];
    const auto& parent = std::get<object::Untyped>(spec.objects[cover.parent].object);
    const std::uint64_t room = std::uint64_t{1} << parent.size_bits;
    std::uint64_t end = 0;
    for (ObjectId id = cover.children.start; id < cover.children.end; ++id) {
      const auto needs = blueprint(spec, target, depths, id);
      const std::uint64_t size = std::uint64_t{1} << needs->size_bits;
      end = (end + size - 1) / size * size;
      const auto paddr = paddr_of(spec.objects[id].object);
      if (paddr && parent.paddr && *paddr != *parent.paddr + end) {
        return fail(describe(spec, id), "paddr",
                    "is " + hex(*paddr) + ", but in " + describe(spec, cover.parent) +
                        " the object comes to lie at " + hex(*parent.paddr + end),
                    "put the cover's children in order, and padding between them");
      }
      if (paddr && !parent.paddr) {
        return fail(describe(spec, id), "paddr",
                    "is given, but " + describe(spec, cover.parent) + " has no physical address");
      }
      if (end > room || size > room - end) {
        return fail(describe(spec, id), {},
                    "does not fit into " + describe(spec, cover.parent) + " of " + hex(room) +
                        " bytes behind the children before it, which end at " + hex(end));
      }
      end += size;
    }
  }
  return {};
}

}  // namespace

Outcome<> check_objects(const Spec& spec, const TargetInfo& target, const Depths& depths) {
  std::uint64_t spaces = 0;
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    const Object& object = spec.objects[id].object;
    SEL4_CAPDL_TRY(check_size(spec, id, target, depths));
    if (const auto* slots = slots_of(object)) {
      for (const SlotEntry& entry : *slots) {
        SEL4_CAPDL_TRY(check_cnode_cap(spec, id, entry));
      }
    }
    if (const auto* table = std::get_if<object::PageTable>(&object); table && table->is_root) {
      // The initial thread's own address space has one.
      if (++spaces >= target.asid_pool_size) {
        return fail(describe(spec, id), {},
                    "is address space " + std::to_string(spaces) +
                        ", but the initial ASID pool "
                        "has room for " +
                        std::to_string(target.asid_pool_size - 1));
      }
    }
  }
  SEL4_CAPDL_TRY(check_placed(spec, target, depths));
  return check_covers(spec, target, depths);
}

}  // namespace sel4::capdl::detail
