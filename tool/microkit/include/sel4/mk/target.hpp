// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/diagnostic.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::mk {

enum class Arch : std::uint8_t { aarch64, riscv64, x86_64 };

/// "AArch64", "RISC-V", "x86_64".
[[nodiscard]] std::string_view arch_name(Arch arch);

inline constexpr std::uint64_t small_page = 0x1000;
inline constexpr std::uint64_t large_page = 0x20'0000;

/// A half-open range of addresses.
struct Range {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  [[nodiscard]] std::uint64_t size() const { return end - start; }
  [[nodiscard]] bool overlaps(Range other) const { return start < other.end && other.start < end; }
  [[nodiscard]] bool contains(Range other) const {
    return start <= other.start && other.end <= end;
  }
  friend bool operator==(const Range&, const Range&) = default;
};

/// "[0x1000..0x2000)".
[[nodiscard]] std::string text(Range range);

/// Sizes of kernel objects: objects take 2^n bytes.
struct ObjectSizes {
  std::uint8_t tcb = 11;
  std::uint8_t endpoint = 4;
  std::uint8_t notification = 6;
  std::uint8_t reply = 5;
  std::uint8_t vspace = 12;
  std::uint8_t page_table = 12;
  std::uint8_t io_page_table = 12;
  std::uint8_t asid_pool = 12;
  std::uint8_t vcpu = 12;
  std::uint8_t slot = 5;
  std::uint8_t min_sched_context = 7;
};

/// What a kernel's build says of it, as far as systems depend on it.
struct Target {
  Arch arch = Arch::aarch64;
  /// What messages call it: the board, or the folder of the kernel.
  std::string name;
  bool mcs = true;
  bool debug = true;
  bool printing = true;
  /// Virtual machines are possible.
  bool hypervisor = false;
  /// x86_64: devices' memory accesses can be restricted.
  bool iommu = false;
  /// Domains may have their own TCB, for the benchmark interface.
  bool benchmark = false;
  /// Secure monitor calls can be allowed; nothing on architectures without them.
  std::optional<bool> smc;
  std::uint32_t cores = 1;
  std::uint32_t domains = 1;
  std::uint32_t domain_schedules = 1;
  /// Slots of the root task's CNode, 2^n.
  std::uint8_t root_cnode_bits = 12;
  std::uint32_t max_untypeds = 230;
  /// Index bits of page tables from the lowest level that is a root to the last.
  std::uint8_t root_level = 0;
  std::uint8_t levels = 4;
  std::uint8_t root_index_bits = 9;
  /// Highest address that a user can map.
  std::uint64_t user_top = 0;
  /// What the kernel adds to physical addresses for its own mapping of memory.
  std::uint64_t kernel_offset = 0;
  /// Largest untyped, 2^n.
  std::uint8_t max_untyped_bits = 47;
  std::uint64_t device_top = 0;
  std::uint64_t minimum_budget_us = 20;
  ObjectSizes sizes;
  /// Empty on x86_64, where they are known at boot only.
  std::vector<Range> memory;
  std::vector<Range> devices;

  /// Of a domain: where its IPC buffer is, the end of its stack, and where that begins.
  [[nodiscard]] std::uint64_t ipc_buffer() const { return user_top & ~(small_page - 1); }
  [[nodiscard]] std::uint64_t stack_top() const { return ipc_buffer() - small_page; }
  [[nodiscard]] std::uint64_t stack_bottom(std::uint64_t size) const { return stack_top() - size; }
  /// Index bits of page tables at `level`, counted as levels are.
  [[nodiscard]] std::uint8_t index_bits(std::uint8_t level) const {
    return level == root_level ? root_index_bits : 9;
  }
};

/// The files that describe a kernel.
struct TargetFiles {
  /// gen_config.json.
  std::string config;
  /// platform_gen.json or .yaml; empty on x86_64.
  std::string platform;
  /// object_sizes.json and address_space_constants.json of an SDK; empty: derived from config.
  std::string object_sizes;
  std::string address_space;
};

/// Reads a kernel's description; errors go to `diagnostics`.
[[nodiscard]] std::optional<Target> read_target(const TargetFiles& files, std::string name,
                                                Diagnostics& diagnostics);

/// The same of texts, for tests: `config` is a gen_config.json.
[[nodiscard]] std::optional<Target> parse_target(const std::string& file, std::string_view config,
                                                 Diagnostics& diagnostics);

}  // namespace sel4::mk
