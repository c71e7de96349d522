// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

using namespace sel4::codegen;
using namespace sel4::codegen::test;

namespace {

std::string config_error(std::string_view json) {
  return error_of([&] { (void)config_of(json); });
}

std::string emit_error(std::string_view json) {
  return error_of([&] {
    Inputs inputs;
    inputs.config = config_of(json);
    (void)emit_config(inputs);
  });
}

}  // namespace

TEST_CASE("values get their types") {
  const Config config = config_of(
      R"({"A": true, "B": "12", "C": "0x1F", "D": "-O2", "E": "", "F": "017", "G": false})");
  CHECK(config.find("A")->value == ConfigValue{true});
  CHECK(config.find("B")->value == ConfigValue{std::uint64_t{12}});
  CHECK(config.find("C")->value == ConfigValue{std::uint64_t{31}});
  CHECK(config.find("D")->value == ConfigValue{std::string("-O2")});
  CHECK(config.find("E")->value == ConfigValue{std::string()});
  CHECK(config.find("F")->value == ConfigValue{std::string("017")});
  CHECK(config.find("H") == nullptr);
}

TEST_CASE("a key is defined as for the preprocessor") {
  const Config config = config_of(R"({"A": true, "B": false, "C": "0", "D": ""})");
  CHECK(config.defined("A"));
  CHECK_FALSE(config.defined("B"));
  CHECK(config.defined("C"));
  CHECK(config.defined("D"));
  CHECK_FALSE(config.defined("E"));
}

TEST_CASE("the largest number is the largest") {
  CHECK(config_of(R"({"A": "18446744073709551615"})").find("A")->value ==
        ConfigValue{~std::uint64_t{0}});
  CHECK(config_error(R"({"A": "18446744073709551616"})") ==
        "c.json:1: A: 18446744073709551616 does not fit in 64 bits; use a smaller number");
}

TEST_CASE("bad configuration files name the place") {
  CHECK(config_error("{\n\"A\": 1}") ==
        "c.json:2: A: a number where the file has room for true, false or a string only; give the "
        "file that the kernel's build installed");
  CHECK(config_error("{\"A\": [[[") ==
        "c.json:1: A: a list where the file has room for true, false or a string only; give the "
        "file that the kernel's build installed");
  CHECK(config_error("{\"A\": {") ==
        "c.json:1: A: an object where the file has room for true, false or a string only; give the "
        "file that the kernel's build installed");
  CHECK(config_error("{\"A\": null}").find("null where") != std::string::npos);
  CHECK(config_error("true").find("a bare value where") != std::string::npos);
  CHECK(config_error("{\n\n\"A\": true,\n\"A\": true}") ==
        "c.json:4: A: the key is there twice; keep one of the two");
  CHECK(config_error("").starts_with("c.json:1: not JSON: "));
  CHECK(config_error("{\"A\": true\n,,}").starts_with("c.json:2: not JSON: "));
}

TEST_CASE("files must agree") {
  Config config = config_of(R"({"A": true})");
  read_config(text("d.json", R"({"A": true, "B": "x"})"), config);
  CHECK(config.entries().size() == 2);
  CHECK(error_of([&] { read_config(text("e.json", "{\n\"A\": false}"), config); }) ==
        "e.json:2: A: differs from c.json:1: A; the two files must come from one build of the "
        "kernel");
}

TEST_CASE("keys must be names") {
  CHECK(emit_error(R"({"A B": true})") ==
        "c.json:1: A B: the key cannot be a C++ name; use letters, digits and underscores, at most "
        "100");
  CHECK(emit_error(R"({"1A": true})").find("cannot be a C++ name") != std::string::npos);
  CHECK(emit_error(R"({"CLASS": true})") ==
        "c.json:1: CLASS: the key's C++ name 'class' is reserved; rename the key");
  CHECK(emit_error(R"({"GET": true})").find("reserved") != std::string::npos);
  CHECK(
      emit_error(R"({"PLAT": true, "Plat": true})") ==
      "c.json:1: Plat: the key's C++ name 'plat' is that of PLAT too; rename one of the two keys");
}
