// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "sample.hpp"

#include <sel4/capdl/inflate.hpp>
#include <sel4/capdl/make_image.hpp>
#include <sel4/capdl/reader.hpp>
#include <sel4/capdl/validate.hpp>

#include <cstring>
#include <doctest/doctest.h>

using namespace capdl_sample;

namespace {

const TargetInfo target = aarch64_target();

MadeImage make(const Spec& spec, ImageOptions options = {.names = NameLevel::all}) {
  REQUIRE(validate(spec, target).has_value());
  auto made = make_image(spec, target, {}, options);
  REQUIRE_MESSAGE(made.has_value(), made.error().text());
  return std::move(*made);
}

}  // namespace

TEST_CASE("an image says what the specification says") {
  const MadeImage made = make(basic());
  const auto image = Image::check(made.image, &target);
  REQUIRE_MESSAGE(image.has_value(), message(image.error().damage));
  CHECK(image->header().objects == 16);
  CHECK(image->header().embedded_frames == 1);
  CHECK(made.frames.size() == 4096);
  CHECK(made.frames[16] == std::byte{1});
  CHECK(made.frames[20] == std::byte{0});

  const auto placed = image->table<Placed>(TableId::placed);
  REQUIRE(placed.size() == 2);
  CHECK(placed[0].paddr == 0x900'0000);
  CHECK(image->name(image->object(placed[1].slot)) == "parent");
  const auto runs = image->table<Run>(TableId::runs);
  for (std::size_t i = 1; i < runs.size(); ++i) CHECK(runs[i - 1].size_bits >= runs[i].size_bits);

  const auto covers = image->table<Cover>(TableId::covers);
  REQUIRE(covers.size() == 1);
  CHECK(covers[0].count == 2);

  const auto maps = image->table<MapRecord>(TableId::maps);
  REQUIRE(maps.size() == 7);
  CHECK(maps[0].kind == MapKind::table);
  CHECK(maps[3].address == 0x200000);
  // The code frame is part of the initializer, so both mappings are of copies.
  CHECK(maps[3].kind == MapKind::frame_copy);
  CHECK(maps[4].kind == MapKind::frame);
  CHECK(maps[5].attributes == 4);
  CHECK(maps[6].kind == MapKind::frame_copy);

  const auto tcbs = image->table<TcbRecord>(TableId::tcbs);
  REQUIRE(tcbs.size() == 1);
  CHECK(tcbs[0].cspace_data == 60);
  CHECK(tcbs[0].fault_badge == 9);
  CHECK((tcbs[0].flags & tcb_mint_fault) != 0);
  CHECK(tcbs[0].register_count == 5);
  CHECK(image->table<std::uint64_t>(TableId::registers)[4] == 2);
  CHECK(image->table<SchedRecord>(TableId::scheds)[0].core == 1);

  const auto caps = image->table<CapRecord>(TableId::caps);
  REQUIRE(caps.size() == 5);
  CHECK(caps[0].rights == (right_read | right_grant));
  CHECK(caps[0].badge == 7);
  CHECK(caps[1].badge == ((3U << 6) | 4));
  const auto irqs = image->table<IrqRecord>(TableId::irqs);
  REQUIRE(irqs.size() == 1);
  CHECK(irqs[0].kind == IrqKind::trigger_core);
  CHECK(image->header().domain_start == 1);
  CHECK(image->table<DomainRecord>(TableId::domains).size() == 3);
}

TEST_CASE("frames are filled from copies where they cannot be embedded") {
  const MadeImage made = make(basic(), {.names = NameLevel::none, .embed_frames = false});
  const auto image = Image::check(made.image, &target);
  REQUIRE(image.has_value());
  CHECK(made.frames.empty());
  const auto fills = image->table<FillRecord>(TableId::fills);
  REQUIRE(fills.size() == 2);
  CHECK(fills[0].flags == fill_has_code);
  const FillPart& part = image->table<FillPart>(TableId::fill_parts)[0];
  CHECK(part.kind == FillKind::copy);
  CHECK(image->source(part)[3] == std::byte{4});
  CHECK(image->name(0).empty());
}

TEST_CASE("cut images are refused, wherever they are cut") {
  const MadeImage made = make(basic());
  for (std::size_t size = 0; size < made.image.size(); ++size) {
    const auto image = Image::check(std::span(made.image).first(size), &target);
    REQUIRE(!image.has_value());
    CHECK(image.error().damage == Damage::truncated);
  }
}

TEST_CASE("every flipped bit is noticed") {
  MadeImage made = make(basic());
  for (std::size_t bit = 0; bit < made.image.size() * 8; ++bit) {
    made.image[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
    const auto image = Image::check(made.image, &target);
    CHECK_MESSAGE(!image.has_value(), bit);
    made.image[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
  }
}

TEST_CASE("an image is for its kernel only") {
  const MadeImage made = make(basic());
  const TargetInfo other = classic_target();
  const auto image = Image::check(made.image, &other);
  REQUIRE(!image.has_value());
  CHECK(image.error().damage == Damage::other_target);
}
