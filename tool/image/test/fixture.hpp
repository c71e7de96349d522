// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/image/placement.hpp>

#include <array>
#include <cstring>
#include <string>
#include <vector>

/// Small made-up inputs for a board with memory [0x40000000, 0x50000000).
namespace sel4::image::test {

struct SegmentSpec {
  std::uint32_t flags;
  std::uint64_t vaddr;
  std::uint64_t paddr;
  Bytes data;
  std::uint64_t mem_size;
};

inline Bytes make_elf(elf::Machine machine, std::uint64_t entry,
                      const std::vector<SegmentSpec>& segments) {
  elf::FileHeader header{};
  const std::array<unsigned char, 7> ident{0x7f, 'E', 'L', 'F', 2, 1, 1};
  std::memcpy(header.ident, ident.data(), ident.size());
  header.type = 2;
  header.machine = static_cast<std::uint16_t>(machine);
  header.version = 1;
  header.entry = entry;
  header.program_headers_offset = sizeof(header);
  header.program_header_size = sizeof(elf::ProgramHeader);
  header.program_header_count = static_cast<std::uint16_t>(segments.size());
  Bytes bytes(0x1000);
  std::memcpy(bytes.data(), &header, sizeof(header));
  std::size_t at = sizeof(header);
  for (const SegmentSpec& segment : segments) {
    const std::uint64_t offset = (bytes.size() + 0xfff) / 0x1000 * 0x1000 + segment.vaddr % 0x1000;
    const elf::ProgramHeader program{.type = elf::pt_load,
                                     .flags = segment.flags,
                                     .offset = offset,
                                     .vaddr = segment.vaddr,
                                     .paddr = segment.paddr,
                                     .file_size = segment.data.size(),
                                     .mem_size = segment.mem_size,
                                     .align = 0x1000};
    std::memcpy(bytes.data() + at, &program, sizeof(program));
    at += sizeof(program);
    bytes.resize(offset);
    bytes.insert(bytes.end(), segment.data.begin(), segment.data.end());
  }
  return bytes;
}

inline Bytes filled(std::size_t size, std::uint8_t value) { return Bytes(size, std::byte{value}); }

inline constexpr std::uint32_t rx = elf::pf_read | elf::pf_execute;
inline constexpr std::uint32_t rw = elf::pf_read | elf::pf_write;
inline constexpr std::uint32_t rwx = rw | elf::pf_execute;

inline std::vector<SegmentSpec> app_segments() {
  return {{rx, 0x400000, 0x400000, filled(0x123, 0xaa), 0x123},
          {rw, 0x401200, 0x401200, filled(0x10, 0xbb), 0x3000}};
}

inline std::vector<SegmentSpec> kernel_segments() {
  return {{rwx, 0xffffffffc0000000, 0x40000000, filled(0x1000, 0xcc), 0x20000}};
}

/// A device tree: header, one reservation entry, then `structure` as built by the callers below.
class TreeBuilder {
 public:
  TreeBuilder& begin(const std::string& name) {
    word(1);
    return append(name);
  }
  TreeBuilder& end() { return word(2); }
  TreeBuilder& cells(const std::string& name, const std::vector<std::uint32_t>& values) {
    head(name, values.size() * 4);
    for (const std::uint32_t value : values) word(value);
    return *this;
  }
  TreeBuilder& text(const std::string& name, const std::string& value) {
    head(name, value.size() + 1);
    return append(value);
  }
  [[nodiscard]] Bytes bytes() const {
    TreeBuilder out;
    const auto structure = static_cast<std::uint32_t>(structure_.size() + 4);
    const auto strings = static_cast<std::uint32_t>(strings_.size());
    for (const std::uint32_t value : {0xd00dfeedU, 56 + structure + strings, 56U, 56 + structure,
                                      40U, 17U, 16U, 0U, strings, structure, 0U, 0U, 0U, 0U}) {
      out.word(value);
    }
    Bytes all = out.structure_;
    all.insert(all.end(), structure_.begin(), structure_.end());
    all.insert(all.end(), {std::byte{0}, std::byte{0}, std::byte{0}, std::byte{9}});
    for (const char c : strings_) all.push_back(static_cast<std::byte>(c));
    return all;
  }

