// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/image.hpp>
#include <sel4/capdl/target.hpp>
#include <sel4/elf/file.hpp>

#include <cstring>

namespace sel4::capdl {

namespace {

constexpr const char* rebuild = "give the CapDL initializer of this project";

}  // namespace

Outcome<std::uint64_t> find_in_file(const std::string& name, const elf::File& file,
                                    const char* symbol, std::uint64_t size) {
  const auto found = file.find_symbol(symbol);
  if (!found) {
    return fail(name, std::string("symbol ") + symbol,
                std::string(elf::message(found.error().problem)), rebuild);
  }
  if (found->size != size) {
    return fail(name, std::string("symbol ") + symbol,
                "has " + std::to_string(found->size) + " bytes instead of " + std::to_string(size),
                "build initializer and tool from the same sources");
  }
  for (const elf::Segment segment : file.loads()) {
    if (found->value < segment.vaddr || found->value - segment.vaddr >= segment.mem_size) continue;
    const std::uint64_t offset = found->value - segment.vaddr;
    if (offset > segment.file_size || size > segment.file_size - offset) break;
    return segment.offset + offset;
  }
  return fail(name, std::string("symbol ") + symbol, "its bytes are not in the file", rebuild);
}

Outcome<TargetInfo> read_target(const std::string& name,
                                std::span<const std::byte> initializer_elf) {
  const auto file = elf::File::parse(initializer_elf);
  if (!file) {
    return fail(name, {}, std::string(elf::message(file.error().problem)),
                "give a statically linked ELF executable");
  }
  const std::uint64_t offset =
      SEL4_CAPDL_TRY(find_in_file(name, *file, target_symbol, sizeof(TargetInfo)));
  TargetInfo info{};
  std::memcpy(&info, initializer_elf.data() + offset, sizeof(info));
  const std::string place = std::string("symbol ") + target_symbol;
  if (info.magic != target_magic || info.size != sizeof(TargetInfo)) {
    return fail(name, place, "this is no description of an initializer", rebuild);
  }
  if (info.image_version != image_version) {
    return fail(name, place,
                "the initializer reads specifications of version " +
                    std::to_string(info.image_version) + ", this tool writes version " +
                    std::to_string(image_version),
                "build both from the same sources");
  }
  const bool sensible = info.arch <= Arch::x86_64 && info.cores >= 1 && info.cores <= 1024 &&
                        info.domains >= 1 && info.domains <= 256 && info.register_count >= 2 &&
                        info.register_count <= 64 && info.register_pc < info.register_count &&
                        info.register_sp < info.register_count && info.argument_count <= 8 &&
                        info.vspace.count >= 1 && info.vspace.count <= 5 && info.ept.count <= 5 &&
                        info.max_untyped_bits < 62 && info.cnode.size_bits <= 6;
  bool registers = true;
  for (unsigned i = 0; i < info.argument_count && i < 8; ++i) {
    registers = registers && info.register_arguments[i] < info.register_count;
  }
  bool levels = true;
  for (const TreeInfo* tree : {&info.vspace, &info.ept}) {
    for (unsigned i = 0; i < tree->count && i < 5; ++i) {
      levels = levels && tree->levels[i].index_bits <= 16 && tree->levels[i].entry_bits < 56;
    }
  }
  if (!sensible || !registers || !levels) {
    return fail(name, place, "the description makes no sense", rebuild);
  }
  return info;
}

}  // namespace sel4::capdl
