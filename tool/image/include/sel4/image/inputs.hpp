// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/elf/file.hpp>
#include <sel4/fdt/tree.hpp>
#include <sel4/image/error.hpp>
#include <sel4/payload/format.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The readers of what an image is made from. `name` is what messages call the input.
namespace sel4::image {

using elf::Range;

/// What matters here of the kernel's configuration (gen_config.json).
struct KernelConfig {
  elf::Machine machine = elf::Machine::aarch64;
  std::string architecture;
  std::string platform;
  bool hypervisor = false;
  /// MAX_NUM_NODES: the kernel waits until that many cores have entered it.
  std::uint32_t cores = 1;
  bool smp = false;
  /// The hart that must be core 0; RISC-V only.
  std::uint64_t first_hart = 0;
  /// Ticks per second of the timer that user code sees; RISC-V only.
  std::uint64_t timer_frequency = 0;
  /// One past the highest address that a root task may use.
  std::uint64_t user_top = 0;
};

/// A missing key, a wrong type and an unknown architecture are errors.
[[nodiscard]] Outcome<KernelConfig> parse_kernel_config(const std::string& name,
                                                        std::string_view text);

/// The platform's physical memory (platform_gen.yaml).
struct PlatformInfo {
  std::vector<Range> memory;
  std::vector<Range> devices;
};

/// Accepts just the two lists of ranges; ranges must be page aligned, in ascending order and
/// disjoint, and there must be memory.
[[nodiscard]] Outcome<PlatformInfo> parse_platform_info(const std::string& name,
                                                        std::string_view text);

/// The options of SEL4_KERNEL_LOADER_CONFIG, all with defaults.
struct LoaderSettings {
  /// "log_level": "off", "error", "warn", "info" or "debug".
  payload::LogLevel log_level = payload::LogLevel::info;
  /// "verify_data": whether the loader checks checksums of kernel, device tree and root task.
  bool verify_data = true;
  /// "in_place": whether an ELF image has the kernel and the others at their final addresses.
  bool in_place = true;
};

/// An unknown key is an error that names it.
[[nodiscard]] Outcome<LoaderSettings> parse_loader_settings(const std::string& name,
                                                            std::string_view text);

/// The cores that the loader starts.
struct CoreList {
  payload::CoreStart start = payload::CoreStart::none;
  /// Core 0 first.
  std::vector<payload::Core> cores;
};

/// Takes as many cores as the kernel is configured for from the device tree's /cpus.
[[nodiscard]] Outcome<CoreList> read_cores(const std::string& name, const fdt::Tree& tree,
                                           const KernelConfig& config);

/// "0x1234".
[[nodiscard]] std::string hex(std::uint64_t value);
/// "[0x1000, 0x2000)".
[[nodiscard]] std::string hex(Range range);

}  // namespace sel4::image
