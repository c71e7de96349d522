// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/boot.hpp>

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

constexpr std::uint64_t fixed_slots = 16;

constexpr std::uint64_t round_up(std::uint64_t value, std::uint64_t unit) {
  return (value + unit - 1) / unit * unit;
}

std::uint64_t tables(Range range, unsigned bits) {
  return (round_up(range.end, std::uint64_t{1} << bits) >> bits) - (range.start >> bits);
}

/// How many tables below the root the kernel needs to map a range with small pages.
std::uint64_t table_count(const Target& target, Range range) {
  std::uint64_t count = 0;
  for (unsigned level = target.root_level + 1U; level < target.levels; ++level) {
    // What one table of the level translates.
    count += tables(range, 12 + 9 * (target.levels - level));
  }
  return count;
}

/// The maximal aligned powers of two in a range, aligned as the kernel sees its memory.
void split(const Target& target, Range range, bool device, std::vector<Untyped>& untypeds) {
  std::uint64_t start = range.start + target.kernel_offset;
  const std::uint64_t end = range.end + target.kernel_offset;
  while (start != end) {
    // Also right if the range wraps to the start of the kernel's addresses.
    const auto largest = static_cast<unsigned>(std::bit_width(end - start) - 1);
    unsigned bits = std::min<unsigned>(largest, target.max_untyped_bits);
    if (start != 0) bits = std::min(bits, static_cast<unsigned>(std::countr_zero(start)));
    const std::uint64_t physical = start - target.kernel_offset;
    untypeds.push_back({{physical, physical + (std::uint64_t{1} << bits)}, device});
    start += std::uint64_t{1} << bits;
  }
}

}  // namespace

std::optional<BootState> emulate_boot(const Target& target, const BootInputs& inputs,
                                      Diagnostics& diagnostics) {
  RangeSet memory;
  for (const Range& range : target.memory) memory.add(range);
  memory.remove(inputs.kernel);
  memory.remove(inputs.task);
  if (inputs.tree_bytes != 0) {
    memory.remove(inputs.device_tree);
  }

  // The task's own pages are followed by its IPC buffer, its bootinfo and what more it is told.
  const std::uint64_t extra =
      inputs.tree_bytes == 0 ? 0 : std::bit_ceil(round_up(inputs.tree_bytes + 32, small_page));
  const Range virtual_pages{inputs.task_virtual.start,
                            inputs.task_virtual.end + 2 * small_page + extra};
  const auto bytes = [](unsigned bits) { return std::uint64_t{1} << bits; };
  const unsigned cnode = target.root_cnode_bits + 0U + target.sizes.slot;
  const std::uint64_t size = bytes(cnode) + bytes(target.sizes.tcb) + 2 * small_page + extra +
                             bytes(target.sizes.asid_pool) + bytes(target.sizes.vspace) +
                             table_count(target, virtual_pages) * bytes(target.sizes.page_table) +
                             bytes(target.sizes.min_sched_context);
  const std::uint64_t align = bytes(std::max<unsigned>(cnode, target.sizes.vspace));
  bool placed = false;
  for (auto range = memory.ranges().rbegin(); !placed && range != memory.ranges().rend(); ++range) {
    if (range->size() < size) continue;
    const std::uint64_t start = (range->end - size) / align * align;
    if (start < range->start) continue;
    memory.remove({start, start + size});
    placed = true;
  }
  if (!placed) {
    diagnostics.error(target.name, "no memory is left for the objects of the initial task",
                      "use a kernel for more memory");
    return std::nullopt;
  }

  BootState state;
  for (const Range& range : target.devices) split(target, range, true, state.untypeds);
  if (inputs.kernel_boot.size() != 0) split(target, inputs.kernel_boot, false, state.untypeds);
  for (const Range& range : memory.ranges()) split(target, range, false, state.untypeds);
  state.first_untyped_slot = fixed_slots + table_count(target, virtual_pages) + target.cores +
                             virtual_pages.size() / small_page;
  return state;
}

}  // namespace sel4::mk
