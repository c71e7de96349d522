// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/model.hpp>
#include <sel4/mk/system.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the kernel does with physical memory before the initial task runs, and what that does then.
/// aarch64 and riscv64: on x86_64 only the machine knows its memory.
namespace sel4::mk {

/// Disjoint ranges in ascending order, adjoining ones joined.
class RangeSet {
 public:
  [[nodiscard]] const std::vector<Range>& ranges() const { return ranges_; }
  void add(Range range);
  /// Takes out whatever there is of `range`.
  void remove(Range range);
  /// The lowest `size` bytes at a multiple of `align`, taken out; nothing if there is no room.
  std::optional<std::uint64_t> take(std::uint64_t size, std::uint64_t align);
  [[nodiscard]] bool contains(Range range) const;

 private:
  std::vector<Range> ranges_;
};

struct Untyped {
  Range range;
  bool device = false;
};

/// The state of the machine when the initial task starts.
struct BootState {
  std::vector<Untyped> untypeds;
  /// The first of their capabilities.
  std::uint64_t first_untyped_slot = 0;
};

struct BootInputs {
  /// The kernel's image, and what of it the kernel gives away after booting (empty: nothing).
  Range kernel;
  Range kernel_boot;
  Range device_tree;
  /// Physical and virtual pages of the initial task.
  Range task;
  Range task_virtual;
  /// Bytes of the device tree that the initial task gets a copy of; 0: none.
  std::uint64_t tree_bytes = 0;
};

/// Follows the kernel: initial task's objects at the top of memory, the rest as untypeds. Nothing,
/// reported, if they find no room.
[[nodiscard]] std::optional<BootState> emulate_boot(const Target& target, const BootInputs& inputs,
                                                    Diagnostics& diagnostics);

/// Where the initializer puts objects: by id; nothing for objects without memory.
struct Allocation {
  std::vector<std::optional<std::uint64_t>> addresses;
};

/// Follows the initializer: reports objects whose address is in no untyped, and a lack of memory.
[[nodiscard]] std::optional<Allocation> allocate(const Target& target, const BootState& state,
                                                 const capdl::Spec& spec, Diagnostics& diagnostics);

/// "1.5 MiB".
[[nodiscard]] std::string human_size(std::uint64_t bytes);

}  // namespace sel4::mk
