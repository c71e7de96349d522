// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "spec_builder.hpp"

#include <fmt/format.h>

namespace sel4::mk {

namespace {

constexpr std::uint8_t page_bits = 12;
constexpr std::uint8_t table_index_bits = 9;
// Of a device's address space: the device itself and three levels of tables.
constexpr std::uint8_t io_levels = 4;
constexpr std::uint32_t spare_io_tables = 3;

}  // namespace

AddressSpace::AddressSpace(SpecBuilder& builder, std::string name, Kind kind)
    : builder_(builder),
      name_(std::move(name)),
      kind_(kind),
      levels_(builder.target.levels),
      root_level_(builder.target.root_level) {
  root_ = builder_.add(
      fmt::format("{}_{}", level_name(root_level_), name_),
      capdl::object::PageTable{
          .x86_ept = kind == Kind::ept, .is_root = true, .level = root_level_, .slots = {}});
}

AddressSpace::AddressSpace(SpecBuilder& builder, const IoSpace& space)
    : builder_(builder), name_(space.name), kind_(Kind::io), levels_(io_levels), root_level_(0) {
  root_ = builder_.add(fmt::format("iospace_{}", name_),
                       capdl::object::IOSpace{
                           .slots = {}, .domain_id = space.domain_id, .pci_device = space.device});
  for (std::uint32_t slot = 1; slot <= spare_io_tables; ++slot) {
    link(root_, slot, add_table(1, fmt::format("iopt_level_0_{}_spare_{}", name_, slot)));
  }
}

std::string AddressSpace::level_name(std::uint8_t level) const {
  if (kind_ == Kind::io) return fmt::format("iopt_level_{}", level - 1);
  constexpr const char* arm[] = {"pgd", "pud", "pd", "pt"};
  constexpr const char* riscv[] = {"pgd", "pmd", "pte", "pte"};
  constexpr const char* x86[] = {"pml4", "pdpt", "pd", "pt"};
  switch (builder_.target.arch) {
    case Arch::aarch64:
      return arm[level];
    case Arch::riscv64:
      return riscv[level];
    case Arch::x86_64:
      return x86[level];
  }
  return "table";
}

std::uint8_t AddressSpace::shift(std::uint8_t level) const {
  return static_cast<std::uint8_t>(page_bits + table_index_bits * (levels_ - 1 - level));
}

capdl::ObjectId AddressSpace::add_table(std::uint8_t level, std::string name) {
  if (kind_ == Kind::io) {
    return builder_.add(
        std::move(name),
        capdl::object::IOPageTable{.slots = {}, .level = static_cast<std::uint64_t>(level - 1)});
  }
  return builder_.add(
      std::move(name),
      capdl::object::PageTable{
          .x86_ept = kind_ == Kind::ept, .is_root = false, .level = level, .slots = {}});
}

void AddressSpace::link(capdl::ObjectId parent, std::uint32_t slot, capdl::ObjectId child) {
  if (kind_ == Kind::io) {
    builder_.put(parent, slot, plain_cap<capdl::cap::IOPageTable>(child));
  } else {
    builder_.put(parent, slot, plain_cap<capdl::cap::PageTable>(child));
  }
}

capdl::ObjectId AddressSpace::table(std::uint8_t level, std::uint64_t address) {
  if (level == root_level_) return root_;
  // What one table of this level translates.
  const auto above = static_cast<std::uint8_t>(shift(level) + table_index_bits);
  const std::uint64_t key = address >> above | std::uint64_t{level} << 60;
  if (const auto found = tables_.find(key); found != tables_.end()) return found->second;
  const std::uint64_t start = address >> above << above;
  const capdl::ObjectId made =
      add_table(level, fmt::format("{}_{}_{}_{:#x}", level_name(level), name_,
                                   kind_ == Kind::io ? "ioaddr" : "vaddr", start));
  tables_.emplace(key, made);
  const auto parent_level = static_cast<std::uint8_t>(level - 1);
  const capdl::ObjectId parent = table(parent_level, address);
  std::uint32_t slot = 0;
  // The device itself has one root table, which no address chooses.
  if (kind_ != Kind::io || parent_level != root_level_) {
    const std::uint8_t bits = parent_level == root_level_ && kind_ != Kind::io
                                  ? builder_.target.root_index_bits
                                  : table_index_bits;
    slot = static_cast<std::uint32_t>(address >> above & ((std::uint64_t{1} << bits) - 1));
  }
  link(parent, slot, made);
  return made;
}

void AddressSpace::map(std::uint64_t address, std::uint64_t page_size, capdl::cap::Frame frame) {
  const auto level = static_cast<std::uint8_t>(page_size == large_page ? levels_ - 2 : levels_ - 1);
  const std::uint64_t index = address >> shift(level) & ((1U << table_index_bits) - 1);
  builder_.put(table(level, address), static_cast<std::uint32_t>(index), frame);
}

void AddressSpace::map_program(const Program& program) {
  std::size_t number = 0;
  for (ProgramPage& page : program.pages()) {
    capdl::object::Frame frame{.size_bits = page_bits, .paddr = {}, .init = {}};
    if (!page.bytes.empty()) {
      frame.init.push_back({.start = page.first,
                            .end = page.first + page.bytes.size(),
                            .content = capdl::fill::Bytes{std::move(page.bytes)}});
    }
    const capdl::ObjectId object =
        builder_.add(fmt::format("frame_elf_{}_{:09}", name_, number++), std::move(frame));
    // The kernel knows no page that cannot be read.
    page.permissions.read = true;
    map(page.address, small_page, frame_cap(object, page.permissions));
  }
}

void AddressSpace::map_region(const Map& map, const std::vector<capdl::ObjectId>& frames,
                              std::uint64_t page_size) {
  Permissions permissions = map.permissions;
  // Execute-only is readable, too; devices are told what the description says.
  if (kind_ != Kind::io) permissions.read = true;
  std::uint64_t address = map.address;
  for (const capdl::ObjectId frame : frames) {
    this->map(address, page_size, frame_cap(frame, permissions, map.cached));
    address += page_size;
  }
}

}  // namespace sel4::mk
