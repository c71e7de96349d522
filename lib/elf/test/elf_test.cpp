// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/elf/file.hpp>

#include <array>
#include <cstring>
#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace sel4::elf;

/// An ELF file in the making: header, program headers, contents, symbols.
struct Builder {
  FileHeader header{};
  std::vector<ProgramHeader> segments;
  std::vector<std::pair<std::string, SymbolEntry>> symbols;

  Builder() {
    const std::array<unsigned char, 7> ident{0x7f, 'E', 'L', 'F', 2, 1, 1};
    std::memcpy(header.ident, ident.data(), ident.size());
    header.type = 2;
    header.machine = 183;
    header.version = 1;
    header.entry = 0x401010;
    header.program_headers_offset = sizeof(FileHeader);
    header.program_header_size = sizeof(ProgramHeader);
    header.section_header_size = sizeof(SectionHeader);
    segments.push_back({.type = pt_load,
                        .flags = pf_read | pf_execute,
                        .offset = 0x1000,
                        .vaddr = 0x401000,
                        .paddr = 0x401000,
                        .file_size = 0x100,
                        .mem_size = 0x100,
                        .align = 0x1000});
    segments.push_back({.type = pt_load,
                        .flags = pf_read | pf_write,
                        .offset = 0x1100,
                        .vaddr = 0x402100,
                        .paddr = 0x402100,
                        .file_size = 0x80,
                        .mem_size = 0x2000,
                        .align = 0x1000});
  }

  void add_tls(std::uint64_t align = 16) {
    segments.push_back({.type = pt_tls,
                        .flags = pf_read,
                        .offset = 0x1110,
                        .vaddr = 0x402110,
                        .paddr = 0x402110,
                        .file_size = 0x10,
                        .mem_size = 0x20,
                        .align = align});
  }

  [[nodiscard]] std::vector<std::byte> bytes() const {
    FileHeader out = header;
    if (out.program_header_count == 0) {
      out.program_header_count = static_cast<std::uint16_t>(segments.size());
    }
    std::vector<std::byte> file(0x1200);
    const auto put = [&](std::size_t at, const auto& value) {
      if (file.size() < at + sizeof(value)) file.resize(at + sizeof(value));
      std::memcpy(file.data() + at, &value, sizeof(value));
    };
    if (!symbols.empty()) {
      std::string strings(1, '\0');
      std::vector<SymbolEntry> table(1);
      for (const auto& [name, entry] : symbols) {
        table.push_back(entry);
        table.back().name = static_cast<std::uint32_t>(strings.size());
        strings += name + '\0';
      }
      const std::size_t strings_at = 0x1200;
      const std::size_t table_at = (strings_at + strings.size() + 7) / 8 * 8;
      file.resize(table_at);
      std::memcpy(file.data() + strings_at, strings.data(), strings.size());
      for (std::size_t i = 0; i < table.size(); ++i) put(table_at + i * 24, table[i]);
      out.section_headers_offset = file.size();
      out.section_header_count = 3;
      put(file.size(), SectionHeader{});
      put(file.size(), SectionHeader{.name = 0,
                                     .type = sht_symtab,
                                     .flags = 0,
                                     .addr = 0,
                                     .offset = table_at,
                                     .size = table.size() * 24,
                                     .link = 2,
                                     .info = 1,
                                     .align = 8,
                                     .entry_size = 24});
      put(file.size(), SectionHeader{.name = 0,
                                     .type = sht_strtab,
                                     .flags = 0,
                                     .addr = 0,
                                     .offset = strings_at,
                                     .size = strings.size(),
                                     .link = 0,
                                     .info = 0,
                                     .align = 1,
                                     .entry_size = 0});
    }
    put(0, out);
    for (std::size_t i = 0; i < segments.size(); ++i) put(64 + i * 56, segments[i]);
    return file;
  }
};

/// What parse() says of a file changed by `change`.
Error error_of(const std::function<void(Builder&)>& change) {
  Builder builder;
  change(builder);
  const auto bytes = builder.bytes();
  const auto file = File::parse(bytes, Machine::aarch64);
  REQUIRE_FALSE(file.has_value());
  return file.error();
}

Problem problem_of(const std::function<void(Builder&)>& change) { return error_of(change).problem; }

}  // namespace

