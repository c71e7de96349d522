// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/inflate.hpp>

#include <array>
#include <cstdint>

// The numbers in this file are those of RFC 1951, sections 3.2.4 to 3.2.7.
namespace sel4::capdl {

namespace {

constexpr unsigned max_code_bits = 15;
constexpr unsigned fast_bits = 9;
constexpr unsigned literal_symbols = 288;
constexpr unsigned distance_symbols = 30;
constexpr unsigned distance_codes = 32;
constexpr unsigned end_of_block = 256;
constexpr unsigned invalid_symbol = 0xffff;

/// The stream as bits, lowest first. Past the end there are zeros, and `overrun()` says so.
class BitReader {
 public:
  explicit BitReader(std::span<const std::byte> in)
      : next_(in.data()), end_(in.data() + in.size()) {}

  /// Makes at least 56 bits available, or what is left and zeros.
  void refill() {
    while (count_ <= 56) {
      if (next_ != end_) {
        held_ |= std::to_integer<std::uint64_t>(*next_++) << count_;
      } else {
        missing_ += 8;
      }
      count_ += 8;
    }
  }
  [[nodiscard]] std::uint32_t peek(unsigned bits) const {
    return static_cast<std::uint32_t>(held_) & ((1U << bits) - 1);
  }
  void drop(unsigned bits) {
    held_ >>= bits;
    count_ -= bits;
  }
  [[nodiscard]] std::uint32_t take(unsigned bits) {
    refill();
    const std::uint32_t value = peek(bits);
    drop(bits);
    return value;
  }
  [[nodiscard]] bool overrun() const { return missing_ > count_; }

  /// Goes to the next whole byte and gives `size` bytes from there; fewer if there are not so many.
  [[nodiscard]] std::span<const std::byte> bytes(std::size_t size) {
    const unsigned held_bytes = (count_ - (missing_ < count_ ? missing_ : count_)) / 8;
    next_ -= held_bytes;
    held_ = 0;
    count_ = 0;
    missing_ = 0;
    const auto left = static_cast<std::size_t>(end_ - next_);
    const std::span<const std::byte> result{next_, size < left ? size : left};
    next_ += result.size();
    return result;
  }

 private:
  const std::byte* next_;
  const std::byte* end_;
  std::uint64_t held_ = 0;
  unsigned count_ = 0;
  unsigned missing_ = 0;
};

/// A canonical Huffman code: short codes by table, long ones bit by bit.
template <unsigned Symbols>
class Code {
 public:
  /// From the lengths of the symbols' codes. False if they are no code; a code that is not complete
  /// is allowed if it has one symbol of one bit at most, as the format does for distances.
  [[nodiscard]] bool build(const std::uint8_t* lengths, unsigned symbols) {
    counts_ = {};
    fast_ = {};
    for (unsigned i = 0; i < symbols; ++i) ++counts_[lengths[i]];
    const unsigned used = symbols - counts_[0];
    counts_[0] = 0;
    int left = 1;
    std::array<std::uint16_t, max_code_bits + 2> first{};
    std::array<std::uint16_t, max_code_bits + 2> code{};
    for (unsigned bits = 1; bits <= max_code_bits; ++bits) {
      left = left * 2 - counts_[bits];
      if (left < 0) return false;
      first[bits + 1] = static_cast<std::uint16_t>(first[bits] + counts_[bits]);
      code[bits + 1] = static_cast<std::uint16_t>((code[bits] + counts_[bits]) << 1);
    }
    if (left > 0 && (used > 1 || (used == 1 && counts_[1] != 1))) return false;
    for (unsigned symbol = 0; symbol < symbols; ++symbol) {
      const unsigned bits = lengths[symbol];
      if (bits == 0) continue;
      symbols_[first[bits]++] = static_cast<std::uint16_t>(symbol);
      const unsigned value = code[bits]++;
      if (bits <= fast_bits) add_fast(value, bits, symbol);
    }
    return true;
  }