 private:
  TreeBuilder& word(std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      structure_.push_back(static_cast<std::byte>((value >> shift) & 0xff));
    }
    return *this;
  }
  TreeBuilder& append(const std::string& value) {
    for (const char c : value) structure_.push_back(static_cast<std::byte>(c));
    structure_.push_back(std::byte{0});
    while (structure_.size() % 4 != 0) structure_.push_back(std::byte{0});
    return *this;
  }
  void head(const std::string& name, std::size_t size) {
    word(3);
    word(static_cast<std::uint32_t>(size));
    word(static_cast<std::uint32_t>(strings_.size()));
    strings_ += name + '\0';
  }

  Bytes structure_;
  std::string strings_;
};

struct TreeOptions {
  std::uint32_t cores = 1;
  std::string method = "psci";
  std::string conduit = "smc";
  std::vector<std::uint32_t> reserved = {};
  std::uint32_t memory_size = 0x10000000;
};

inline Bytes make_tree(const TreeOptions& options = {}) {
  TreeBuilder tree;
  tree.begin("").cells("#address-cells", {1}).cells("#size-cells", {1});
  tree.begin("memory@40000000").text("device_type", "memory");
  tree.cells("reg", {0x40000000, options.memory_size}).end();
  tree.begin("psci").text("method", options.conduit).end();
  tree.begin("reserved-memory").cells("#address-cells", {1}).cells("#size-cells", {1});
  if (!options.reserved.empty()) tree.begin("r@0").cells("reg", options.reserved).end();
  tree.end();
  tree.begin("cpus").cells("#address-cells", {1}).cells("#size-cells", {0});
  for (std::uint32_t i = 0; i < options.cores; ++i) {
    tree.begin("cpu@" + std::to_string(i)).text("device_type", "cpu").cells("reg", {i});
    tree.text("enable-method", options.method).cells("cpu-release-addr", {0, 0xd8 + 8 * i}).end();
  }
  return tree.end().end().bytes();
}

/// Owns what PlacementInputs refers to.
struct Inputs {
  KernelConfig config{.machine = elf::Machine::aarch64,
                      .architecture = "aarch64",
                      .platform = "board",
                      .hypervisor = false,
                      .cores = 1,
                      .smp = false,
                      .first_hart = 0,
                      .timer_frequency = 0,
                      .user_top = 0x8000'0000'0000};
  PlatformInfo platform{.memory = {{0x40000000, 0x50000000}}, .devices = {}};
  LoaderSettings settings;
  payload::LoaderInfo info{.magic = payload::loader_magic,
                           .payload_version = payload::version,
                           .machine = 183,
                           .link_address = 0x40060000,
                           .payload_address = 0x40062000,
                           .kernel_phys_start = 0x40000000,
                           .kernel_phys_end = 0x40020000,
                           .hypervisor = 0,
                           .max_cores = 1};
  std::vector<SegmentSpec> app = app_segments();
  std::uint64_t app_entry = 0x400000;
  std::vector<SegmentSpec> kernel = kernel_segments();
  Bytes tree = make_tree();
  bool allow_wx = false;

  [[nodiscard]] Outcome<Placement> place() {
    Bytes loader_image = filled(0x800, 0xdd);
    std::memcpy(loader_image.data() + payload::loader_info_offset, &info, sizeof(info));
    loader_bytes_ = make_elf(config.machine, info.link_address,
                             {{rwx, info.link_address, info.link_address, loader_image, 0x1800}});
    kernel_bytes_ = make_elf(config.machine, kernel[0].vaddr, kernel);
    app_bytes_ = make_elf(config.machine, app_entry, app);
    const Program loader_program =
        SEL4_IMAGE_TRY(parse_program("loader.elf", loader_bytes_, config.machine));
    const Program kernel_program =
        SEL4_IMAGE_TRY(parse_program("kernel.elf", kernel_bytes_, config.machine));
    const Program app_program =
        SEL4_IMAGE_TRY(parse_program("app.elf", app_bytes_, config.machine));
    const PlacementInputs inputs{.config = config,
                                 .settings = settings,
                                 .platform = platform,
                                 .platform_name = "platform_gen.yaml",
                                 .loader = loader_program,
                                 .kernel = kernel_program,
                                 .app = app_program,
                                 .dtb_name = "kernel.dtb",
                                 .dtb = tree,
                                 .allow_wx = allow_wx};
    return image::place(inputs);
  }

 private:
  Bytes loader_bytes_;
  Bytes kernel_bytes_;
  Bytes app_bytes_;
};

}  // namespace sel4::image::test
