// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

using namespace sel4::codegen;
using namespace sel4::codegen::test;

namespace {

std::string bitfield_error(std::string_view pbf) {
  return error_of([&] { (void)bitfields_of(pbf); });
}

constexpr std::string_view see = "; see the bitfield files that libsel4 installs";

}  // namespace

TEST_CASE("fields are laid out from the top") {
  const Bitfields result = bitfields_of(R"(
-- a comment
base 64
block seL4_Two_Words {   # another
  field Upper 64
  padding 4 * (10 - 2) - 2
  field someBits 30
  field low 2 + 1 - 1
  padding 2
})");
  REQUIRE(result.blocks.size() == 1);
  const Block& block = result.blocks[0];
  CHECK(block.cpp == "TwoWords");
  CHECK(block.words == 2);
  REQUIRE(block.fields.size() == 3);
  CHECK(block.fields[0].offset == 64);
  CHECK(block.fields[1].member == "some_bits");
  CHECK(block.fields[1].offset == 4);
  CHECK(block.fields[2].offset == 2);
  CHECK(block.fields[2].width == 2);
}

TEST_CASE("a parameter list gives the order") {
  const Bitfields result = bitfields_of("base 64 block B(c, a) { padding 62 field a 1 field c 1 }");
  CHECK(result.blocks[0].fields[0].name == "c");
  CHECK(result.blocks[0].fields[1].offset == 1);
  CHECK(bitfield_error("base 64\nblock B(a) { padding 62 field a 1 field c 1 }") ==
        "t.pbf:2: block B: its parameter list leaves out a field; name every field once");
  CHECK(bitfield_error("base 64 block B(a, d) { padding 62 field a 1 field c 1 }")
            .find("names 'd', which is no field") != std::string::npos);
}

TEST_CASE("addresses without their low bits") {
  const Bitfields result = bitfields_of(
      "base 64(48,1) block B { field x 16 field_high ptr 36 field y 12 }"
      " block C { field_ptr(2) next 62 field z 2 }");
  CHECK(result.blocks[0].sign_extend);
  CHECK(result.blocks[0].address_bits == 48);
  CHECK(result.blocks[0].fields[1].high);
  CHECK(result.blocks[1].fields[0].width == 46);
  CHECK(result.blocks[1].fields[0].offset == 2);
  Inputs inputs;
  inputs.bitfields = result;
  const std::string header = emit_bitfields(inputs).text;
  CHECK(header.find("    Word address = get_bits<12, 36>(words_) << 12;\n"
                    "    if ((address >> 47 & 1) != 0) address |= Word{0xffff000000000000};\n"
                    "    return address;\n") != std::string::npos);
  CHECK(header.find("set_bits<12, 36>(words_, value >> 12);") != std::string::npos);
}

TEST_CASE("tagged unions") {
  const Bitfields result = bitfields_of(R"(base 64
tagged_union seL4_U typ { tag First 1  tag Second 0x2 }
block First { field a 60 field typ 4 }
block Second { padding 60 field typ 4 })");
  REQUIRE(result.unions.size() == 1);
  CHECK(result.unions[0].cpp == "U");
  CHECK(result.unions[0].members == std::vector<std::size_t>{0, 1});
  CHECK(result.blocks[1].fields[0].tag);
  CHECK(result.blocks[1].fields[0].tag_value == 2);
}

TEST_CASE("tags in slices, in any order of the fields") {
  const Bitfields result = bitfields_of(R"(base 64
block A { field h 2 padding 61 field l 1 }
block B { field h 2 padding 61 field l 1 }
tagged_union U typ(l, h) { tag A (0, 1) tag B (1, 3) })");
  CHECK(result.blocks[1].fields[0].tag_value == 3);
  CHECK(result.blocks[1].fields[1].tag_value == 1);
  Inputs inputs;
  inputs.bitfields = result;
  const std::string header = emit_bitfields(inputs).text;
  CHECK(header.find("get_bits<62, 2>(words_) == 3 && get_bits<0, 1>(words_) == 1") !=
        std::string::npos);
}

