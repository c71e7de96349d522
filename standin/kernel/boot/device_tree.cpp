// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <boot/boot.hpp>

// As much of a flattened device tree as it takes to find the memory.

namespace sel4::kernel {

namespace {

constexpr std::uint32_t magic = 0xd00dfeed;
enum Token : std::uint32_t { begin_node = 1, end_node = 2, property = 3, nop = 4 };

class Blob {
 public:
  Blob(const void* data, Word size) : data_(static_cast<const unsigned char*>(data)), size_(size) {}

  /// A big-endian number, 0 where there is none.
  [[nodiscard]] std::uint32_t number(Word at) const {
    if (at > size_ || size_ - at < 4) return 0;
    const unsigned char* p = data_ + at;
    return std::uint32_t{p[0]} << 24 | std::uint32_t{p[1]} << 16 | std::uint32_t{p[2]} << 8 | p[3];
  }
  [[nodiscard]] char at(Word place) const {
    return place < size_ ? static_cast<char>(data_[place]) : '\0';
  }
  [[nodiscard]] Word length(Word place) const {
    Word n = 0;
    while (at(place + n) != 0) ++n;
    return n;
  }
  [[nodiscard]] bool starts_with(Word place, const char* text) const {
    for (; *text != 0; ++text, ++place) {
      if (at(place) != *text) return false;
    }
    return true;
  }
  [[nodiscard]] Word size() const { return size_; }

 private:
  const unsigned char* data_;
  Word size_;
};

}  // namespace

Region find_memory(const void* dtb, Word size, Region otherwise) {
  const Blob blob(dtb, size);
  if (blob.number(0) != magic) return otherwise;
  const Word strings = blob.number(12);
  Word at = blob.number(8);
  unsigned depth = 0;
  bool in_memory = false;
  while (at + 4 <= blob.size()) {
    const std::uint32_t token = blob.number(at);
    at += 4;
    if (token == begin_node) {
      ++depth;
      in_memory = depth == 2 && blob.starts_with(at, "memory");
      at = round_up(at + blob.length(at) + 1, 2);
    } else if (token == end_node) {
      if (depth-- <= 1) break;
      in_memory = false;
    } else if (token == property) {
      const Word length = blob.number(at);
      const Word name = strings + blob.number(at + 4);
      at += 8;
      if (in_memory && blob.starts_with(name, "reg") && blob.at(name + 3) == 0 && length >= 16) {
        const Word start = Word{blob.number(at)} << 32 | blob.number(at + 4);
        const Word bytes = Word{blob.number(at + 8)} << 32 | blob.number(at + 12);
        return {start > otherwise.start ? start : otherwise.start, start + bytes};
      }
      at = round_up(at + length, 2);
    } else if (token != nop) {
      break;
    }
  }
  return otherwise;
}

}  // namespace sel4::kernel
