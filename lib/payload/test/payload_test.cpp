// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/payload/checksum.hpp>
#include <sel4/payload/head.hpp>

#include <cstring>
#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace sel4::payload;

/// A payload in the making, 8-byte aligned.
struct Builder {
  Header header{.magic = magic,
                .version = version,
                .head_size = 0,
                .head_checksum = {},
                .payload_size = 0,
                .kernel_entry = 0xffff'ffff'c000'0000,
                .kernel_virt_start = 0xffff'ffff'c000'0000,
                .kernel_phys_start = 0x4000'0000,
                .kernel_phys_end = 0x4010'0000,
                .user_phys_start = 0x4ff0'0000,
                .user_phys_end = 0x5000'0000,
                .user_pv_offset = 0x4fb0'0000,
                .user_virt_entry = 0x40'0000,
                .dtb_phys = 0x4fef'f000,
                .dtb_size = 0x800,
                .machine = 183,
                .log_level = LogLevel::info,
                .core_start = CoreStart::none,
                .verify_data = 1,
                .memory_count = 0,
                .core_count = 0,
                .region_count = 0,
                .reserved = 0};
  std::vector<MemoryRange> memory{{0x4000'0000, 0x5000'0000}};
  std::vector<Core> cores{{0, 0}};
  std::vector<Region> regions{region(0x4000'0000, 0x10'0000, RegionKind::kernel),
                              region(0x4fef'f000, 0x1000, RegionKind::dtb),
                              region(0x4ff0'0000, 0x10'0000, RegionKind::user)};
  std::size_t data_size = 64;

  static Region region(std::uint64_t address, std::uint64_t size, RegionKind kind) {
    return {.address = address,
            .size = size,
            .data_offset = Region::in_place,
            .data_size = 64,
            .data_checksum = {},
            .kind = kind,
            .reserved = 0};
  }

  [[nodiscard]] std::vector<std::uint64_t> words() const {
    Header out = header;
    const auto fill = [](auto& field, std::size_t value) {
      if (field == 0) field = static_cast<std::remove_reference_t<decltype(field)>>(value);
    };
    fill(out.memory_count, memory.size());
    fill(out.core_count, cores.size());
    fill(out.region_count, regions.size());
    const std::size_t head_size =
        sizeof(Header) + memory.size() * 16 + cores.size() * 16 + regions.size() * 56;
    fill(out.head_size, head_size);
    fill(out.payload_size, head_size + data_size);
    std::vector<std::uint64_t> all((head_size + data_size) / 8);
    auto* at = reinterpret_cast<std::byte*>(all.data()) + sizeof(Header);
    const auto put = [&](const auto& table) {
      std::memcpy(at, table.data(), table.size() * sizeof(table[0]));
      at += table.size() * sizeof(table[0]);
    };
    put(memory);
    put(cores);
    put(regions);
    std::memcpy(all.data(), &out, sizeof(out));
    const std::size_t summed = std::min<std::size_t>(out.head_size, all.size() * 8);
    if (summed > 32) {
      out.head_checksum = checksum(std::as_bytes(std::span(all)).subspan(32, summed - 32));
    }
    std::memcpy(all.data(), &out, sizeof(out));
    return all;
  }
};

Error error_of(const std::function<void(Builder&)>& change,
               Extent loader = {0x4020'0000, 0x4030'0000}) {
  Builder builder;
  change(builder);
  const auto words = builder.words();
  const auto head = Head::parse(std::as_bytes(std::span(words)));
  if (!head) return head.error();
  const auto placed = head->check_placement(loader);
  REQUIRE_FALSE(placed.has_value());
  return placed.error();
}

Problem problem_of(const std::function<void(Builder&)>& change) { return error_of(change).problem; }

}  // namespace

