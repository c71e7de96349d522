// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "bytes.hpp"

#include <sel4/image/placement.hpp>

#include <algorithm>
#include <charconv>

namespace sel4::image {

namespace {

// Gaps between segments up to this size are filled in, to have fewer regions.
constexpr std::uint64_t largest_gap = 0x1'0000;

/// Pages that segments share or that are close together become one chunk: whole pages, so that
/// nothing of what was in memory before shows through.
void add_chunks(std::vector<Chunk>& chunks, payload::RegionKind kind, const elf::File& file,
                std::uint64_t offset) {
  const std::size_t first = chunks.size();
  for (const elf::Segment segment : file.loads()) {
    const std::uint64_t start = segment.vaddr + offset;
    const std::uint64_t end = round_up(start + segment.mem_size, page);
    if (chunks.size() == first ||
        round_down(start, page) > chunks.back().address + chunks.back().size + largest_gap) {
      chunks.push_back({.kind = kind, .address = round_down(start, page), .size = 0, .data = {}});
    }
    Chunk& chunk = chunks.back();
    chunk.size = end - chunk.address;
    const auto data = file.data(segment);
    if (data.empty()) continue;
    chunk.data.resize(start - chunk.address);
    chunk.data.insert(chunk.data.end(), data.begin(), data.end());
  }
  // A program's data may end in zeros, a chunk's need not.
  for (std::size_t i = first; i < chunks.size(); ++i) {
    chunks[i].data.resize(round_up(chunks[i].data.size(), payload::block_size));
  }
}

/// Between large holes nothing is loaded, but the kernel gives the pages to the root task: clear
/// them, too.
void fill_holes(std::vector<Chunk>& chunks, std::size_t first) {
  for (std::size_t i = first; i + 1 < chunks.size(); ++i) {
    chunks[i].size = chunks[i + 1].address - chunks[i].address;
  }
}

Outcome<fdt::Tree> parse_tree(const PlacementInputs& inputs) {
  auto tree = fdt::Tree::parse(inputs.dtb);
  if (!tree) {
    return fail(inputs.dtb_name, "offset " + hex(tree.error().offset),
                std::string(fdt::message(tree.error().problem)),
                "use the kernel.dtb that the kernel's build installed");
  }
  return *tree;
}

template <class Read>
Outcome<std::vector<Range>> tree_ranges(const PlacementInputs& inputs, Read&& read) {
  std::vector<fdt::Range> found(256);
  const auto count = read(found);
  if (!count) {
    return fail(inputs.dtb_name, "offset " + hex(count.error().offset),
                std::string(fdt::message(count.error().problem)));
  }
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < *count; ++i) ranges.push_back({found[i].start, found[i].end});
  return ranges;
}

bool contains(const std::vector<Range>& ranges, Range range) {
  return std::ranges::any_of(ranges, [&](const Range& outer) {
    return range.start >= outer.start && range.end <= outer.end;
  });
}

bool overlap(Range a, Range b) { return payload::overlap(a.start, a.end, b.start, b.end); }

/// The memory ranges of a device tree, sorted, adjoining ones joined.
Outcome<std::vector<Range>> tree_memory(const PlacementInputs& inputs, const fdt::Tree& tree) {
  std::vector<Range> memory = SEL4_IMAGE_TRY(
      tree_ranges(inputs, [&](std::span<fdt::Range> out) { return tree.memory(out); }));
  std::ranges::sort(memory, {}, &Range::start);
  std::vector<Range> joined;
  for (const Range& range : memory) {
    if (!joined.empty() && range.start < joined.back().end) {
      return fail(inputs.dtb_name, "memory", hex(range) + " overlaps " + hex(joined.back()));
    }
    if (!joined.empty() && range.start == joined.back().end) {
      joined.back().end = range.end;
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

}  // namespace

std::string hex(std::uint64_t value) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value, 16).ptr;
  return "0x" + std::string(digits, end);
}

std::string hex(Range range) { return "[" + hex(range.start) + ", " + hex(range.end) + ")"; }

Outcome<Placement> place(const PlacementInputs& inputs) {
  Placement placement;
  placement.config = inputs.config;
  placement.settings = inputs.settings;
  placement.platform = inputs.platform;
  placement.kernel = SEL4_IMAGE_TRY(check_kernel(inputs.kernel));
  placement.kernel_entry = inputs.kernel.file.entry();
  placement.loader = SEL4_IMAGE_TRY(check_loader(inputs.loader));
  if (placement.loader.kernel_phys_start != placement.kernel.phys.start ||
      placement.loader.kernel_phys_end < placement.kernel.phys.end) {
    return fail(inputs.loader.name, {},
                "the loader was built for a kernel at " +
                    hex({placement.loader.kernel_phys_start, placement.loader.kernel_phys_end}) +
                    ", but " + inputs.kernel.name + " is at " + hex(placement.kernel.phys),
                "build the kernel loader for this kernel");
  }
  if ((placement.loader.hypervisor != 0) != inputs.config.hypervisor ||
      placement.loader.max_cores < inputs.config.cores) {
    return fail(inputs.loader.name, {},
                "the loader was built for another kernel configuration (hypervisor or cores)",
                "build the kernel loader for this kernel");
  }
  const auto loader_data = inputs.loader.file.data(*inputs.loader.file.loads().begin());
  placement.loader_bytes.assign(loader_data.begin(), loader_data.end());

  const fdt::Tree tree = SEL4_IMAGE_TRY(parse_tree(inputs));
  placement.cores = SEL4_IMAGE_TRY(read_cores(inputs.dtb_name, tree, inputs.config));
  placement.reserved = SEL4_IMAGE_TRY(
      tree_ranges(inputs, [&](std::span<fdt::Range> out) { return tree.reserved(out); }));
  const std::vector<Range> memory = SEL4_IMAGE_TRY(tree_memory(inputs, tree));
  placement.ram_start = memory.front().start;
  for (const Range& range : inputs.platform.memory) {
    if (!contains(memory, range)) {
      return fail(inputs.platform_name, "memory",
                  "the range " + hex(range) + " is not in the memory of " + inputs.dtb_name,
                  "take both files from the same build of the kernel");
    }
  }
  if (!contains(inputs.platform.memory, placement.kernel.phys)) {
    return fail(inputs.kernel.name, {},
                "the kernel at " + hex(placement.kernel.phys) + " is outside the memory of " +
                    inputs.platform_name,
                "take both files from the same build of the kernel");
  }

  const std::uint64_t dtb_size = tree.bytes().size();
  // Extra bootinfo holds the tree and two headers of two words, in whole pages.
  const Range user_pages =
      SEL4_IMAGE_TRY(check_root_task(inputs.app, inputs.config, dtb_size + 32, inputs.allow_wx));
  const std::uint64_t user_size = user_pages.end - user_pages.start;
  // The kernel takes what is reserved in the order kernel, tree, root task only.
  bool placed = false;
  for (auto range = inputs.platform.memory.rbegin();
       !placed && range != inputs.platform.memory.rend(); ++range) {
    const std::uint64_t lowest = std::max(range->start, placement.kernel.phys.end);
    const std::uint64_t needed = user_size + round_up(dtb_size, page);
    if (range->end < lowest || range->end - lowest < needed) continue;
    placement.user = {range->end - user_size, range->end};
    placement.dtb.start = placement.user.start - round_up(dtb_size, page);
    placement.dtb.end = placement.dtb.start + dtb_size;
    placed = true;
  }
  if (!placed) {
    return fail(inputs.app.name, {},
                "there is no memory range with " + hex(user_size) +
                    " bytes for the root task above the kernel",
                "make the root task smaller");
  }
  placement.user_pv_offset = placement.user.start - user_pages.start;
  placement.user_entry = inputs.app.file.entry();

  add_chunks(placement.chunks, payload::RegionKind::kernel, inputs.kernel.file,
             placement.kernel.phys.start - placement.kernel.virt_start);
  Chunk dtb{.kind = payload::RegionKind::dtb,
            .address = placement.dtb.start,
            .size = round_up(dtb_size, page),
            .data = Bytes(tree.bytes().begin(), tree.bytes().end())};
  dtb.data.resize(round_up(dtb_size, payload::block_size));
  placement.chunks.push_back(std::move(dtb));
  const std::size_t first_user = placement.chunks.size();
  add_chunks(placement.chunks, payload::RegionKind::user, inputs.app.file,
             placement.user_pv_offset);
  fill_holes(placement.chunks, first_user);
  if (placement.chunks.size() > payload::max_regions) {
    return fail(inputs.app.name, {},
                "kernel and root task have more than " + std::to_string(payload::max_regions) +
                    " separate segments",
                "link with fewer segments");
  }
  return placement;
}

std::vector<Use> uses(const Placement& placement, std::uint64_t payload_size) {
  std::vector<Use> list{
      {"kernel", placement.kernel.phys},
      {"device tree", {placement.dtb.start, round_up(placement.dtb.end, page)}},
      {"root task", placement.user},
      {"kernel loader", {placement.loader.link_address, placement.loader.payload_address}},
      {"payload",
       {placement.loader.payload_address, placement.loader.payload_address + payload_size}}};
  std::ranges::sort(list, {}, [](const Use& use) { return use.range.start; });
  return list;
}

Outcome<> check_uses(const Placement& placement, std::uint64_t payload_size) {
  const std::vector<Use> list = uses(placement, payload_size);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto& [what, range] = list[i];
    if (!contains(placement.platform.memory, range)) {
      return fail(what, hex(range), "outside the platform's memory",
                  "build the kernel for a platform with more memory");
    }
    if (i + 1 < list.size() && overlap(range, list[i + 1].range)) {
      return fail(what, hex(range),
                  "overlaps the " + list[i + 1].what + " at " + hex(list[i + 1].range),
                  "make the root task smaller or build the kernel for more memory");
    }
    for (const Range& reserved : placement.reserved) {
      if (overlap(range, reserved)) {
        return fail(what, hex(range),
                    "overlaps the memory " + hex(reserved) + " that the device tree reserves");
      }
    }
  }
  return {};
}

}  // namespace sel4::image
