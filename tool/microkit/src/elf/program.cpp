// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/file.hpp>
#include <sel4/mk/program.hpp>

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

// Memory that a program's segments may take: more is a broken file.
constexpr std::uint64_t largest_program = std::uint64_t{1} << 28;
constexpr const char* rebuild = "link the domain's program anew";

elf::Machine machine_of(Arch arch) {
  switch (arch) {
    case Arch::aarch64:
      return elf::Machine::aarch64;
    case Arch::riscv64:
      return elf::Machine::riscv;
    case Arch::x86_64:
      return elf::Machine::x86_64;
  }
  return elf::Machine::aarch64;
}

template <class T>
T read_at(std::span<const std::byte> bytes, std::uint64_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

bool inside(std::uint64_t offset, std::uint64_t size, std::uint64_t total) {
  return offset <= total && size <= total - offset;
}

std::optional<elf::File> parse_elf(const std::string& name, std::span<const std::byte> bytes,
                                   const Target& target, Diagnostics& diagnostics) {
  const auto file = elf::File::parse(bytes, machine_of(target.arch));
  if (file) return *file;
  std::string place = name;
  if (file.error().index != elf::Error::no_index) {
    place += fmt::format(": program header {}", file.error().index);
  } else if (file.error().offset != 0) {
    place += fmt::format(": offset {:#x}", file.error().offset);
  }
  const bool machine = file.error().problem == elf::Problem::wrong_machine;
  diagnostics.error(place, std::string(elf::message(file.error().problem)),
                    machine ? fmt::format("build the program for {}", arch_name(target.arch))
                            : "give a statically linked ELF executable");
  return std::nullopt;
}

}  // namespace

std::optional<Program> Program::read(const std::string& path, const std::string& symbols_path,
                                     const Target& target, Diagnostics& diagnostics) {
  const auto bytes = image::read_file(path, largest_program);
  if (!bytes) {
    diagnostics.error(bytes.error().object, bytes.error().what, bytes.error().mend);
    return std::nullopt;
  }
  if (symbols_path.empty()) return parse(path, *bytes, path, *bytes, target, diagnostics);
  const auto symbols = image::read_file(symbols_path, largest_program);
  if (!symbols) {
    diagnostics.error(symbols.error().object, symbols.error().what, symbols.error().mend);
    return std::nullopt;
  }
  return parse(path, *bytes, symbols_path, *symbols, target, diagnostics);
}

std::optional<Program> Program::parse(const std::string& name, std::span<const std::byte> bytes,
                                      const std::string& symbols_name,
                                      std::span<const std::byte> symbols, const Target& target,
                                      Diagnostics& diagnostics) {
  const auto file = parse_elf(name, bytes, target, diagnostics);
  if (!file) return std::nullopt;
  Program program;
  program.name_ = name;
  program.entry_ = file->entry();
  std::uint64_t total = 0;
  for (const elf::Segment segment : file->loads()) {
    // Not the sum itself, which could wrap.
    if (segment.mem_size > largest_program || total > largest_program) {
      diagnostics.error(
          fmt::format("{}: program header {}", name, segment.index),
          fmt::format("the program takes more than {:#x} bytes of memory", largest_program),
          "put large data into memory regions");
      return std::nullopt;
    }
    total += segment.mem_size;
    if (segment.vaddr_end() > target.user_top) {
      diagnostics.error(
          fmt::format("{}: program header {}", name, segment.index),
          fmt::format("the segment {} reaches above the user address space, which "
                      "ends at {:#x}",
                      text(Range{segment.vaddr, segment.vaddr_end()}), target.user_top),
          "link the program lower");
      return std::nullopt;
    }
    Segment own{.address = segment.vaddr,
                .permissions = {.read = (segment.flags & elf::pf_read) != 0,
                                .write = segment.writable(),
                                .execute = segment.executable()},
                .index = segment.index,
                .bytes = {}};
    const auto data = file->data(segment);
    own.bytes.assign(data.begin(), data.end());
    own.bytes.resize(static_cast<std::size_t>(segment.mem_size));
    if (own.permissions.write && own.permissions.execute) {
      diagnostics.warning(fmt::format("{}: program header {}", name, segment.index),
                          "the segment is writable and executable",
                          "separate code and data when linking");
    }
    if (!program.segments_.empty()) {
      const Segment& before = program.segments_.back();
      const bool same_rights = before.permissions.write == own.permissions.write &&
                               before.permissions.execute == own.permissions.execute;
      if ((before.range().end - 1) / small_page == own.address / small_page && !same_rights) {
        diagnostics.warning(
            fmt::format("{}: program header {}", name, segment.index),
            fmt::format("the segment shares the page {:#x} with the one before it, which has other "
                        "rights; the page gets the rights of both",
                        own.address / small_page * small_page),
            "align segments to pages when linking");
      }
    }
    program.segments_.push_back(std::move(own));
  }
  if (symbols.data() != bytes.data() && !parse_elf(symbols_name, symbols, target, diagnostics)) {
    return std::nullopt;
  }
  if (!program.read_symbols(symbols_name, symbols, diagnostics)) return std::nullopt;
  return program;
}

