// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sel4::run {

/// What a kernel's configuration says about the machine it runs on.
struct KernelFacts {
  std::string arch{};
  std::string platform{};
  /// QEMU's name of the CPU.
  std::string cpu{};
  unsigned nodes = 1;
  bool hypervisor = false;
  bool gic_v3 = false;
  /// False: the kernel has no debug console, faults are silent.
  bool printing = false;
};

/// Reads gen_config.json. An error is a complete message: file, key, what is wrong, what to do.
[[nodiscard]] std::expected<KernelFacts, std::string> read_kernel_facts(
    const std::filesystem::path& config);

/// The size in MiB of the memory that the kernel was built for, from platform_gen.yaml (or .json).
[[nodiscard]] std::expected<std::uint64_t, std::string> read_memory_mib(
    const std::filesystem::path& platform_info, const KernelFacts& facts);

/// What to boot, and with how much of a machine.
struct MachineRequest {
  /// What QEMU's -kernel takes: the loader with its payload, or on x86_64 the kernel.
  std::filesystem::path image{};
  /// x86_64: the root task.
  std::optional<std::filesystem::path> initrd{};
  /// Cores; as many as the kernel was built for if not given.
  std::optional<unsigned> smp{};
  std::uint64_t memory_mib = 0;
  bool icount = false;
  bool interactive = false;
  std::optional<std::string> plugin{};
  std::optional<std::string> qemu{};
  std::vector<std::string> extra{};
};

/// A program and its arguments; the program's name is not among them.
struct CommandLine {
  std::string program;
  std::vector<std::string> arguments;
};

/// The QEMU command line for the kernel.
[[nodiscard]] std::expected<CommandLine, std::string> qemu_command(const KernelFacts& facts,
                                                                   const MachineRequest& request);

/// The default for the memory on platforms without a platform_gen.yaml (x86_64).
inline constexpr std::uint64_t pc_memory_mib = 512;

}  // namespace sel4::run