  [[nodiscard]] unsigned decode(BitReader& in) const {
    const unsigned entry = fast_[in.peek(fast_bits)];
    if (entry != 0) [[likely]] {
      in.drop(entry & 15);
      return entry >> 4;
    }
    unsigned code = 0;
    unsigned first = 0;
    unsigned index = 0;
    const std::uint32_t word = in.peek(max_code_bits);
    for (unsigned bits = 1; bits <= max_code_bits; ++bits) {
      code |= (word >> (bits - 1)) & 1;
      const unsigned count = counts_[bits];
      if (code < first + count) {
        in.drop(bits);
        return symbols_[index + code - first];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return invalid_symbol;
  }

 private:
  // Codes come with their highest bit first, the table is looked up by the stream's bits.
  void add_fast(unsigned value, unsigned bits, unsigned symbol) {
    unsigned reversed = 0;
    for (unsigned i = 0; i < bits; ++i) reversed |= ((value >> i) & 1) << (bits - 1 - i);
    for (unsigned at = reversed; at < 1U << fast_bits; at += 1U << bits) {
      fast_[at] = static_cast<std::uint16_t>(symbol << 4 | bits);
    }
  }

  std::array<std::uint16_t, max_code_bits + 1> counts_;
  std::array<std::uint16_t, Symbols> symbols_;
  std::array<std::uint16_t, 1U << fast_bits> fast_;
};

struct Extra {
  std::uint16_t base;
  std::uint8_t bits;
};

constexpr std::array<Extra, 29> lengths{
    {{3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
     {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
     {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}}};
constexpr std::array<Extra, 30> distances{
    {{1, 0},     {2, 0},     {3, 0},     {4, 0},      {5, 1},      {7, 1},
     {9, 2},     {13, 2},    {17, 3},    {25, 3},     {33, 4},     {49, 4},
     {65, 5},    {97, 5},    {129, 6},   {193, 6},    {257, 7},    {385, 7},
     {513, 8},   {769, 8},   {1025, 9},  {1537, 9},   {2049, 10},  {3073, 10},
     {4097, 11}, {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13}}};
constexpr std::array<std::uint8_t, 19> length_order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                    11, 4,  12, 3, 13, 2, 14, 1, 15};

class Inflater {
 public:
  Inflater(std::span<const std::byte> in, std::span<std::byte> out) : in_(in), out_(out) {}

  [[nodiscard]] bool run() {
    for (;;) {
      const bool last = in_.take(1) != 0;
      bool good = false;
      switch (in_.take(2)) {
        case 0:
          good = stored();
          break;
        case 1:
          good = fixed();
          break;
        case 2:
          good = dynamic();
          break;
        default:
          break;
      }
      if (!good) return false;
      if (last) return filled_ == out_.size();
    }
  }

 private:
  [[nodiscard]] bool stored() {
    const auto head = in_.bytes(4);
    if (head.size() != 4) return false;
    const auto word = [&](std::size_t at) {
      return std::to_integer<unsigned>(head[at]) | std::to_integer<unsigned>(head[at + 1]) << 8;
    };
    const unsigned size = word(0);
    if (size != (word(2) ^ 0xffffU)) return false;
    const auto bytes = in_.bytes(size);
    if (bytes.size() != size || size > out_.size() - filled_) return false;
    for (const std::byte byte : bytes) out_[filled_++] = byte;
    return true;
  }

  [[nodiscard]] bool fixed() {
    std::array<std::uint8_t, literal_symbols> sizes{};
    for (unsigned i = 0; i < literal_symbols; ++i) {
      sizes[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    if (!literals_.build(sizes.data(), literal_symbols)) return false;
    // Two more than there are distances, for the code to be complete; copy() refuses them.
    sizes.fill(5);
    return distances_.build(sizes.data(), distance_codes) && block();
  }

  [[nodiscard]] bool dynamic() {
    const unsigned literal_count = in_.take(5) + 257;
    const unsigned distance_count = in_.take(5) + 1;
    const unsigned size_count = in_.take(4) + 4;
    if (literal_count > 286 || distance_count > distance_symbols) return false;
    std::array<std::uint8_t, 286 + distance_symbols> sizes{};
    for (unsigned i = 0; i < size_count; ++i) {
      sizes[length_order[i]] = static_cast<std::uint8_t>(in_.take(3));
    }
    // The code of the lengths is in the way of nobody before the literals' is built.
    if (!literals_.build(sizes.data(), 19)) return false;
    sizes = {};
    const unsigned total = literal_count + distance_count;
    for (unsigned i = 0; i < total;) {
      in_.refill();
      const unsigned symbol = literals_.decode(in_);
      if (symbol < 16) {
        sizes[i++] = static_cast<std::uint8_t>(symbol);
        continue;
      }
      std::uint8_t value = 0;
      unsigned repeat = 0;
      if (symbol == 16) {
        if (i == 0) return false;
        value = sizes[i - 1];
        repeat = 3 + in_.take(2);
      } else if (symbol == 17) {
        repeat = 3 + in_.take(3);
      } else if (symbol == 18) {
        repeat = 11 + in_.take(7);
      } else {
        return false;
      }
      if (repeat > total - i || in_.overrun()) return false;
      for (; repeat != 0; --repeat) sizes[i++] = value;
    }
    if (sizes[end_of_block] == 0) return false;
    return literals_.build(sizes.data(), literal_count) &&
           distances_.build(sizes.data() + literal_count, distance_count) && block();
  }

  [[nodiscard]] bool block() {
    for (;;) {
      in_.refill();
      const unsigned symbol = literals_.decode(in_);
      if (symbol < end_of_block) {
        if (filled_ == out_.size() || in_.overrun()) return false;
        out_[filled_++] = static_cast<std::byte>(symbol);
        continue;
      }
      if (symbol == end_of_block) return !in_.overrun();
      if (symbol - 257 >= lengths.size() || !copy(lengths[symbol - 257])) return false;
    }
  }

  [[nodiscard]] bool copy(Extra length_code) {
    // After a refill there are 56 bits: 15 and 5 for the length, 15 and 13 for the distance.
    const unsigned length = length_code.base + in_.peek(length_code.bits);
    in_.drop(length_code.bits);
    const unsigned symbol = distances_.decode(in_);
    if (symbol >= distances.size()) return false;
    const unsigned distance = distances[symbol].base + in_.peek(distances[symbol].bits);
    in_.drop(distances[symbol].bits);
    if (distance > filled_ || length > out_.size() - filled_ || in_.overrun()) return false;
    std::byte* to = out_.data() + filled_;
    const std::byte* from = to - distance;
    filled_ += length;
    for (std::byte* const end = to + length; to != end;) *to++ = *from++;
    return true;
  }

  BitReader in_;
  std::span<std::byte> out_;
  std::size_t filled_ = 0;
  Code<literal_symbols> literals_;
  Code<distance_codes> distances_;
};

}  // namespace

bool inflate(std::span<const std::byte> in, std::span<std::byte> out) {
  return Inflater{in, out}.run();
}

}  // namespace sel4::capdl