TEST_CASE("bad bitfield files name the line") {
  CHECK(bitfield_error("\n\nfield") ==
        "t.pbf:3: 'field' where 'base', 'block' or 'tagged_union' must be" + std::string(see));
  CHECK(bitfield_error("base 64\nblock B {\nfield a 1") ==
        "t.pbf:3: block B: the end of the file where 'field', 'field_high', 'field_ptr', 'padding' "
        "or '}' must be" +
            std::string(see));
  CHECK(bitfield_error("base 64 block B { $ }") ==
        "t.pbf:1: unexpected character '$'" + std::string(see));
  CHECK(
      bitfield_error("block B { field a 64 }") ==
      "t.pbf:1: block B: there is no 'base' before it; start the file with the word size, such as "
      "'base 64'");
  CHECK(bitfield_error("base 32") ==
        "t.pbf:1: base: words of 32 bits, but the kernel's have 64; give the files of one build of "
        "the kernel");
  CHECK(bitfield_error("base 64 block B {\n field a 63 }") ==
        "t.pbf:1: block B: 63 bits in all; add padding up to a multiple of 64");
  CHECK(bitfield_error("base 64\nblock B {\n padding 32 field a 64\n padding 32 }") ==
        "t.pbf:3: block B/field a: lies in the words 0 and 1; move it with padding so that it lies "
        "in one");
  CHECK(bitfield_error("base 64 block B { field a 65 }") ==
        "t.pbf:1: block B/field a: 65 bits wide; it must have 1 to 64 bits");
  CHECK(bitfield_error("base 64 block B { field a 0 }").find("0 bits wide") != std::string::npos);
  CHECK(bitfield_error("base 64 block B { padding 0-1 }").find("padding of -1 bits") !=
        std::string::npos);
  CHECK(bitfield_error("base 64 block B { padding 1/0 }").find("division by zero") !=
        std::string::npos);
  CHECK(bitfield_error("base 64 block B { padding 99999999999999999999 }") ==
        "t.pbf:1: 99999999999999999999 does not fit in 64 bits; use a smaller number");
  CHECK(bitfield_error("base 64 block B { padding 4000000000 }").find("out of range") !=
        std::string::npos);
  CHECK(bitfield_error("base 64 block B { padding 2000000000 }").find("more than 65536 bits") !=
        std::string::npos);
  CHECK(bitfield_error("base 64 block B { field a 09 }").find("'09' is not a number") !=
        std::string::npos);
  CHECK(
      bitfield_error("base 64 block B { field a 32 field A 32 }") ==
      "t.pbf:1: block B/field A: its C++ name 'a' is that of another field; rename one of the two");
  CHECK(bitfield_error("base 64 block B { field a 64 } block seL4_B { field a 64 }")
            .find("its C++ name 'B' is taken") != std::string::npos);
  CHECK(bitfield_error("base 64 block Word { field a 64 }").find("'Word' is reserved") !=
        std::string::npos);
  CHECK(bitfield_error("base 64 block B { field a " + std::string(100000, '(') + " }")
            .find("expressions nested more than 32 deep") != std::string::npos);
  CHECK(bitfield_error("base 64 block B { field a " + std::string(100000, '-'))
            .starts_with("t.pbf:"));
}

TEST_CASE("bad unions") {
  const std::string blocks =
      "base 64 block A { padding 60 field t 4 } block B { padding 59 field t 5 }"
      " block C { field x 64 field y 60 field t 4 } block D { field x 64 }"
      " block E { padding 60 field t 4 }\n";
  const auto error = [&](const std::string& rest) { return bitfield_error(blocks + rest); };
  CHECK(error("tagged_union U t { }") == "t.pbf:2: tagged_union U: has no members; add some");
  CHECK(error("tagged_union U t { tag X 1 }") ==
        "t.pbf:2: tagged_union U: there is no block 'X'; define it");
  CHECK(error("tagged_union U t { tag A 16 }") ==
        "t.pbf:2: tagged_union U: the tag 16 does not fit in 4 bits; use a smaller one");
  CHECK(error("tagged_union U t { tag A -1 }").find("does not fit") != std::string::npos);
  CHECK(error("tagged_union U t { tag A 1 tag B 2 }")
            .find("the tag of 'B' is elsewhere than that of 'A'") != std::string::npos);
  CHECK(error("tagged_union U t { tag A 1 tag C 2 }").find("'C' has 2 words, 'A' has 1") !=
        std::string::npos);
  CHECK(error("tagged_union U t { tag D 1 }").find("'D' has no field 't'") != std::string::npos);
  CHECK(error("tagged_union U t { tag A 1 tag E 1 }")
            .find("the tag of 'E' is that of another member") != std::string::npos);
  CHECK(error("tagged_union U t { tag A 1 } tagged_union V t { tag A 1 }")
            .find("the block 'A' is in a union already") != std::string::npos);
  CHECK(error("tagged_union U t { tag A (1, 2) }").find("2 tag values for 1 tag fields") !=
        std::string::npos);
  CHECK(error("tagged_union U t { mask 4 0xe }").find("tags of different sizes") !=
        std::string::npos);
  CHECK(error("tagged_union A t { tag A 1 }").find("its C++ name 'A' is taken") !=
        std::string::npos);
}
