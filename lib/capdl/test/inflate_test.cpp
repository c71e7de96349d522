// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/inflate.hpp>

#include <doctest/doctest.h>
#include <random>
#include <vector>
#include <zlib.h>

// zlib is the measure: what it writes is read, and its verdict on damaged streams is ours.
namespace {

using Bytes = std::vector<std::byte>;

Bytes deflate_raw(const Bytes& bytes, int level, int strategy) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, level, Z_DEFLATED, -15, 8, strategy) == Z_OK);
  Bytes out(deflateBound(&stream, bytes.size()) + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

bool zlib_inflates(const Bytes& bytes, Bytes& out) {
  Bytes room(out.size() + 1);
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -15) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(room.data());
  stream.avail_out = static_cast<uInt>(room.size());
  const bool good = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == out.size();
  inflateEnd(&stream);
  room.resize(out.size());
  out = room;
  return good;
}

Bytes sample(std::mt19937& random, int kind) {
  Bytes bytes(1 + random() % 6000);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint32_t value = kind == 0   ? static_cast<std::uint32_t>(random())
                                : kind == 1 ? static_cast<std::uint32_t>(random() % 4)
                                : kind == 2 ? static_cast<std::uint32_t>(i * 7 / 13)
                                : i > 60 && random() % 9 != 0
                                    ? std::to_integer<std::uint32_t>(bytes[i - 1 - random() % 50])
                                    : random() % 64;
    bytes[i] = static_cast<std::byte>(value);
  }
  return bytes;
}

}  // namespace

TEST_CASE("streams of every level and strategy are read") {
  std::mt19937 random{1};
  for (int round = 0; round < 400; ++round) {
    const Bytes bytes = sample(random, round % 4);
    const Bytes stream = deflate_raw(bytes, round % 10, round % 5);
    Bytes out(bytes.size());
    REQUIRE(sel4::capdl::inflate(stream, out));
    REQUIRE(out == bytes);
    Bytes longer(bytes.size() + 1);
    CHECK_FALSE(sel4::capdl::inflate(stream, longer));
    Bytes shorter(bytes.size() - 1);
    CHECK_FALSE(sel4::capdl::inflate(stream, shorter));
    const Bytes cut(stream.begin(), stream.end() - 1);
    CHECK_FALSE(sel4::capdl::inflate(cut, out));
  }
}

TEST_CASE("damaged streams are refused as zlib refuses them") {
  std::mt19937 random{2};
  for (int round = 0; round < 1000; ++round) {
    const Bytes bytes = sample(random, round % 4);
    Bytes stream = deflate_raw(bytes, 1 + round % 9, round % 5);
    stream[random() % stream.size()] ^= static_cast<std::byte>(1U << (random() % 8));
    Bytes out(bytes.size());
    Bytes expected(bytes.size());
    const bool good = sel4::capdl::inflate(stream, out);
    REQUIRE(good == zlib_inflates(stream, expected));
    if (good) CHECK(out == expected);
  }
}
