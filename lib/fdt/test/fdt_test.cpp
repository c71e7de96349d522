// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fdt/tree.hpp>

#include <array>
#include <cstring>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace {

using namespace sel4::fdt;
using Bytes = std::vector<std::byte>;

void put(Bytes& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::byte>((value >> shift) & 0xff));
  }
}

void set(Bytes& bytes, std::size_t at, std::uint32_t value) {
  Bytes word;
  put(word, value);
  std::memcpy(bytes.data() + at, word.data(), 4);
}

/// A blob in the making.
struct Builder {
  Bytes structure;
  std::string strings;
  std::vector<std::array<std::uint32_t, 4>> reservations;

  Builder& begin(const std::string& name) {
    put(structure, 1);
    for (const char c : name) structure.push_back(static_cast<std::byte>(c));
    structure.push_back(std::byte{0});
    return pad();
  }
  Builder& end() {
    put(structure, 2);
    return *this;
  }
  Builder& property(const std::string& name, const std::vector<std::uint32_t>& cells) {
    Bytes value;
    for (const std::uint32_t cell : cells) put(value, cell);
    return raw(name, value);
  }
  Builder& text(const std::string& name, const std::string& value) {
    Bytes bytes;
    for (const char c : value) bytes.push_back(static_cast<std::byte>(c));
    bytes.push_back(std::byte{0});
    return raw(name, bytes);
  }
  Builder& raw(const std::string& name, const Bytes& value) {
    put(structure, 3);
    put(structure, static_cast<std::uint32_t>(value.size()));
    put(structure, static_cast<std::uint32_t>(strings.size()));
    strings += name + '\0';
    structure.insert(structure.end(), value.begin(), value.end());
    return pad();
  }
  Builder& pad() {
    while (structure.size() % 4 != 0) structure.push_back(std::byte{0});
    return *this;
  }
  [[nodiscard]] Bytes bytes() const {
    Bytes out;
    const auto reserved = static_cast<std::uint32_t>((reservations.size() + 1) * 16);
    const auto structure_size = static_cast<std::uint32_t>(structure.size() + 4);
    const auto strings_size = static_cast<std::uint32_t>(strings.size());
    put(out, 0xd00dfeed);
    put(out, 40 + reserved + structure_size + strings_size);
    put(out, 40 + reserved);
    put(out, 40 + reserved + structure_size);
    put(out, 40);
    for (const std::uint32_t value : {17U, 16U, 0U}) put(out, value);
    put(out, strings_size);
    put(out, structure_size);
    for (const auto& entry : reservations) {
      for (const std::uint32_t cell : entry) put(out, cell);
    }
    for (int i = 0; i < 4; ++i) put(out, 0);
    out.insert(out.end(), structure.begin(), structure.end());
    put(out, 9);
    for (const char c : strings) out.push_back(static_cast<std::byte>(c));
    return out;
  }
};

Builder sample() {
  Builder b;
  b.begin("").property("#address-cells", {2}).property("#size-cells", {2});
  b.text("model", "sample");
  b.begin("memory@80000000").text("device_type", "memory");
  b.property("reg", {0, 0x80000000, 0, 0x1000, 1, 0, 0, 0x2000}).end();
  b.begin("reserved-memory").property("#address-cells", {1}).property("#size-cells", {1});
  b.begin("firmware@80000000").property("reg", {0x80000000, 0x800}).end();
  b.begin("off@0").property("reg", {0, 0x800}).text("status", "disabled").end();
  b.end();
  b.begin("soc").begin("serial@1000");
  b.raw("compatible", [] {
    Bytes value;
    for (const char c : std::string_view("vendor,uart\0ns16550a\0", 21)) {
      value.push_back(static_cast<std::byte>(c));
    }
    return value;
  }());
  b.end().begin("serial@2000").end().end();
  return b.end();
}

Problem problem_of(const Bytes& bytes) {
  const auto tree = Tree::parse(bytes);
  REQUIRE_FALSE(tree.has_value());
  return tree.error().problem;
}

Problem changed(std::size_t at, std::uint32_t value) {
  Bytes bytes = sample().bytes();
  set(bytes, at, value);
  return problem_of(bytes);
}

}  // namespace

