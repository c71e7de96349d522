// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "marshal.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

using namespace sel4::codegen;
using namespace sel4::codegen::test;

namespace {

std::string method(std::string_view content, std::string_view name = "Do",
                   std::string_view id = "ThingDo") {
  return "<api><struct name='seL4_S'><member name='a'/></struct><interface name='seL4_Thing'>\n"
         "<method name='" +
         std::string(name) + "' id='" + std::string(id) + "'>" + std::string(content) +
         "</method></interface></api>";
}

std::string param(std::string_view name, std::string_view type, std::string_view dir = "in") {
  return "<param name='" + std::string(name) + "' type='" + std::string(type) + "' dir='" +
         std::string(dir) + "'/>";
}

std::string api_error(std::string_view xml) {
  return error_of([&] { (void)api_of(xml); });
}

std::string two(std::string_view first, std::string_view second) {
  return "<api><interface name='seL4_T'>" + std::string(first) + "\n" + std::string(second) +
         "</interface></api>";
}

constexpr std::string_view where = "a.xml:2: api/interface seL4_Thing/method Do";

}  // namespace

TEST_CASE("small neighbours share a word") {
  const Api api = api_of(method(param("a", "seL4_Bool") + param("b", "seL4_Bool") +
                                param("c", "seL4_Uint8") + param("cap", "seL4_CPtr") +
                                param("d", "seL4_Uint16") + param("e", "seL4_Uint32") +
                                param("f", "seL4_Word") + param("g", "seL4_Uint8")));
  const Message message = pack(api.interfaces[0].methods[0].inputs, 64);
  CHECK(message.words == 3);
  REQUIRE(message.slots.size() == 7);
  CHECK(word_expression(message, 0, 64) ==
        "Word{a} | (Word{b} << 1) | (Word{c} << 8) | (Word{d} << 16) | (Word{e} << 32)");
  CHECK(word_expression(message, 1, 64) == "f");
  CHECK(word_expression(message, 2, 64) == "Word{g}");
  CHECK(word_expression(message, 0, 64, Language::c) ==
        "(seL4_Word)(a & 1) | ((seL4_Word)(b & 1) << 1) | ((seL4_Word)c << 8) | "
        "((seL4_Word)d << 16) | ((seL4_Word)e << 32)");
  CHECK(word_expression(message, 1, 64, Language::c) == "f");
}

TEST_CASE("64 bits take two words on a 32-bit machine") {
  const std::string xml = method(param("a", "seL4_Uint8") + param("t", "seL4_Time"));
  const Api api = read_interfaces({text("a.xml", xml)}, {}, {}, 32);
  const Message message = pack(api.interfaces[0].methods[0].inputs, 32);
  CHECK(message.words == 3);
  CHECK(word_expression(message, 1, 32) == "static_cast<Word>(t)");
  CHECK(word_expression(message, 2, 32) == "static_cast<Word>(t >> 32)");
  CHECK(word_expression(message, 1, 32, Language::c) == "(seL4_Word)t");
  CHECK(word_expression(message, 2, 32, Language::c) == "(seL4_Word)(t >> 32)");
  CHECK(value_expression(message.slots[1], {"w0", "w1", "w2"}, 32) ==
        "(std::uint64_t{w2} << 32) | w1");
  CHECK(value_expression(message.slots[1], {"w0", "w1", "w2"}, 32, Language::c) ==
        "((seL4_Uint64)w2 << 32) | w1");
}

TEST_CASE("answers are taken apart by the same rule") {
  const Api api = api_of(method(param("a", "seL4_Uint8", "out") + param("b", "seL4_Bool", "out") +
                                param("c", "seL4_Word", "out")));
  const Message message = pack(api.interfaces[0].methods[0].outputs, 64);
  const std::vector<std::string> words{"w0", "w1"};
  CHECK(value_expression(message.slots[0], words, 64) == "static_cast<std::uint8_t>(w0)");
  CHECK(value_expression(message.slots[1], words, 64) == "((w0 >> 8) & 1) != 0");
  CHECK(value_expression(message.slots[2], words, 64) == "w1");
  CHECK(value_expression(message.slots[0], words, 64, Language::c) == "(seL4_Uint8)w0");
  CHECK(value_expression(message.slots[1], words, 64, Language::c) == "(seL4_Bool)((w0 >> 8) & 1)");
  CHECK(value_expression(message.slots[2], words, 64, Language::c) == "w1");
}

TEST_CASE("a disabled method uses up no label") {
  const Api api =
      api_of(two("<method name='A' id='TA'><condition><config var='X'/></condition></method>",
                 "<method name='B' id='TB'/>"));
  REQUIRE(api.labels.size() == 1);
  CHECK(api.labels[0].id == "TB");
  CHECK(api.labels[0].number == 1);
  CHECK(api.interfaces[0].methods.size() == 2);
}

TEST_CASE("two methods of one name, of which one is there") {
  const std::string yes =
      "<method name='A' id='TA'><condition><config var='X'/></condition></method>";
  const std::string no =
      "<method name='A' id='TA'><condition><not><config var='X'/></not></condition></method>";
  CHECK(api_of(two(yes, no)).labels.size() == 1);
  CHECK(api_of(two(yes, no), config_of(R"({"X": true})")).labels.size() == 1);
  CHECK(api_error(two(no, "<method name='A' id='TA'/>")) ==
        "a.xml:2: api/interface seL4_T/method A: defined twice, before in a.xml:1: api/interface "
        "seL4_T/method A; give them conditions of which only one holds");
  CHECK(api_error(two(yes, yes)).find("defined twice") != std::string::npos);
  CHECK(api_error(two("<method name='A' id='TA'/>",
                      "<method name='A' id='TB'><condition><config var='X'/></condition></method>"))
            .find("its id differs from TA") != std::string::npos);
}

