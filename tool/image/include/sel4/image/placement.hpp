// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/image/file.hpp>
#include <sel4/image/inputs.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sel4::image {

/// An ELF file and what messages call it.
struct Program {
  std::string name;
  elf::File file;
};

/// Parses an ELF file for `machine`.
[[nodiscard]] Outcome<Program> parse_program(const std::string& name,
                                             std::span<const std::byte> bytes,
                                             elf::Machine machine);

/// Checks what the kernel demands of a root task and returns its pages, from the lowest to the
/// highest. `extra` is the size of extra bootinfo that the kernel puts behind it.
///
/// A segment both writable and executable is refused unless `allow_wx`.
[[nodiscard]] Outcome<Range> check_root_task(const Program& program, const KernelConfig& config,
                                             std::uint64_t extra, bool allow_wx);

/// Where a kernel is linked and loaded, in whole pages.
struct KernelPlace {
  std::uint64_t virt_start;
  Range phys;
};

/// Checks that a kernel's physical and virtual addresses have one distance.
[[nodiscard]] Outcome<KernelPlace> check_kernel(const Program& program);

/// The loader's base for a kernel: behind it, at a distance that leaves room for small growth.
[[nodiscard]] constexpr std::uint64_t loader_base(const KernelPlace& kernel) {
  return kernel.phys.end + 0x4'0000;
}

/// The description that a loader carries, checked.
[[nodiscard]] Outcome<payload::LoaderInfo> check_loader(const Program& loader);

/// Memory to be filled: whole pages, data in whole blocks, then zeros.
struct Chunk {
  payload::RegionKind kind;
  std::uint64_t address;
  std::uint64_t size;
  Bytes data;
};

/// A range of physical memory in use, and by what.
struct Use {
  std::string what;
  Range range;
};

/// Everything an image is made of, at its place.
struct Placement {
  KernelConfig config;
  LoaderSettings settings;
  PlatformInfo platform;
  CoreList cores;
  payload::LoaderInfo loader{};
  Bytes loader_bytes;
  KernelPlace kernel{};
  std::uint64_t kernel_entry = 0;
  Range dtb{};
  Range user{};
  std::uint64_t user_pv_offset = 0;
  std::uint64_t user_entry = 0;
  std::vector<Chunk> chunks;
  /// What the device tree reserves.
  std::vector<Range> reserved;
  /// Start of the memory as the device tree, not the kernel, sees it.
  std::uint64_t ram_start = 0;
};

struct PlacementInputs {
  KernelConfig config;
  LoaderSettings settings;
  PlatformInfo platform;
  std::string platform_name;
  Program loader;
  Program kernel;
  Program app;
  std::string dtb_name;
  std::span<const std::byte> dtb;
  bool allow_wx = false;
};

/// Finds a place for everything: the kernel where it is linked, the loader where it is linked, the
/// root task at the end of the last memory range with room, the device tree right below it.
[[nodiscard]] Outcome<Placement> place(const PlacementInputs& inputs);

/// The ranges in use, by ascending address, with the loader and `payload_size` bytes of payload.
[[nodiscard]] std::vector<Use> uses(const Placement& placement, std::uint64_t payload_size);

/// Refuses uses that overlap each other or a reserved range, or are outside memory.
[[nodiscard]] Outcome<> check_uses(const Placement& placement, std::uint64_t payload_size);

}  // namespace sel4::image