TEST_CASE("a good tree is read") {
  Builder builder = sample();
  builder.reservations.push_back({0, 0x90000000, 0, 0x1000});
  const Bytes bytes = builder.bytes();
  const auto tree = Tree::parse(bytes);
  REQUIRE(tree.has_value());
  CHECK(tree->root().name().empty());
  CHECK(tree->root().property("model")->string() == "sample");
  CHECK_FALSE(tree->root().property("mode").has_value());

  std::array<Range, 4> ranges{};
  REQUIRE(tree->memory(ranges) == 2U);
  CHECK(ranges[0] == Range{0x80000000, 0x80001000});
  CHECK(ranges[1] == Range{0x100000000, 0x100002000});
  REQUIRE(tree->reserved(ranges) == 2U);
  CHECK(ranges[0] == Range{0x90000000, 0x90001000});
  CHECK(ranges[1] == Range{0x80000000, 0x80000800});

  REQUIRE(tree->find("/soc/serial@2000").has_value());
  CHECK(tree->find("/soc/serial@2000")->name() == "serial@2000");
  CHECK(tree->find("soc/serial")->name() == "serial@1000");
  CHECK(tree->find("/")->depth() == 0);
  CHECK_FALSE(tree->find("/soc/serial@3000").has_value());
  CHECK_FALSE(tree->find("/so").has_value());
  REQUIRE(tree->find_compatible("ns16550a").has_value());
  CHECK(tree->find_compatible("ns16550a")->name() == "serial@1000");
  CHECK_FALSE(tree->find_compatible("ns16550").has_value());
  CHECK_FALSE(tree->find("/reserved-memory/off")->enabled());

  std::string order;
  for (std::optional<Node> node = tree->root(); node; node = node->next()) {
    order += std::to_string(node->depth()) + std::string(node->base_name()) + ' ';
  }
  CHECK(order == "0 1memory 1reserved-memory 2firmware 2off 1soc 2serial 2serial ");
}

TEST_CASE("too small a buffer is an error, not a cut list") {
  const Bytes bytes = sample().bytes();
  const auto tree = Tree::parse(bytes);
  std::array<Range, 1> ranges{};
  CHECK(tree->memory(ranges).error().problem == Problem::too_many_ranges);
}

TEST_CASE("every truncation is refused") {
  const Bytes bytes = sample().bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(Tree::parse(std::span(bytes).first(size)).has_value());
    if (size < 40) continue;
    // And with a totalsize that pretends otherwise.
    Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    set(cut, 4, static_cast<std::uint32_t>(size));
    CHECK_FALSE(Tree::parse(cut).has_value());
  }
}

TEST_CASE("headers") {
  CHECK(changed(0, 0xd00dfeee) == Problem::bad_magic);
  CHECK(changed(4, 39) == Problem::bad_total_size);
  CHECK(changed(4, 0xffffffff) == Problem::bad_total_size);
  CHECK(changed(8, 57) == Problem::structure_misaligned);
  CHECK(changed(8, 0xfffffffc) == Problem::structure_outside);
  CHECK(changed(12, 0xffffffff) == Problem::strings_outside);
  CHECK(changed(16, 0xfffffff8) == Problem::reservations_outside);
  CHECK(changed(16, 44) == Problem::reservations_outside);
  CHECK(changed(20, 16) == Problem::unsupported_version);
  CHECK(changed(24, 18) == Problem::unsupported_version);
  CHECK(changed(32, 0xffffffff) == Problem::strings_outside);
  CHECK(changed(36, 0xffffffff) == Problem::structure_outside);
  CHECK(changed(36, 8) == Problem::structure_truncated);
  // No end of the reservations before the end of the blob.
  Bytes bytes(48, std::byte{0xff});
  const Bytes good = sample().bytes();
  std::memcpy(bytes.data(), good.data(), 40);
  set(bytes, 4, 48);
  CHECK(problem_of(bytes) == Problem::structure_outside);
}