TEST_CASE("a good file is read") {
  Builder builder;
  builder.add_tls(4096);
  builder.segments[2].mem_size = 0x20;
  const auto bytes = builder.bytes();
  const auto file = File::parse(bytes, Machine::aarch64);
  REQUIRE(file.has_value());
  CHECK(file->entry() == 0x401010);
  CHECK(file->machine() == Machine::aarch64);
  CHECK(file->virtual_range() == Range{0x401000, 0x404100});
  CHECK(file->physical_range() == Range{0x401000, 0x404100});
  std::vector<std::uint64_t> starts;
  for (const Segment segment : file->loads()) {
    starts.push_back(segment.vaddr);
    CHECK(file->data(segment).size() == segment.file_size);
  }
  CHECK(starts == std::vector<std::uint64_t>{0x401000, 0x402100});
  REQUIRE(file->tls().has_value());
  CHECK(file->tls()->align == 4096);
}

TEST_CASE("every truncation is refused or changes nothing that was checked") {
  Builder builder;
  const auto bytes = builder.bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto file = File::parse(std::span(bytes).first(size));
    // The last segment ends at 0x1180.
    CHECK(file.has_value() == (size >= 0x1180));
  }
}

TEST_CASE("headers") {
  CHECK(problem_of([](Builder& b) { b.header.ident[0] = 0; }) == Problem::bad_magic);
  CHECK(problem_of([](Builder& b) { b.header.ident[4] = 1; }) == Problem::not_64_bit);
  CHECK(problem_of([](Builder& b) { b.header.ident[5] = 2; }) == Problem::not_little_endian);
  CHECK(problem_of([](Builder& b) { b.header.ident[6] = 0; }) == Problem::bad_version);
  CHECK(problem_of([](Builder& b) { b.header.version = 2; }) == Problem::bad_version);
  CHECK(problem_of([](Builder& b) { b.header.type = 1; }) == Problem::wrong_type);
  CHECK(problem_of([](Builder& b) { b.header.type = 3; }) == Problem::wrong_type);
  CHECK(problem_of([](Builder& b) { b.header.machine = 62; }) == Problem::wrong_machine);
  CHECK(problem_of([](Builder& b) { b.header.program_header_size = 32; }) ==
        Problem::bad_program_header_size);
  CHECK(problem_of([](Builder& b) { b.header.program_header_count = 0xffff; }) ==
        Problem::too_many_program_headers);
  CHECK(problem_of([](Builder& b) { b.header.program_header_count = 0xfffe; }) ==
        Problem::program_headers_outside_file);
  CHECK(problem_of([](Builder& b) { b.segments.clear(); }) == Problem::no_program_headers);
  for (const std::uint64_t offset :
       {std::uint64_t{0x11f0}, ~std::uint64_t{0}, ~std::uint64_t{55}}) {
    CHECK(problem_of([&](Builder& b) { b.header.program_headers_offset = offset; }) ==
          Problem::program_headers_outside_file);
  }
  CHECK(problem_of([](Builder& b) {
          b.header.section_headers_offset = ~std::uint64_t{0};
          b.header.section_header_count = 1;
        }) == Problem::section_headers_outside_file);
  CHECK(problem_of([](Builder& b) {
          b.header.section_headers_offset = 64;
          b.header.section_header_count = 1;
          b.header.section_header_size = 1;
        }) == Problem::bad_section_header_size);
}

TEST_CASE("loadable segments") {
  constexpr std::uint64_t top = ~std::uint64_t{0};
  const auto second = [](auto change) {
    return error_of([&](Builder& b) { change(b.segments[1]); });
  };
  CHECK(second([](auto& s) { s.offset = 0x1200; }) ==
        Error{Problem::segment_outside_file, 1, 64 + 56});
  CHECK(second([](auto& s) { s.offset = top; }).problem == Problem::segment_outside_file);
  CHECK(second([](auto& s) { s.file_size = top; }).problem == Problem::segment_outside_file);
  CHECK(second([](auto& s) { s.mem_size = 0x7f; }).problem ==
        Problem::segment_file_size_above_mem_size);
  CHECK(second([](auto& s) { s.mem_size = top; }).problem == Problem::segment_address_wraps);
  CHECK(second([](auto& s) { s.mem_size = 0 - s.vaddr; }).problem ==
        Problem::segment_address_wraps);
  CHECK(second([](auto& s) { s.paddr = top - 0x10; }).problem ==
        Problem::segment_physical_address_wraps);
  CHECK(second([](auto& s) { s.align = 3; }).problem == Problem::segment_bad_alignment);
  CHECK(second([](auto& s) { s.align = std::uint64_t{1} << 40; }).problem ==
        Problem::segment_bad_alignment);
  CHECK(second([](auto& s) { s.vaddr += 8; }).problem == Problem::segment_misaligned);
  CHECK(second([](auto& s) { s.vaddr = 0x400100; }).problem ==
        Problem::segments_overlap_or_unsorted);
  CHECK(error_of([](Builder& b) { b.segments[0].mem_size = 0x1101; }) ==
        Error{Problem::segments_overlap_or_unsorted, 1, 64 + 56});
  CHECK(problem_of([](Builder& b) {
          for (auto& s : b.segments) s.type = 0;
        }) == Problem::no_loadable_segment);
  CHECK(problem_of([](Builder& b) { b.header.entry = 0x401100; }) ==
        Problem::entry_outside_segments);
  CHECK(problem_of([](Builder& b) { b.header.entry = 0x400fff; }) ==
        Problem::entry_outside_segments);
  for (const std::uint32_t type : {pt_interp, pt_dynamic}) {
    CHECK(problem_of([&](Builder& b) { b.segments.emplace_back().type = type; }) ==
          Problem::dynamic_executable);
  }
}

