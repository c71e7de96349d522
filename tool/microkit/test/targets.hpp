// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/target.hpp>

#include <string_view>

namespace sel4::mk::test {

/// A kernel to test with: "aarch64" (a hypervisor with everything), "aarch64_smp" (4 cores),
/// "aarch64_plain" (neither hypervisor nor secure monitor calls), "riscv64", "x86_64" (everything),
/// "x86_64_plain" (no IOMMU, no hypervisor).
inline Target make_target(std::string_view name) {
  Target target;
  target.name = "testboard";
  target.domains = 16;
  target.domain_schedules = 100;
  const bool plain = name.ends_with("_plain");
  if (name.starts_with("aarch64")) {
    target.hypervisor = !plain;
    target.smc = !plain;
    target.user_top = 0xfff'ffff'ffff;
    target.kernel_offset = 0x80'0000'0000;
    target.memory = {{0x4000'0000, 0x8000'0000}};
    target.devices = {{0x800'0000, 0x4000'0000}};
  } else if (name == "riscv64") {
    target.arch = Arch::riscv64;
    target.levels = 3;
    target.user_top = 0x3f'ffff'efff;
    target.kernel_offset = 0xffff'ffc0'0000'0000;
    target.max_untyped_bits = 38;
    target.memory = {{0x8020'0000, 0x1'0000'0000}};
    target.devices = {{0x1000'0000, 0x8000'0000}};
  } else {
    target.arch = Arch::x86_64;
    target.user_top = 0x7fff'ffff'efff;
    target.hypervisor = !plain;
    target.iommu = !plain;
    target.sizes.vcpu = 14;
  }
  if (name.ends_with("_smp")) target.cores = 4;
  return target;
}

}  // namespace sel4::mk::test
