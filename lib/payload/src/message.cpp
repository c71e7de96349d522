// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/payload/head.hpp>

namespace sel4::payload {

std::string_view message(Problem problem) {
  switch (problem) {
    case Problem::misaligned:
      return "the payload is not 8-byte aligned";
    case Problem::truncated:
      return "the payload is cut off";
    case Problem::bad_magic:
      return "there is no payload";
    case Problem::bad_version:
      return "the payload is of another version";
    case Problem::bad_head_size:
      return "the payload's head has a wrong size";
    case Problem::bad_head_checksum:
      return "the payload's head is corrupted (checksum)";
    case Problem::bad_payload_size:
      return "the payload has a wrong size";
    case Problem::bad_counts:
      return "the payload's tables are empty or too long";
    case Problem::bad_enumerator:
      return "the payload has a field with an unknown value";
    case Problem::bad_memory_range:
      return "a memory range is empty, not page aligned or out of order";
    case Problem::bad_kernel_range:
      return "the kernel's range is wrong or outside memory";
    case Problem::kernel_entry_outside:
      return "the kernel's entry point is outside the kernel";
    case Problem::bad_user_range:
      return "the root task's range is wrong or outside memory";
    case Problem::user_entry_outside:
      return "the root task's entry point is outside its image";
    case Problem::bad_dtb_range:
      return "the device tree's range is wrong or outside memory";
    case Problem::region_wraps:
      return "a region is empty or wraps around the address space";
    case Problem::region_misaligned:
      return "a region is not page aligned or its data not in blocks";
    case Problem::region_data_larger:
      return "a region's data is larger than the region";
    case Problem::region_data_outside:
      return "a region's data is outside the payload";
    case Problem::region_outside_memory:
      return "a region is outside memory";
    case Problem::region_outside_its_object:
      return "a region is outside the object it belongs to";
    case Problem::regions_overlap:
      return "a region overlaps another";
    case Problem::region_overlaps_loader:
      return "a region overlaps the loader";
    case Problem::loader_outside_memory:
      return "the loader is outside memory";
    case Problem::objects_out_of_order:
      return "kernel, device tree and root task are not in ascending order";
    case Problem::no_kernel_region:
      return "the payload has no kernel";
    case Problem::no_user_region:
      return "the payload has no root task";
  }
  return "unknown problem";
}

}  // namespace sel4::payload
