// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fdt/tree.hpp>

namespace sel4::fdt {

std::string_view message(Problem problem) {
  switch (problem) {
    case Problem::truncated_header:
      return "the file ends inside the header";
    case Problem::bad_magic:
      return "this is no flattened device tree";
    case Problem::unsupported_version:
      return "the device tree's version is not 17";
    case Problem::bad_total_size:
      return "totalsize is larger than the file or too small";
    case Problem::structure_misaligned:
      return "the structure block is not 4-byte aligned";
    case Problem::structure_outside:
      return "the structure block lies outside the blob";
    case Problem::strings_outside:
      return "the strings block lies outside the blob";
    case Problem::reservations_outside:
      return "the memory reservation block lies outside the blob or has no end";
    case Problem::structure_truncated:
      return "the structure block has no end";
    case Problem::unknown_token:
      return "unknown token in the structure block";
    case Problem::name_unterminated:
      return "a node's name has no end";
    case Problem::property_outside:
      return "a property's value lies outside the structure block";
    case Problem::property_name_outside:
      return "a property's name lies outside the strings block";
    case Problem::property_outside_node:
      return "a property is outside every node";
    case Problem::property_after_child:
      return "a property comes after a child node";
    case Problem::too_deep:
      return "nodes are nested more than 64 deep";
    case Problem::unbalanced:
      return "nodes do not begin and end in pairs below one root";
    case Problem::bad_cells:
      return "#address-cells is not 1 or 2, or #size-cells above 2";
    case Problem::bad_reg:
      return "the length of reg is no multiple of an entry";
    case Problem::address_too_large:
      return "a range wraps around the address space";
    case Problem::empty_range:
      return "a range is empty";
    case Problem::too_many_ranges:
      return "too many ranges";
    case Problem::no_memory:
      return "there is no memory node";
  }
  return "unknown problem";
}

}  // namespace sel4::fdt
