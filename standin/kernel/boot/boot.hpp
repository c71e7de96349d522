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
  Word dtb;
  Word dtb_size;
};

/// Makes the first thread and all that it gets, and everything else that there is.
void boot(const BootArguments& arguments);

/// Memory of the machine according to its device tree, or `otherwise`.
[[nodiscard]] Region find_memory(const void* dtb, Word size, Region otherwise);

namespace arch {

/// Memory that the machine has unless a device tree tells otherwise.
extern const Region default_memory;
/// Devices of the kernel, in order.
extern const Region kernel_devices[];
extern const unsigned kernel_device_count;
/// Addresses of devices end here.
inline constexpr Word device_end = CONFIG_PADDR_USER_DEVICE_TOP;

/// Physical addresses of the kernel: of what is only needed until programs run, and of the rest.
[[nodiscard]] Region boot_memory();
[[nodiscard]] Region kernel_memory();

}  // namespace arch

}  // namespace sel4::kernel
