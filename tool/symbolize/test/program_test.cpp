// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/symbolize/program.hpp>

#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string>

using sel4::symbolize::Error;
using sel4::symbolize::Program;

namespace {

std::string output_of(const std::string& command) {
  std::FILE* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  char block[256];
  while (std::fgets(block, sizeof block, pipe) != nullptr) text += block;
  REQUIRE(pclose(pipe) == 0);
  return text;
}

std::string message_of(const std::string& path) {
  try {
    const Program program(path);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

/// The program of test/fixture.cpp, from each compiler there is.
constexpr const char* fixtures[] = {
    SEL4_TEST_FIXTURE_GCC,
#ifdef SEL4_TEST_FIXTURE_CLANG
    SEL4_TEST_FIXTURE_CLANG,
#endif
};

void check_inlined_function(const std::string& fixture) {
  CAPTURE(fixture);
  unsigned long address = 0;
  int inner_line = 0;
  int outer_line = 0;
  const std::string text = output_of(fixture);
  REQUIRE(std::sscanf(text.c_str(), "%lx %d %d", &address, &inner_line, &outer_line) == 3);
  const Program program(fixture);
  const auto locations = program.find(address);
  REQUIRE(locations);
  REQUIRE(locations->size() == 2);
  const auto& inner = (*locations)[0];
  CHECK(inner.function == "fixture::inner()");
  CHECK(inner.file.ends_with("fixture.cpp"));
  CHECK(inner.line == inner_line);
  CHECK(inner.inlined);
  const auto& outer = (*locations)[1];
  CHECK(outer.function == "fixture::outer(void**)");
  CHECK(outer.file.ends_with("fixture.cpp"));
  CHECK(outer.line == outer_line);
  CHECK_FALSE(outer.inlined);
}

}  // namespace

TEST_CASE("an inlined function and the one around it") {
  for (const char* const fixture : fixtures) check_inlined_function(fixture);
}

TEST_CASE("addresses that are not in the program") {
  const Program program(SEL4_TEST_FIXTURE_GCC);
  CHECK_FALSE(program.find(0));
  CHECK_FALSE(program.find(UINT64_MAX));
  CHECK(program.ranges().starts_with("0x"));
}

TEST_CASE("files that are no programs with debug information") {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("sel4-symbolize-test-" + std::to_string(std::rand()));
  std::filesystem::create_directories(folder);
  CHECK(message_of(folder / "missing").ends_with("No such file or directory"));
  CHECK(message_of(folder).ends_with("not a regular file"));
  const std::string text = folder / "text";
  std::ofstream(text) << "not a program";
  CHECK(message_of(text).ends_with("not an ELF file"));
  const std::string empty = folder / "empty";
  std::ofstream{empty};
  CHECK(message_of(empty).ends_with("not an ELF file"));
  const std::string stripped = folder / "stripped";
  output_of(std::string("strip -o ") + stripped + " " + SEL4_TEST_FIXTURE_GCC);
  CHECK(message_of(stripped).find("no DWARF debug information") != std::string::npos);

  // Cut anywhere, the file gives a message or answers, and nothing worse.
  std::ifstream whole_file(SEL4_TEST_FIXTURE_GCC, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(whole_file), {}};
  for (std::size_t size = 4; size < whole.size(); size += whole.size() / 61 + 1) {
    const std::string cut = folder / "cut";
    std::ofstream(cut, std::ios::binary) << whole.substr(0, size);
    try {
      const Program program(cut);
      static_cast<void>(program.find(0x401000));
    } catch (const Error&) {
    }
  }
  std::filesystem::remove_all(folder);
}