TEST_CASE("interfaces in several files are joined, labels follow the files") {
  const Api api = read_interfaces(
      {text("a.xml", "<api><interface name='seL4_T'><method name='A' id='TA'/></interface></api>"),
       text("b.xml",
            "<api><interface name='seL4_U'><method name='C' id='UC'/></interface>"
            "<interface name='seL4_T'><method name='B' id='TB'/></interface></api>")},
      {}, {}, 64);
  REQUIRE(api.interfaces.size() == 2);
  CHECK(api.interfaces[0].methods.size() == 2);
  CHECK(api.labels[1].id == "UC");
  CHECK(api.labels[2].id == "TB");
}

TEST_CASE("bad interface files name the element") {
  const std::string at(where);
  CHECK(api_error(method(param("a", "seL4_Nothing"))) ==
        at + "/param a: unknown type 'seL4_Nothing'; use a type of libsel4, or add it to the "
             "generator's type table");
  CHECK(api_error(method(param("a", "seL4_Word", "inout"))) ==
        at + "/param a: its direction is neither 'in' nor 'out'; choose one");
  CHECK(
      api_error(method(param("a", "seL4_CPtr", "out"))).find("does not answer with capabilities") !=
      std::string::npos);
  CHECK(api_error(method(param("a", "seL4_Word") + param("A", "seL4_Word"))) ==
        at + "/param A: a second parameter 'a'; rename one of the two");
  CHECK(api_error(method(param("s", "seL4_S") + param("a", "seL4_Word"))) ==
        at + "/param a: comes after a structure; a structure must be the last of a message");
  CHECK(api_error(method("<param name='a' type='seL4_Word'/>")) ==
        at + "/param a: attribute 'dir' is missing; add it");
  CHECK(api_error(method("<error name='seL4_Oops'/>")) ==
        at +
            "/error seL4_Oops: the kernel has no such error; use an error of libsel4, or add it to "
            "the generator's table and to sel4::Error");
  CHECK(api_error(method("<bla/>")) ==
        at + "/bla: an element that must not be here; remove it, or teach the generator what it "
             "means");
  CHECK(api_error(method("bla")) == at + ": there is text between its elements; remove the text");
  CHECK(api_error(method("<brief/><brief>x</brief><brief>y</brief>")).find("is there twice") !=
        std::string::npos);
  CHECK(api_error(method("", "Do It")) ==
        "a.xml:2: api/interface seL4_Thing/method Do It: the attribute 'name' is not a name; use "
        "letters, digits and underscores, at most 100");
  CHECK(api_error("<api><interface name='seL4_T' colour='red'/></api>") ==
        "a.xml:1: api/interface seL4_T: unknown attribute 'colour'; remove it, or teach the "
        "generator "
        "what it means");
  CHECK(api_error("<api><interface name='seL4_T' name='x'/></api>").find("is there twice") !=
        std::string::npos);
  CHECK(api_error("<api><interface name='seL4_T'/><interface name='T'/></api>")
            .find("its C++ name 'tcb'") == std::string::npos);
  CHECK(api_error("<api><interface name='seL4_T'/><interface name='T'/></api>") ==
        "a.xml:1: api/interface T: its C++ name 't' is that of seL4_T too; rename one of the two");
  CHECK(api_error(two("<method name='A' id='X_Y'/>", "<method name='B' id='XY'/>")) == "no error");
  CHECK(api_error(two("<method name='A' id='X_Y'/>", "<method name='B' id='X__Y'/>")) ==
        "a.xml:2: api/interface seL4_T/method B: the attribute 'id' is not a name; use letters, "
        "digits and underscores, at most 100");
  CHECK(api_error(two("<method name='A' id='Ab_C'/>", "<method name='B' id='AbC'/>"))
            .find("its label 'ab_c' is that of Ab_C too") != std::string::npos);
  CHECK(api_error(two("<method name='A' id='InvalidInvocation'/>", ""))
            .find("its id is that of label 0") != std::string::npos);
  CHECK(api_error("<api><struct name='seL4_S'/></api>").find("has no members") !=
        std::string::npos);
}

TEST_CASE("limits of a message, one below, at and one above") {
  std::string caps;
  for (const char* name : {"a", "b", "c"}) caps += param(name, "seL4_CPtr");
  CHECK(api_error(method(caps)) == "no error");
  CHECK(api_error(method(caps + param("d", "seL4_CPtr"))) ==
        std::string(where) + ": passes 4 capabilities, a message carries 3; pass fewer");
  std::string words;
  for (int i = 0; i < 120; ++i) words += param("p" + std::to_string(i), "seL4_Word");
  CHECK(api_error(method(words)) == "no error");
  CHECK(api_error(method(words + param("q", "seL4_Bool"))) ==
        std::string(where) + ": needs 121 message words, there are 120; pass less");
}

TEST_CASE("text is made prose") {
  const Api api = api_of(method(
      "<brief>\n  do <texttt text='_service'/>\n  and <unknown>more</unknown> <obj "
      "name='TCB'/></brief>"
      "<description>one\n two\n\n  three <docref>See <autoref label='sec:cap_rights'/></docref>"
      "</description><return><errorenumdesc/></return>"));
  const Method& m = api.interfaces[0].methods[0];
  CHECK(m.brief == "do `service` and more TCB");
  REQUIRE(m.description.size() == 2);
  CHECK(m.description[0] == "one two");
  CHECK(m.description[1] == "three See \"cap rights\" in the manual");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  for (int i = 0; i < 100000; ++i) deep += "</a>";
  CHECK(
      api_error(method("<brief>" + deep + "</brief>")).find("text elements nested more than 16") !=
      std::string::npos);
}
