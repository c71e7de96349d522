// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Compares what the generator makes of the files in fixture/include with the files in
// fixture/expected and fixture/expected_c. After a wanted change: run the tool on fixture/include
// and look at the difference.

#include "generator.hpp"
#include "input_error.hpp"
#include "output.hpp"
#include "support.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace sel4::codegen;
namespace fs = std::filesystem;

namespace {

const fs::path fixture = SEL4_CODEGEN_FIXTURE;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of this test's own, removed at the end.
class Scratch {
 public:
  explicit Scratch(const std::string& name) : path_(fs::temp_directory_path() / name) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Scratch() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("the headers for the fixture are the expected ones") {
  const Generated generated = generate({(fixture / "include").string()});
  std::size_t expected = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fixture / "expected")) {
    if (entry.is_regular_file()) ++expected;
  }
  CHECK(generated.outputs.size() == expected);
  for (const Output& output : generated.outputs) {
    INFO(output.path);
    CHECK(output.text == content(fixture / "expected" / output.path));
    CHECK(output.text.find(fixture.string()) == std::string::npos);
  }
  CHECK(generated.inputs.size() == 8);
  CHECK(generated.c_client == content(fixture / "expected_c/interfaces/sel4_client.h"));
}

TEST_CASE("no line is too long") {
  for (const Output& output : generate({(fixture / "include").string()}).outputs) {
    std::size_t start = 0;
    for (std::size_t end = output.text.find('\n'); end != std::string::npos;
         end = output.text.find('\n', start)) {
      INFO(output.text.substr(start, end - start));
      CHECK(end - start <= 100);
      start = end + 1;
    }
  }
}

TEST_CASE("an earlier include directory overrides a later one") {
  const Scratch scratch("sel4_codegen_override");
  fs::create_directories(scratch.path() / "api");
  write_if_changed((scratch.path() / "api/syscall.xml").string(), "<nonsense/>");
  const std::string message = test::error_of(
      [&] { (void)generate({scratch.path().string(), (fixture / "include").string()}); });
  CHECK(message.find("api/syscall.xml:1: nonsense: the outermost element") != std::string::npos);
}

TEST_CASE("missing inputs") {
  CHECK(test::error_of([&] { (void)generate({"/nowhere/at/all"}); }) ==
        "/nowhere/at/all: is not a directory; give an include directory of libsel4");
  const Scratch scratch("sel4_codegen_missing");
  CHECK(test::error_of([&] { (void)generate({scratch.path().string()}); }) ==
        "kernel/gen_config.json: is in none of the include directories; give the include directory "
        "of an installed kernel with --include-dir");
}

TEST_CASE("files that do not change keep their time") {
  const Scratch scratch("sel4_codegen_mtime");
  const fs::path path = scratch.path() / "a" / "b.hpp";
  write_if_changed(path.string(), "one\n");
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(path, old);
  write_if_changed(path.string(), "one\n");
  CHECK(fs::last_write_time(path) == old);
  write_if_changed(path.string(), "two\n");
  CHECK(fs::last_write_time(path) > old);
  CHECK(content(path) == "two\n");
  CHECK(std::distance(fs::directory_iterator(path.parent_path()), {}) == 1);
  fs::last_write_time(path, old);
  touch(path.string());
  CHECK(content(path) == "two\n");
  CHECK(fs::last_write_time(path) > old);
}

TEST_CASE("a directory in the way") {
  const Scratch scratch("sel4_codegen_in_the_way");
  fs::create_directories(scratch.path() / "x.hpp" / "y");
  const std::string message =
      test::error_of([&] { write_if_changed((scratch.path() / "x.hpp").string(), "t"); });
  CHECK(message.find("x.hpp: cannot be written: ") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("makefile rules") {
  CHECK(depfile_rule("out dir/x", {"a b", "c$d", "e#f"}) ==
        "out\\ dir/x: \\\n  a\\ b \\\n  c$$d \\\n  e\\#f\n");
}

TEST_CASE("what is not text") {
  const auto error = [](std::string_view bytes) {
    return test::error_of([&] { check_text(test::text("f", bytes)); });
  };
  CHECK(error("ok \xc3\xa4 \xe2\x82\xac \xf0\x9f\x98\x80\n\t\r") == "no error");
  CHECK(error(std::string_view("a\n\0", 3)) ==
        "f:2: byte 0x00 is not text; the file must be UTF-8 without control characters");
  for (const char* bad : {"\x1b", "\x7f", "\x80", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80",
                          "\xf4\x90\x80\x80", "\xf5", "\xc3", "\xe2\x82"}) {
    CHECK(error(bad).find("is not text") != std::string::npos);
  }
  CHECK(error(std::string(max_source_size, 'a')) == "no error");
  CHECK(error(std::string(max_source_size + 1, 'a')) ==
        "f: larger than 8388608 bytes; give the file that the kernel's build installed");
}