TEST_CASE("structure") {
  constexpr std::size_t first_property = 56 + 8;
  CHECK(changed(56, 7) == Problem::unknown_token);
  CHECK(changed(56, 2) == Problem::unbalanced);
  CHECK(changed(56, 9) == Problem::unbalanced);
  CHECK(changed(56, 3) == Problem::property_outside_node);
  CHECK(changed(first_property + 4, 0xffffffff) == Problem::property_outside);
  CHECK(changed(first_property + 4, 0x80000000) == Problem::property_outside);
  CHECK(changed(first_property + 8, 0xffffffff) == Problem::property_name_outside);

  Builder second_root = sample();
  second_root.begin("").end();
  CHECK(problem_of(second_root.bytes()) == Problem::unbalanced);

  Builder late;
  late.begin("").begin("a").end().property("b", {1}).end();
  CHECK(problem_of(late.bytes()) == Problem::property_after_child);

  Builder open;
  open.begin("");
  CHECK(problem_of(open.bytes()) == Problem::unbalanced);

  Builder unnamed;
  put(unnamed.structure, 1);
  put(unnamed.structure, 0x61616161);
  Bytes bytes = unnamed.bytes();
  set(bytes, 36, 8);
  CHECK(problem_of(bytes) == Problem::name_unterminated);

  Builder no_string = sample();
  no_string.strings.assign(no_string.strings.size(), 'x');
  CHECK(problem_of(no_string.bytes()) == Problem::property_name_outside);
}

TEST_CASE("depth is bounded") {
  const auto nested = [](unsigned depth) {
    Builder b;
    for (unsigned i = 0; i < depth; ++i) b.begin(i == 0 ? "" : "n");
    for (unsigned i = 0; i < depth; ++i) b.end();
    return b.bytes();
  };
  CHECK(Tree::parse(nested(Tree::max_depth)).has_value());
  CHECK(problem_of(nested(Tree::max_depth + 1)) == Problem::too_deep);
  CHECK(problem_of(nested(10000)) == Problem::too_deep);
}

TEST_CASE("memory") {
  const auto memory = [](const std::vector<std::uint32_t>& reg, std::uint32_t address_cells = 2,
                         std::uint32_t size_cells = 2) {
    Builder b;
    b.begin("").property("#address-cells", {address_cells}).property("#size-cells", {size_cells});
    b.begin("memory").text("device_type", "memory").property("reg", reg).end().end();
    const Bytes bytes = b.bytes();
    const auto tree = Tree::parse(bytes);
    REQUIRE(tree.has_value());
    std::array<Range, 4> ranges{};
    const auto count = tree->memory(ranges);
    REQUIRE_FALSE(count.has_value());
    return count.error().problem;
  };
  CHECK(memory({0, 1, 0}) == Problem::bad_reg);
  CHECK(memory({0, 1, 2, 3, 4}, 3, 2) == Problem::bad_cells);
  CHECK(memory({0, 1}, 0, 2) == Problem::bad_cells);
  CHECK(memory({0, 1, 2, 3, 4}, 2, 3) == Problem::bad_cells);
  CHECK(memory({0xffffffff, 0xffffffff, 0, 2}) == Problem::address_too_large);
  CHECK(memory({0, 1, 0, 0}) == Problem::empty_range);
  CHECK(memory({}) == Problem::no_memory);
}

TEST_CASE("values") {
  const std::array<std::byte, 8> raw{std::byte{0x12}, std::byte{0x34}, std::byte{0x56},
                                     std::byte{0x78}, std::byte{0},    std::byte{0},
                                     std::byte{0},    std::byte{1}};
  CHECK(Property{"p", std::span(raw).first(4)}.u32() == 0x12345678U);
  CHECK_FALSE(Property{"p", raw}.u32().has_value());
  CHECK(Property{"p", raw}.number() == 0x1234567800000001U);
  CHECK_FALSE(Property{"p", std::span(raw).first(5)}.number().has_value());
  CHECK_FALSE(Property{"p", std::span(raw).first(4)}.lists("\x12\x34"));
}

TEST_CASE("every problem has its own sentence") {
  std::vector<std::string_view> seen;
  for (unsigned i = 0; i <= static_cast<unsigned>(Problem::no_memory); ++i) {
    const auto text = message(static_cast<Problem>(i));
    CHECK(text != "unknown problem");
    for (const auto other : seen) CHECK(text != other);
    seen.push_back(text);
  }
}
