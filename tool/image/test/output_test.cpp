// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "fixture.hpp"

#include <sel4/image/output.hpp>
#include <sel4/payload/checksum.hpp>
#include <sel4/payload/head.hpp>

#include <doctest/doctest.h>

namespace {

using namespace sel4;
using namespace sel4::image;
using namespace sel4::image::test;

Image image_of(ImageType type, const LoaderSettings& settings = {}) {
  Inputs inputs;
  inputs.settings = settings;
  const auto placement = inputs.place();
  REQUIRE(placement.has_value());
  auto image = make_image(*placement, type);
  REQUIRE(image.has_value());
  return std::move(*image);
}

std::uint32_t big_endian(const Bytes& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = (value << 8) | std::to_integer<std::uint32_t>(bytes[at + i]);
  }
  return value;
}

}  // namespace

TEST_CASE("an image depends on its inputs only") {
  for (const ImageType type : {ImageType::elf, ImageType::binary, ImageType::uimage}) {
    CHECK(image_of(type).bytes == image_of(type).bytes);
  }
}

TEST_CASE("an ELF image has everything in place") {
  const Image image = image_of(ImageType::elf);
  const auto file = elf::File::parse(image.bytes, elf::Machine::aarch64);
  REQUIRE(file.has_value());
  CHECK(file->entry() == 0x40060000);
  std::vector<std::uint64_t> starts;
  for (const elf::Segment segment : file->loads()) {
    starts.push_back(segment.paddr);
    if (segment.paddr != 0x40062000) continue;
    const auto head = payload::Head::parse(file->data(segment));
    REQUIRE(head.has_value());
    for (const payload::Region& region : head->regions()) {
      CHECK(region.data_offset == payload::Region::in_place);
    }
  }
  CHECK(starts ==
        std::vector<std::uint64_t>{0x40000000, 0x40060000, 0x40062000, 0x4fffa000, 0x4fffb000});
}

TEST_CASE("an ELF image can carry its data in the payload") {
  LoaderSettings settings;
  settings.in_place = false;
  const Image image = image_of(ImageType::elf, settings);
  const auto file = elf::File::parse(image.bytes, elf::Machine::aarch64);
  REQUIRE(file.has_value());
  CHECK(file->physical_range().start == 0x40060000);
}

TEST_CASE("a binary image is the loader and a payload with data") {
  const Image image = image_of(ImageType::binary);
  std::uint64_t words[3];
  std::memcpy(words, image.bytes.data(), sizeof(words));
  CHECK(words[1] == 0x60000);
  CHECK(words[2] == image.bytes.size());
  REQUIRE(image.bytes.size() == 0x2000 + image.payload_size);
  const auto head = payload::Head::parse(std::span(image.bytes).subspan(0x2000));
  REQUIRE(head.has_value());
  CHECK(head->check_placement({0x40060000, 0x40062000 + image.payload_size}).has_value());
  for (const payload::Region& region : head->regions()) {
    CHECK(payload::checksum({head->data(region), region.data_size}) == region.data_checksum);
  }
  CHECK(head->data(head->regions()[0])[0] == std::byte{0xcc});
}

TEST_CASE("a uImage is a binary image behind a header") {
  const Image binary = image_of(ImageType::binary);
  const Image image = image_of(ImageType::uimage);
  REQUIRE(image.bytes.size() == binary.bytes.size() + 64);
  CHECK(std::equal(binary.bytes.begin(), binary.bytes.end(), image.bytes.begin() + 64));
  CHECK(big_endian(image.bytes, 0) == 0x27051956);
  CHECK(big_endian(image.bytes, 8) == 0);
  CHECK(big_endian(image.bytes, 12) == binary.bytes.size());
  CHECK(big_endian(image.bytes, 16) == 0x40060000);
  CHECK(big_endian(image.bytes, 20) == 0x40060000);
  CHECK(big_endian(image.bytes, 28) == 0x05160200);
}

TEST_CASE("a uImage above 4 GiB is refused") {
  Inputs inputs;
  auto placement = inputs.place();
  REQUIRE(placement.has_value());
  const std::uint64_t up = 0x1'0000'0000;
  placement->platform.memory.push_back({up, 2 * up});
  placement->loader.link_address += up;
  placement->loader.payload_address += up;
  CHECK(make_image(*placement, ImageType::uimage).error().text() ==
        "error: uimage: 0x140060000: the format has 32-bit addresses and sizes only; use "
        "--image-type elf or binary");
}

TEST_CASE("the memory map") {
  Inputs inputs;
  const auto placement = inputs.place();
  REQUIRE(placement.has_value());
  CHECK(memory_map_text(*placement, 0x180) ==
        "000040000000..000050000000  memory\n"
        "000040000000..000040020000  kernel\n"
        "000040060000..000040062000  kernel loader\n"
        "000040062000..000040062180  payload\n"
        "00004fffa000..00004fffb000  device tree\n"
        "00004fffb000..000050000000  root task\n");
  CHECK(memory_map_json(*placement, 0x180).find("\"what\": \"root task\"") != std::string::npos);
}