TEST_CASE("a good payload is accepted") {
  const auto words = Builder{}.words();
  const auto head = Head::parse(std::as_bytes(std::span(words)));
  REQUIRE(head.has_value());
  CHECK(head->check_placement({0x4020'0000, 0x4030'0000}).has_value());
  CHECK(head->regions().size() == 3);
  CHECK(head->cores().size() == 1);
  CHECK(head->memory()[0].end == 0x5000'0000);
}

TEST_CASE("every flipped bit of the head is found") {
  auto words = Builder{}.words();
  const std::size_t head_words = words.size() - 8;
  for (std::size_t i = 0; i < head_words; ++i) {
    for (unsigned bit = 0; bit < 64; ++bit) {
      words[i] ^= std::uint64_t{1} << bit;
      CHECK_FALSE(Head::parse(std::as_bytes(std::span(words))).has_value());
      words[i] ^= std::uint64_t{1} << bit;
    }
  }
}

TEST_CASE("every truncation is refused") {
  const auto words = Builder{}.words();
  const auto bytes = std::as_bytes(std::span(words));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(Head::parse(bytes.first(size)).has_value());
  }
  CHECK(Head::parse(bytes.subspan(4)).error().problem == Problem::misaligned);
}

TEST_CASE("head") {
  CHECK(problem_of([](Builder& b) { ++b.header.magic; }) == Problem::bad_magic);
  CHECK(problem_of([](Builder& b) { ++b.header.version; }) == Problem::bad_version);
  CHECK(problem_of([](Builder& b) { b.header.head_size = 8; }) == Problem::bad_head_size);
  CHECK(problem_of([](Builder& b) { b.header.head_size = 0xffff'fff8; }) == Problem::bad_head_size);
  CHECK(problem_of([](Builder& b) { b.header.head_size = 200; }) == Problem::bad_head_size);
  CHECK(problem_of([](Builder& b) { b.header.payload_size = 8; }) == Problem::bad_payload_size);
  CHECK(problem_of([](Builder& b) { b.header.payload_size = 1 << 20; }) == Problem::truncated);
  CHECK(problem_of([](Builder& b) { b.memory.clear(); }) == Problem::bad_counts);
  CHECK(problem_of([](Builder& b) { b.cores.clear(); }) == Problem::bad_counts);
  CHECK(problem_of([](Builder& b) { b.regions.clear(); }) == Problem::bad_counts);
  CHECK(problem_of([](Builder& b) { b.header.region_count = 0xffff'ffff; }) == Problem::bad_counts);
  CHECK(problem_of([](Builder& b) { b.header.core_count = 2; }) == Problem::bad_head_size);
  CHECK(problem_of([](Builder& b) { b.header.log_level = LogLevel{9}; }) ==
        Problem::bad_enumerator);
  CHECK(problem_of([](Builder& b) { b.header.core_start = CoreStart{9}; }) ==
        Problem::bad_enumerator);
  CHECK(problem_of([](Builder& b) { b.header.verify_data = 2; }) == Problem::bad_enumerator);
}

TEST_CASE("objects") {
  CHECK(problem_of([](Builder& b) { b.header.kernel_phys_end = b.header.kernel_phys_start; }) ==
        Problem::bad_kernel_range);
  CHECK(problem_of([](Builder& b) { b.header.kernel_entry += 0x10'0000; }) ==
        Problem::kernel_entry_outside);
  CHECK(problem_of([](Builder& b) { b.header.user_phys_end += 8; }) == Problem::bad_user_range);
  CHECK(problem_of([](Builder& b) { b.header.user_virt_entry -= 1; }) ==
        Problem::user_entry_outside);
  CHECK(problem_of([](Builder& b) { b.header.user_pv_offset += 0x10'0000; }) ==
        Problem::user_entry_outside);
  CHECK(problem_of([](Builder& b) { b.header.dtb_size = ~std::uint64_t{0}; }) ==
        Problem::bad_dtb_range);
  CHECK(problem_of([](Builder& b) { b.memory[0].start += 8; }) == Problem::bad_memory_range);
  CHECK(error_of([](Builder& b) { b.memory.push_back({0x4fff'f000, 0x6000'0000}); }) ==
        Error{Problem::bad_memory_range, 1});
}

TEST_CASE("regions") {
  CHECK(error_of([](Builder& b) { b.regions[2].size = 0; }) == Error{Problem::region_wraps, 2});
  CHECK(problem_of([](Builder& b) { b.regions[2].size = 0 - b.regions[2].address + 0x1000; }) ==
        Problem::region_wraps);
  CHECK(problem_of([](Builder& b) { b.regions[2].address += 8; }) == Problem::region_misaligned);
  CHECK(problem_of([](Builder& b) { b.regions[2].data_size = 32; }) == Problem::region_misaligned);
  CHECK(problem_of([](Builder& b) { b.regions[1].data_size = 0x1040; }) ==
        Problem::region_data_larger);
  CHECK(problem_of([](Builder& b) { b.regions[1].data_offset = 8 * 60; }) ==
        Problem::region_data_outside);
  CHECK(problem_of([](Builder& b) { b.regions[1].data_offset = 4; }) ==
        Problem::region_data_outside);
  CHECK(problem_of([](Builder& b) { b.regions[1].data_offset = ~std::uint64_t{7}; }) ==
        Problem::region_data_outside);
  CHECK(problem_of([](Builder& b) { b.regions[1].kind = RegionKind{9}; }) ==
        Problem::bad_enumerator);
  CHECK(problem_of([](Builder& b) { b.regions[1].kind = RegionKind::user; }) ==
        Problem::region_outside_its_object);
  CHECK(problem_of([](Builder& b) { b.regions.push_back(b.regions[2]); }) ==
        Problem::regions_overlap);
  CHECK(problem_of([](Builder& b) { b.regions.erase(b.regions.begin()); }) ==
        Problem::no_kernel_region);
  CHECK(problem_of([](Builder& b) { b.regions.pop_back(); }) == Problem::no_user_region);
}

TEST_CASE("placement") {
  CHECK(error_of([](Builder&) {}, {0x400f'f000, 0x4020'0000}).problem ==
        Problem::region_overlaps_loader);
  CHECK(error_of([](Builder&) {}, {0x3000'0000, 0x3010'0000}).problem ==
        Problem::loader_outside_memory);
  CHECK(error_of([](Builder&) {}, {0x4020'0000, 0x4010'0000}).problem ==
        Problem::loader_outside_memory);
  CHECK(problem_of([](Builder& b) { b.memory[0].end = 0x4f00'0000; }) == Problem::bad_user_range);
  CHECK(problem_of([](Builder& b) { b.memory[0].start = 0x4001'0000; }) ==
        Problem::bad_kernel_range);
  CHECK(problem_of([](Builder& b) {
          b.header.dtb_phys = 0x5100'0000;
          b.regions[1].address = 0x5100'0000;
        }) == Problem::bad_dtb_range);
  CHECK(problem_of([](Builder& b) {
          b.header.dtb_phys = 0x4fff'f000;
          b.regions[1].address = 0x4fff'f000;
        }) == Problem::objects_out_of_order);
}

TEST_CASE("the checksum tells words, their order and their number") {
  const auto sum = [](std::string_view text) {
    return checksum(std::as_bytes(std::span(text.data(), text.size())));
  };
  CHECK(sum("") == Checksum{0, 0});
  CHECK(sum("aaaaaaaabbbbbbbb") != sum("bbbbbbbbaaaaaaaa"));
  CHECK(sum(std::string(8, '\0') + "aaaaaaaa") != sum("aaaaaaaa" + std::string(8, '\0')));
  CHECK(sum("abc") == sum(std::string_view("abc\0\0\0\0\0", 8)));
  CHECK(sum("\1").plain == 1);
  CHECK(sum("\1").weighted == 1);
}

TEST_CASE("every problem has its own sentence") {
  std::vector<std::string_view> seen;
  for (unsigned i = 0; i <= static_cast<unsigned>(Problem::no_user_region); ++i) {
    const auto text = message(static_cast<Problem>(i));
    CHECK(text != "unknown problem");
    for (const auto other : seen) CHECK(text != other);
    seen.push_back(text);
  }
}