TEST_CASE("an alignment of 0 or 1 says nothing") {
  for (const std::uint64_t align : {0U, 1U}) {
    Builder builder;
    builder.segments[1].align = align;
    builder.segments[1].vaddr += 3;
    CHECK(File::parse(builder.bytes()).has_value());
  }
}

TEST_CASE("thread-local storage") {
  const auto tls = [](auto change) {
    return problem_of([&](Builder& b) {
      b.add_tls();
      change(b.segments[2]);
    });
  };
  for (const std::uint64_t align : {std::uint64_t{0}, std::uint64_t{3}, std::uint64_t{1} << 40}) {
    CHECK(tls([&](auto& s) { s.align = align; }) == Problem::tls_bad_alignment);
  }
  CHECK(tls([](auto& s) { s.mem_size = 0xf; }) == Problem::tls_file_size_above_mem_size);
  CHECK(tls([](auto& s) { s.offset = 0x11ff; }) == Problem::segment_outside_file);
  CHECK(tls([](auto& s) { s.vaddr = ~std::uint64_t{0}; }) == Problem::segment_address_wraps);
  CHECK(tls([](auto& s) { s.vaddr = 0x402118; }) == Problem::tls_outside_segments);
  CHECK(tls([](auto& s) { s.file_size = s.mem_size = 0x71; }) == Problem::tls_outside_segments);
  CHECK(problem_of([](Builder& b) {
          b.add_tls();
          b.add_tls();
        }) == Problem::several_tls_segments);
}

TEST_CASE("symbols") {
  Builder builder;
  CHECK(File::parse(builder.bytes())->find_symbol("a").error().problem == Problem::no_symbol_table);
  const SymbolEntry defined{
      .name = 0, .info = 0x11, .other = 0, .section = 1, .value = 0x402100, .size = 8};
  SymbolEntry undefined = defined;
  undefined.section = 0;
  builder.symbols = {{"table", defined}, {"twice", defined}, {"twice", defined}, {"no", undefined}};
  const auto bytes = builder.bytes();
  const auto file = File::parse(bytes);
  REQUIRE(file.has_value());
  const auto found = file->find_symbol("table");
  REQUIRE(found.has_value());
  CHECK(found->value == 0x402100);
  CHECK(found->size == 8);
  CHECK(file->find_symbol("twice").error().problem == Problem::symbol_duplicate);
  CHECK(file->find_symbol("no").error().problem == Problem::symbol_missing);
  CHECK(file->find_symbol("tabl").error().problem == Problem::symbol_missing);
  CHECK(file->find_symbol("tables").error().problem == Problem::symbol_missing);
  CHECK(file->find_symbol(std::string(100000, 'x')).error().problem == Problem::symbol_missing);
}

TEST_CASE("a broken symbol table is no crash") {
  Builder builder;
  builder.symbols = {
      {"a", {.name = 0, .info = 0, .other = 0, .section = 1, .value = 1, .size = 1}}};
  const auto good = builder.bytes();
  FileHeader header;
  std::memcpy(&header, good.data(), sizeof(header));
  // Every field of the two section headers in turn, all ones.
  for (std::size_t at = header.section_headers_offset + 64; at < good.size(); at += 4) {
    auto bytes = good;
    std::memset(bytes.data() + at, 0xff, 4);
    const auto file = File::parse(bytes);
    REQUIRE(file.has_value());
    (void)file->find_symbol("a");
  }
}

TEST_CASE("every problem has its own sentence") {
  std::vector<std::string_view> seen;
  for (unsigned i = 0; i <= static_cast<unsigned>(Problem::symbol_duplicate); ++i) {
    const auto text = message(static_cast<Problem>(i));
    CHECK(text != "unknown problem");
    for (const auto other : seen) CHECK(text != other);
    seen.push_back(text);
  }
}
