// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/model.hpp>
#include <sel4/capdl/target_info.hpp>

#include <cstdint>
#include <optional>
#include <vector>

/// What both validation and the making of images need to know of specifications.
namespace sel4::capdl::detail {

/// What Untyped_Retype takes for an object, and what it takes of memory.
struct Blueprint {
  std::uint16_t type = 0;
  std::uint8_t size_argument = 0;
  std::uint8_t size_bits = 0;
};

/// Where a translation table is in its address space; -1: in none.
using Depths = std::vector<std::int8_t>;

/// One thing mapped into an address space.
struct Mapping {
  ObjectId object = 0;
  /// Null for a table.
  const cap::Frame* frame = nullptr;
  /// Of a table, the root's children being 1.
  unsigned depth = 0;
  std::uint64_t address = 0;
};

/// Whether an object of this kind takes memory.
[[nodiscard]] bool takes_memory(const Object& object);

/// How to make an object; nothing if it is not made from memory or the kernel does not have it.
/// `depth` is that of a table.
[[nodiscard]] std::optional<Blueprint> blueprint(const Object& object, const TargetInfo& target,
                                                 int depth);
[[nodiscard]] std::optional<Blueprint> blueprint(const Spec& spec, const TargetInfo& target,
                                                 const Depths& depths, ObjectId id);

/// The mappings below a root table, each table before what is in it, with addresses. Notes the
/// tables' depths. Errors: what has no place where it is, tables in two places, addresses that user
/// threads do not have.
[[nodiscard]] Outcome<std::vector<Mapping>> vspace_mappings(const Spec& spec,
                                                            const TargetInfo& target, ObjectId root,
                                                            Depths& depths);

/// The same for an IOSpace; the tables in its own slots are not part of it.
[[nodiscard]] Outcome<std::vector<Mapping>> io_mappings(const Spec& spec, ObjectId io_space,
                                                        Depths& depths);

/// The depths of all tables of all address spaces.
[[nodiscard]] Outcome<Depths> table_depths(const Spec& spec, const TargetInfo& target);

/// The capability in a slot, if it is of this kind.
template <class C>
[[nodiscard]] const C* cap_in(const std::vector<SlotEntry>& slots, SlotIndex slot) {
  for (const SlotEntry& entry : slots) {
    if (entry.slot == slot) return std::get_if<C>(&entry.cap);
  }
  return nullptr;
}

/// "slot 3".
[[nodiscard]] std::string slot_place(SlotIndex slot);
/// "0x1234".
[[nodiscard]] std::string hex(std::uint64_t value);

}  // namespace sel4::capdl::detail