bool Program::read_symbols(const std::string& name, std::span<const std::byte> bytes,
                           Diagnostics& diagnostics) {
  // The header and the place of the section headers were checked; one pass over the symbols.
  const auto header = read_at<elf::FileHeader>(bytes, 0);
  const std::uint32_t count = header.section_headers_offset == 0 ? 0 : header.section_header_count;
  const auto section = [&](std::uint32_t index) {
    return read_at<elf::SectionHeader>(
        bytes, header.section_headers_offset + index * sizeof(elf::SectionHeader));
  };
  std::uint32_t index = 0;
  while (index < count && section(index).type != elf::sht_symtab) ++index;
  if (index == count) {
    diagnostics.error(name, "there is no symbol table",
                      "do not strip the program, or name the unstripped one with path_for_symbols");
    return false;
  }
  const elf::SectionHeader table = section(index);
  const bool table_ok = table.link < count && table.entry_size == sizeof(elf::SymbolEntry) &&
                        inside(table.offset, table.size, bytes.size());
  const elf::SectionHeader strings = table_ok ? section(table.link) : elf::SectionHeader{};
  if (!table_ok || strings.type != elf::sht_strtab ||
      !inside(strings.offset, strings.size, bytes.size())) {
    diagnostics.error(fmt::format("{}: section {}", name, index), "the symbol table is broken",
                      rebuild);
    return false;
  }
  const char* text = reinterpret_cast<const char*>(bytes.data()) + strings.offset;
  symbols_.reserve(static_cast<std::size_t>(table.size / sizeof(elf::SymbolEntry)));
  constexpr std::uint64_t longest_name = 256;
  for (std::uint64_t i = 0; i < table.size / sizeof(elf::SymbolEntry); ++i) {
    const auto entry =
        read_at<elf::SymbolEntry>(bytes, table.offset + i * sizeof(elf::SymbolEntry));
    if (entry.section == 0 || entry.name == 0 || entry.name >= strings.size) continue;
    // Sections and files have names, too, but nothing is written to them.
    constexpr unsigned char type_section = 3;
    constexpr unsigned char type_file = 4;
    if ((entry.info & 0xf) == type_section || (entry.info & 0xf) == type_file) continue;
    const std::uint64_t room = std::min<std::uint64_t>(strings.size - entry.name, longest_name);
    const auto* const end =
        static_cast<const char*>(std::memchr(text + entry.name, 0, static_cast<std::size_t>(room)));
    if (end == nullptr) continue;
    const auto [symbol, added] = symbols_.try_emplace(std::string(text + entry.name, end),
                                                      Symbol{entry.value, entry.size, 0});
    ++symbol->second.count;
  }
  return true;
}

std::optional<std::uint64_t> Program::symbol_size(const std::string& symbol) const {
  const auto found = symbols_.find(symbol);
  if (found == symbols_.end()) return std::nullopt;
  return found->second.size;
}

bool Program::write(const std::string& symbol, std::span<const std::byte> bytes, bool exact,
                    Diagnostics& diagnostics) {
  const std::string place = fmt::format("{}: symbol {}", name_, symbol);
  const auto found = symbols_.find(symbol);
  if (found == symbols_.end()) {
    diagnostics.error(place, "the symbol is not defined",
                      "define the variable with external linkage, and so that it is kept (used)");
    return false;
  }
  const Symbol& at = found->second;
  if (at.count > 1) {
    diagnostics.error(place, fmt::format("the symbol is defined {} times", at.count),
                      "rename the others");
    return false;
  }
  if (exact ? at.size != bytes.size() : at.size < bytes.size()) {
    diagnostics.error(place,
                      fmt::format("the variable has {} bytes, its value {}", at.size, bytes.size()),
                      exact ? "declare it as a 64-bit integer or a pointer"
                            : "build the program for this version of Microkit");
    return false;
  }
  for (Segment& segment : segments_) {
    if (at.address < segment.address) continue;
    const std::uint64_t offset = at.address - segment.address;
    if (!inside(offset, bytes.size(), segment.bytes.size())) continue;
    std::ranges::copy(bytes, segment.bytes.begin() + static_cast<std::ptrdiff_t>(offset));
    return true;
  }
  diagnostics.error(place, fmt::format("its address {:#x} is in no loadable segment", at.address),
                    "take program and symbols from one link");
  return false;
}

bool Program::write_word(const std::string& symbol, std::uint64_t value, Diagnostics& diagnostics) {
  return write(symbol, std::as_bytes(std::span(&value, 1)), true, diagnostics);
}

std::vector<ProgramPage> Program::pages() const {
  std::vector<ProgramPage> pages;
  std::vector<std::byte> content(small_page);
  const auto is_zero = [](std::byte byte) { return byte == std::byte{0}; };
  const auto finish = [&] {
    if (pages.empty()) return;
    // Zeros at both ends need not be carried.
    const auto first = std::ranges::find_if_not(content, is_zero);
    if (first == content.end()) return;
    const auto last = std::find_if_not(content.rbegin(), content.rend(), is_zero).base();
    pages.back().first = static_cast<std::uint32_t>(first - content.begin());
    pages.back().bytes.assign(first, last);
    std::ranges::fill(content, std::byte{0});
  };
  for (const Segment& segment : segments_) {
    const Range range = segment.range();
    for (std::uint64_t page = range.start / small_page * small_page; page < range.end;
         page += small_page) {
      if (pages.empty() || pages.back().address != page) {
        finish();
        pages.push_back({.address = page, .permissions = {}, .first = 0, .bytes = {}});
      }
      Permissions& permissions = pages.back().permissions;
      permissions.read |= segment.permissions.read;
      permissions.write |= segment.permissions.write;
      permissions.execute |= segment.permissions.execute;
      const std::uint64_t from = std::max(page, range.start);
      const std::uint64_t to = std::min(page + small_page, range.end);
      std::copy_n(segment.bytes.begin() + static_cast<std::ptrdiff_t>(from - range.start),
                  static_cast<std::ptrdiff_t>(to - from),
                  content.begin() + static_cast<std::ptrdiff_t>(from - page));
    }
  }
  finish();
  return pages;
}

}  // namespace sel4::mk
