// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "condition.hpp"

#include "support.hpp"

#include <doctest/doctest.h>

using namespace sel4::codegen;
using namespace sel4::codegen::test;

namespace {

Condition condition_of(std::string_view xml) {
  const SourceText source = text("a.xml", "<m>" + std::string(xml) + "</m>");
  const XmlFile file(source);
  return read_condition(file, file.root("m"),
                        config_of(R"({"YES": true, "NO": false, "ZERO": "0"})"));
}

std::string condition_error(std::string_view xml) {
  return error_of([&] { (void)condition_of(xml); });
}

}  // namespace

TEST_CASE("conditions") {
  CHECK(condition_of("").holds);
  CHECK(condition_of("<condition/>").holds);
  CHECK(condition_of("<condition><config var='CONFIG_YES'/></condition>").holds);
  CHECK_FALSE(condition_of("<condition><config var='CONFIG_NO'/></condition>").holds);
  CHECK(condition_of("<condition><config var='ZERO'/></condition>").holds);
  CHECK_FALSE(condition_of("<condition><config var='CONFIG_UNKNOWN'/></condition>").holds);
  const Condition both = condition_of(
      "<condition><!-- why --><and><config var='CONFIG_YES'/><not><or><config var='CONFIG_NO'/>"
      "<config var='CONFIG_X'/></or></not></and></condition>");
  CHECK(both.holds);
  CHECK(both.text == "CONFIG_YES and not (CONFIG_NO or CONFIG_X)");
  const Condition mixed = condition_of(
      "<condition><or><and><config var='CONFIG_YES'/><config var='CONFIG_NO'/></and>"
      "<config var='CONFIG_X'/></or></condition>");
  CHECK_FALSE(mixed.holds);
  CHECK(mixed.text == "(CONFIG_YES and CONFIG_NO) or CONFIG_X");
}

TEST_CASE("bad conditions") {
  CHECK(condition_error("<condition><xor/></condition>") ==
        "a.xml:1: m/condition/xor: no condition has this element; use config, not, and, or");
  CHECK(condition_error("<condition><config/></condition>") ==
        "a.xml:1: m/condition/config: attribute 'var' is missing; add it");
  CHECK(condition_error("<condition><config var='a b'/></condition>")
            .find("the attribute 'var' is not a name") != std::string::npos);
  CHECK(condition_error("<condition><not/></condition>") ==
        "a.xml:1: m/condition/not: negates 0 conditions; put exactly one into it");
  CHECK(condition_error("<condition><and/></condition>") ==
        "a.xml:1: m/condition/and: has no conditions to join; put some into it");
  CHECK(condition_error("<condition>CONFIG_A</condition>") ==
        "a.xml:1: m/condition: there is text between its elements; remove the text");
  CHECK(condition_error("<condition/><condition/>") ==
        "a.xml:1: m/condition: a second condition; join the two with <and>");
  CHECK(condition_error("<condition><config var='A'/><config var='B'/></condition>") ==
        "a.xml:1: m/condition: holds more than one condition; join them with <and> or <or>");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<not>";
  for (int i = 0; i < 100000; ++i) deep += "</not>";
  CHECK(condition_error("<condition>" + deep + "</condition>")
            .find("conditions nested more than 16 deep; write it flatter") != std::string::npos);
}
