// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/reader.hpp>

std::string_view sel4::capdl::message(Damage damage) {
  switch (damage) {
    case Damage::misaligned:
      return "the specification is not aligned";
    case Damage::truncated:
      return "the specification is cut off";
    case Damage::bad_magic:
      return "this is no specification";
    case Damage::bad_version:
      return "the specification is of another version; pack it with the tool of this initializer";
    case Damage::bad_header_sum:
      return "the header is damaged";
    case Damage::bad_size:
      return "the size makes no sense";
    case Damage::bad_table:
      return "a table lies outside the specification or overlaps another";
    case Damage::bad_sum_count:
      return "the number of sums does not suit the size";
    case Damage::bad_block_sum:
      return "the 4 KiB from here on are damaged";
    case Damage::other_target:
      return "the specification was packed for another kernel";
    case Damage::bad_counts:
      return "the numbers of slots make no sense";
    case Damage::bad_slot:
      return "a slot is out of range";
    case Damage::bad_ref:
      return "a capability is out of range";
    case Damage::bad_copy_slot:
      return "a copy's slot is out of range";
    case Damage::bad_range:
      return "a range lies outside its table";
    case Damage::bad_size_bits:
      return "an object's size makes no sense";
    case Damage::bad_order:
      return "objects are out of order or overlap";
    case Damage::bad_enumerator:
      return "a kind is unknown";
    case Damage::bad_core:
      return "there is no such core";
    case Damage::bad_register_count:
      return "there are too many registers";
    case Damage::bad_name:
      return "a name is out of range";
    case Damage::not_in_frame:
      return "contents reach beyond their frame";
  }
  return "unknown";
}
