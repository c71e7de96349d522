// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Every file below test/system/<target>: those in accepted/ are accepted without a word, those in
// warned/ and rejected/ with exactly the text of the .expected file next to them. To write these
// anew after a change, run with SEL4_UPDATE_EXPECTED=1 and read the difference.

#include "targets.hpp"

#include <sel4/mk/system.hpp>
#include <sel4/mk/xml.hpp>

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sel4::mk;

namespace {

namespace fs = std::filesystem;

const fs::path folder = SEL4_MK_TEST_SYSTEMS;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> files_of(const std::string& kind) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".system" && entry.path().parent_path().filename() == kind) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

struct Outcome {
  bool accepted;
  std::string text;
};

Outcome check(const fs::path& path) {
  const std::string xml = read(path);
  const Target target = test::make_target(path.parent_path().parent_path().filename().string());
  Diagnostics diagnostics;
  const Source source(path.filename().string(), xml);
  const SearchPath search({(folder / "data").string()});
  const auto system = read_system(source, target, search, diagnostics);
  if (system) warn(source, target, *system, diagnostics);
  CHECK(system.has_value() == diagnostics.ok());
  // The folder of the sources is not part of what is expected.
  std::string text = diagnostics.text();
  for (std::size_t at; (at = text.find(folder.string())) != std::string::npos;) {
    text.replace(at, folder.string().size(), "SYSTEMS");
  }
  return {system.has_value(), text};
}

void compare(const fs::path& path, const std::string& text) {
  const fs::path expected = fs::path(path).replace_extension(".expected");
  if (std::getenv("SEL4_UPDATE_EXPECTED") != nullptr) std::ofstream(expected) << text;
  CHECK(text == read(expected));
}

}  // namespace

TEST_CASE("descriptions that are right are accepted without a word") {
  const auto files = files_of("accepted");
  CHECK(files.size() > 50);
  for (const fs::path& path : files) {
    CAPTURE(path);
    const Outcome outcome = check(path);
    CHECK(outcome.accepted);
    CHECK(outcome.text.empty());
  }
}

TEST_CASE("descriptions that work and hurt are warned of") {
  const auto files = files_of("warned");
  CHECK(files.size() > 8);
  for (const fs::path& path : files) {
    CAPTURE(path);
    const Outcome outcome = check(path);
    CHECK(outcome.accepted);
    compare(path, outcome.text);
  }
}

TEST_CASE("descriptions that are wrong are rejected with place, reason and mend") {
  const auto files = files_of("rejected");
  CHECK(files.size() > 150);
  for (const fs::path& path : files) {
    CAPTURE(path);
    const Outcome outcome = check(path);
    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.text.starts_with("error: " + path.filename().string()));
    compare(path, outcome.text);
  }
}

TEST_CASE("large pages are chosen where every address allows them") {
  const Target target = test::make_target("aarch64");
  const std::string xml =
      "<system>"
      "<memory_region name='aligned' size='0x400000'/>"
      "<memory_region name='odd_size' size='0x201000'/>"
      "<memory_region name='odd_place' size='0x200000'/>"
      "<memory_region name='chosen' size='0x200000' page_size='0x1000'/>"
      "<memory_region name='placed' size='0x200000' phys_addr='0x9001000'/>"
      "<protection_domain name='d'><program_image path='d.elf'/>"
      "<map mr='aligned' vaddr='0x10000000'/><map mr='odd_size' vaddr='0x20000000'/>"
      "<map mr='odd_place' vaddr='0x30001000'/><map mr='chosen' vaddr='0x40000000'/>"
      "<map mr='placed' vaddr='0x50000000'/>"
      "<setvar symbol='s' region_paddr='aligned'/><setvar symbol='t' region_paddr='placed'/>"
      "</protection_domain></system>";
  Diagnostics diagnostics;
  const Source source("s", xml);
  const auto system = read_system(source, target, SearchPath({}), diagnostics);
  REQUIRE(system);
  std::vector<std::uint64_t> sizes;
  for (const MemoryRegion& region : system->regions) sizes.push_back(region.page_size);
  CHECK(sizes ==
        std::vector<std::uint64_t>{large_page, small_page, small_page, small_page, small_page});
  CHECK(system->regions[0].place_by_tool);
  CHECK_FALSE(system->regions[4].place_by_tool);
}

TEST_CASE("only so many errors are shown") {
  std::string xml = "<system>";
  for (int i = 0; i < 1000; ++i) xml += "<x/>";
  xml += "</system>";
  Diagnostics diagnostics;
  const Source source("s", xml);
  CHECK_FALSE(read_system(source, test::make_target("aarch64"), SearchPath({}), diagnostics));
  CHECK(diagnostics.error_count() == 1000);
  CHECK(diagnostics.all().size() == Diagnostics::most_kept);
  CHECK(diagnostics.text().ends_with("980 more errors\n"));
}

TEST_CASE("hostile XML is refused in bounded time and depth") {
  Diagnostics diagnostics;
  const auto refused = [&](std::string_view xml) {
    const Source source("s", xml);
    const std::size_t before = diagnostics.error_count();
    return !parse_xml(source, diagnostics) && diagnostics.error_count() > before;
  };
  CHECK(refused(std::string_view("<system>\0</system>", 18)));
  CHECK(refused("\xff\xfe<\0s\0"));
  CHECK(refused("<system a='\xc3\x28'/>"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(refused(deep));
  const std::string huge = "<system a='" + std::string(std::size_t{1} << 25, 'x') + "'/>";
  CHECK(refused(huge));
  CHECK(refused("<!DOCTYPE a [<!ENTITY b 'cccc'><!ENTITY d '&b;&b;&b;'>]><system x='&d;'/>"));
}

TEST_CASE("places count characters and keep tabs") {
  const Source source("s", "one\n\t\xc3\xa4<x/>\n");
  CHECK(source.place({7, 1}) == "s:2:3");
  CHECK(source.excerpt({7, 3}) == " 2 | \t\xc3\xa4<x/>\n   | \t ^~~\n");
  CHECK(source.excerpt({1000, 5}).find('^') != std::string::npos);
  // A mark in or behind the line's end, or behind returns in the line, stands below the line.
  const std::string long_line = std::string(200, 'x') + "\r" + std::string(200, 'y') + "\r\n";
  const Source ends("file", long_line);
  for (const std::uint32_t offset : {199U, 200U, 201U, 399U, 401U, 402U, 403U}) {
    CHECK(ends.excerpt({offset, 3}).find('^') != std::string::npos);
  }
}
