// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "builder.hpp"

#include <algorithm>
#include <tuple>

namespace sel4::capdl::detail {

namespace {

constexpr std::uint8_t granule_bits = 12;
// Of libsel4's initial capabilities.
constexpr Ref initial_domain = 11;
constexpr Ref initial_smc = 15;

}  // namespace

std::uint8_t right_bits(Rights rights) {
  return static_cast<std::uint8_t>(
      (rights.write ? right_write : 0) | (rights.read ? right_read : 0) |
      (rights.grant ? right_grant : 0) | (rights.grant_reply ? right_grant_reply : 0));
}

std::uint32_t Builder::new_slot(ObjectId id) {
  out_.slot_objects.push_back(id);
  return out_.object_slots++;
}

// The slot that retyping fills is not that of an ASID pool, which is made in one more step.
void Builder::give_memory_slot(ObjectId id, std::uint32_t slot) {
  if (std::holds_alternative<object::AsidPool>(spec_.objects[id].object)) {
    pool_memory_[id] = slot;
  } else {
    refs_[id] = slot;
  }
}

bool Builder::embeds(ObjectId id) const {
  const auto* frame = std::get_if<object::Frame>(&spec_.objects[id].object);
  return options_.embed_frames && frame != nullptr && !frame->paddr &&
         frame->size_bits == granule_bits && !frame->init.empty() &&
         std::ranges::none_of(frame->init, [](const FillEntry& entry) {
           return std::holds_alternative<fill::BootInfo>(entry.content);
         });
}

void Builder::assign_placed() {
  std::vector<ObjectId> placed;
  for (ObjectId id = spec_.root_objects.start; id < spec_.root_objects.end; ++id) {
    if (paddr_of(spec_.objects[id].object)) placed.push_back(id);
  }
  std::ranges::sort(placed, {}, [&](ObjectId id) { return *paddr_of(spec_.objects[id].object); });
  for (const ObjectId id : placed) {
    const Blueprint needs = *blueprint(spec_, target_, depths_, id);
    const std::uint32_t slot = new_slot(id);
    give_memory_slot(id, slot);
    out_.placed.push_back({.paddr = *paddr_of(spec_.objects[id].object),
                           .type = needs.type,
                           .size_argument = needs.size_argument,
                           .size_bits = needs.size_bits,
                           .slot = slot});
  }
}

void Builder::assign_runs() {
  struct Item {
    Blueprint needs;
    ObjectId id;
  };
  std::vector<Item> items;
  for (ObjectId id = spec_.root_objects.start; id < spec_.root_objects.end; ++id) {
    if (paddr_of(spec_.objects[id].object) || embeds(id)) continue;
    if (const auto needs = blueprint(spec_, target_, depths_, id)) items.push_back({*needs, id});
  }
  std::ranges::sort(items, {}, [](const Item& item) {
    return std::tuple(-int{item.needs.size_bits}, item.needs.type, item.needs.size_argument,
                      item.id);
  });
  for (const Item& item : items) {
    const Blueprint& needs = item.needs;
    const std::uint32_t slot = new_slot(item.id);
    give_memory_slot(item.id, slot);
    if (out_.runs.empty() || out_.runs.back().type != needs.type ||
        out_.runs.back().size_argument != needs.size_argument ||
        out_.runs.back().size_bits != needs.size_bits) {
      out_.runs.push_back({.type = needs.type,
                           .size_argument = needs.size_argument,
                           .size_bits = needs.size_bits,
                           .count = 0,
                           .first_slot = slot,
                           .reserved = 0});
    }
    ++out_.runs.back().count;
  }
}

void Builder::assign_covers() {
  for (const UntypedCover& cover : spec_.untyped_covers) {
    const Ref parent = refs_[cover.parent];
    bool first = true;
    for (ObjectId id = cover.children.start; id < cover.children.end; ++id) {
      const Blueprint needs = *blueprint(spec_, target_, depths_, id);
      const std::uint32_t slot = new_slot(id);
      give_memory_slot(id, slot);
      if (first || out_.covers.back().type != needs.type ||
          out_.covers.back().size_argument != needs.size_argument) {
        out_.covers.push_back({.parent = parent,
                               .type = needs.type,
                               .size_argument = needs.size_argument,
                               .reserved = 0,
                               .first_slot = slot,
                               .count = 0});
      }
      first = false;
      ++out_.covers.back().count;
    }
  }
}

void Builder::assign_others() {
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    const Object& object = spec_.objects[id].object;
    if (std::holds_alternative<object::ArmSmc>(object)) {
      refs_[id] = (ref_initial << ref_shift) | initial_smc;
    } else if (std::holds_alternative<object::DomainSet>(object)) {
      refs_[id] = (ref_initial << ref_shift) | initial_domain;
    } else if (refs_[id] == no_ref && !embeds(id)) {
      refs_[id] = new_slot(id);
    }
  }
  for (ObjectId id = spec_.root_objects.start; id < spec_.root_objects.end; ++id) {
    if (embeds(id)) {
      refs_[id] = (ref_embedded << ref_shift) | out_.embedded_frames++;
      out_.slot_objects.push_back(id);
    }
  }
  for (const ObjectId id : spec_.asid_slots) {
    out_.asid_pools.push_back({.untyped = pool_memory_[id], .slot = refs_[id]});
  }
}

void Builder::assign_slots() {
  assign_placed();
  assign_runs();
  assign_covers();
  assign_others();
}

void Builder::add_names() {
  if (options_.names == NameLevel::none) return;
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    const NamedObject& object = spec_.objects[id];
    if (!object.name) continue;
    if (options_.names == NameLevel::tcbs && !std::holds_alternative<object::Tcb>(object.object)) {
      continue;
    }
    out_.names.push_back({.object = id,
                          .start = static_cast<std::uint32_t>(out_.text.size()),
                          .size = static_cast<std::uint32_t>(object.name->size())});
    out_.text.insert(out_.text.end(), object.name->begin(), object.name->end());
  }
}

Outcome<Tables> Builder::run() {
  assign_slots();
  add_names();
  SEL4_CAPDL_TRY(add_spaces());
  SEL4_CAPDL_TRY(add_contents());
  add_irqs();
  add_threads();
  add_capabilities();
  add_domains();
  return std::move(out_);
}

}  // namespace sel4::capdl::detail
