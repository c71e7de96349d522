// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "elf_maker.hpp"
#include "targets.hpp"

#include <sel4/mk/program.hpp>

#include <doctest/doctest.h>

using namespace sel4::mk;
using sel4::mk::test::ElfMaker;

namespace {

struct Result {
  std::optional<Program> program;
  std::string text;
};

Result parse(const test::Bytes& bytes) {
  Diagnostics diagnostics;
  auto program =
      Program::parse("p.elf", bytes, "p.elf", bytes, test::make_target("aarch64"), diagnostics);
  CHECK(program.has_value() == diagnostics.ok());
  return {std::move(program), diagnostics.text()};
}

bool says(const Result& result, std::string_view words) {
  INFO(result.text);
  return result.text.find(words) != std::string::npos;
}

std::string write(const ElfMaker& maker, const std::string& symbol, std::size_t size, bool exact) {
  Result result = parse(maker.make());
  REQUIRE(result.program);
  Diagnostics diagnostics;
  const test::Bytes value(size, std::byte{7});
  const bool written = result.program->write(symbol, value, exact, diagnostics);
  CHECK(written == diagnostics.ok());
  return diagnostics.text();
}

}  // namespace

TEST_CASE("a program's pages have its bytes, and zeros are not carried") {
  const Result result = parse(ElfMaker{}.make());
  REQUIRE(result.program);
  const auto pages = result.program->pages();
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].address == 0x20'0000);
  CHECK(pages[0].permissions.execute);
  CHECK_FALSE(pages[0].permissions.write);
  CHECK(pages[0].bytes.size() == 0x800);
  CHECK(pages[1].permissions.write);
  CHECK(pages[1].bytes.size() == 0x300);
  // .bss alone.
  CHECK(pages[2].address == 0x20'2000);
  CHECK(pages[2].bytes.empty());
}

TEST_CASE("segments that share a page keep their bytes, and the page allows what either allows") {
  ElfMaker maker;
  maker.segments[1].address = 0x20'0a00;
  maker.symbols.clear();
  const Result result = parse(maker.make());
  REQUIRE(result.program);
  CHECK(says(result, "warning: p.elf: program header 1: the segment shares the page 0x200000"));
  const auto pages = result.program->pages();
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].permissions.execute);
  CHECK(pages[0].permissions.write);
  REQUIRE(pages[0].bytes.size() == 0xd00);
  CHECK(pages[0].bytes[0x7ff] == static_cast<std::byte>(0x7ff % 251 + 1));
  CHECK(pages[0].bytes[0x800] == std::byte{0});
  CHECK(pages[0].bytes[0xa00] == std::byte{1});
}

TEST_CASE("files that cannot be used are refused") {
  ElfMaker maker;
  SUBCASE("cut anywhere") {
    const test::Bytes whole = maker.make();
    for (std::size_t size = 0; size < whole.size(); size += 7) {
      const Result result =
          parse({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)});
      CHECK_FALSE(result.program);
    }
  }
  SUBCASE("another machine") {
    maker.machine = sel4::elf::Machine::riscv;
    CHECK(says(parse(maker.make()), "this is for another machine; build the program for AArch64"));
  }
  SUBCASE("no symbols") {
    maker.with_symbols = false;
    CHECK(says(parse(maker.make()), "p.elf: there is no symbol table; do not strip the program"));
  }
  SUBCASE("above the address space") {
    maker.segments[1].address = 0xfff'ffff'f000;
    CHECK(says(parse(maker.make()), "reaches above the user address space"));
  }
  SUBCASE("too large") {
    maker.segments[1].mem_size = std::uint64_t{1} << 40;
    CHECK(says(parse(maker.make()), "takes more than 0x10000000 bytes"));
  }
  SUBCASE("wrapping") {
    maker.segments[1].mem_size = ~std::uint64_t{0};
    CHECK_FALSE(parse(maker.make()).program);
  }
  SUBCASE("entry outside") {
    maker.entry = 0x30'0000;
    CHECK(says(parse(maker.make()), "the entry point is in no loadable segment"));
  }
}

TEST_CASE("writable code is warned of") {
  ElfMaker maker;
  maker.segments[0].flags = 7;
  CHECK(says(parse(maker.make()), "warning: p.elf: program header 0: the segment is writable and"));
}

TEST_CASE("variables are written where they are, .bss included") {
  Result result = parse(ElfMaker{}.make());
  REQUIRE(result.program);
  Diagnostics diagnostics;
  CHECK(result.program->write_word("microkit_ioports", 0x1234, diagnostics));
  CHECK(result.program->write_word("microkit_irqs", ~std::uint64_t{0}, diagnostics));
  const auto pages = result.program->pages();
  CHECK(pages[1].bytes[0x400] == std::byte{0x34});
  CHECK(pages[1].bytes[0x401] == std::byte{0x12});
  CHECK(pages[1].bytes[0x48] == std::byte{0xff});
  CHECK(diagnostics.text().empty());
}

TEST_CASE("variables that cannot be written say why, each for its reason") {
  ElfMaker maker;
  CHECK(write(maker, "nothing", 8, true).find("symbol nothing: the symbol is not defined") !=
        std::string::npos);
  maker.symbols.push_back({"twice", 0x20'1100, 8});
  maker.symbols.push_back({"twice", 0x20'1108, 8});
  CHECK(write(maker, "twice", 8, true).find("is defined 2 times") != std::string::npos);
  CHECK(write(maker, "microkit_passive", 8, false).find("has 1 bytes, its value 8") !=
        std::string::npos);
  maker.symbols.push_back({"half", 0x20'1110, 4});
  CHECK(write(maker, "half", 8, true).find("declare it as a 64-bit integer") != std::string::npos);
  maker.symbols.push_back({"outside", 0x90'0000, 8});
  CHECK(write(maker, "outside", 8, true).find("is in no loadable segment") != std::string::npos);
  maker.symbols.push_back({"across", 0x20'2ffc, 8});
  CHECK(write(maker, "across", 8, true).find("is in no loadable segment") != std::string::npos);
  maker.symbols.push_back({"wrapping", ~std::uint64_t{0} - 3, 8});
  CHECK(write(maker, "wrapping", 8, true).find("is in no loadable segment") != std::string::npos);
}

TEST_CASE("many symbols take linear time") {
  ElfMaker maker;
  for (int i = 0; i < 100'000; ++i) maker.symbols.push_back({"s" + std::to_string(i), 1, 8});
  const Result result = parse(maker.make());
  REQUIRE(result.program);
  CHECK(result.program->symbol_size("s99999") == 8);
}
