// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

/// Physical memory from start up to, and without, end.
struct Region {
  Word start;
  Word end;
  [[nodiscard]] constexpr bool is_empty() const { return start >= end; }
};

/// What the loader passes.
struct BootArguments {
  Word image_start;
  Word image_end;
  Word physical_minus_virtual;
  Word entry;
  /// The machine's memory.
  static constexpr unsigned max_memories = 4;
  Region memory[max_memories]{};
  unsigned memory_count = 0;
  /// Not memory that is free.
  Region reserved{};
  /// What the first thread is told besides.
  struct Chunk {
    Word id;
    const void* data;
    Word bytes;
  };
  static constexpr unsigned max_chunks = 4;
  Chunk chunks[max_chunks]{};
  unsigned chunk_count = 0;
};

/// Makes the first thread and all that it gets, and everything else that there is.
void boot(const BootArguments& arguments);

/// The same on a machine that has a device tree, or where the loader gave none.
void boot_with_device_tree(BootArguments arguments, Word dtb, Word dtb_size);
/// Memory of the machine according to its device tree, or `otherwise`.
[[nodiscard]] Region find_memory(const void* dtb, Word size, Region otherwise);

namespace arch {

/// Memory that the machine has unless a device tree tells otherwise.
extern const Region default_memory;
/// Devices of the kernel, in order.
extern const Region kernel_devices[];
extern const unsigned kernel_device_count;
/// Addresses of devices end here.
extern const Word device_end;

/// Physical addresses of the kernel: of what is only needed until programs run, and of the rest.
[[nodiscard]] Region boot_memory();
[[nodiscard]] Region kernel_memory();
/// Scheduling controls come before everything else that has no fixed slot.
extern const bool sched_control_comes_first;

}  // namespace arch

}  // namespace sel4::kernel
