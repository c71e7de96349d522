// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "detail.hpp"

#include <sel4/fdt/tree.hpp>

#include <cstring>

namespace sel4::fdt {

namespace {

using detail::fail;

struct Header {
  std::uint32_t magic;
  std::uint32_t total_size;
  std::uint32_t structure;
  std::uint32_t strings;
  std::uint32_t reservations;
  std::uint32_t version;
  std::uint32_t last_compatible_version;
  std::uint32_t boot_cpu;
  std::uint32_t strings_size;
  std::uint32_t structure_size;
};

bool inside(std::uint64_t offset, std::uint64_t size, std::uint64_t total) {
  return offset <= total && size <= total - offset;
}

/// The length of the NUL-terminated text at `offset`, if the NUL comes before `end`.
std::optional<std::uint64_t> text_length(std::span<const std::byte> bytes, std::uint64_t offset,
                                         std::uint64_t end) {
  if (offset >= end) return std::nullopt;
  const void* nul = std::memchr(bytes.data() + offset, 0, end - offset);
  if (nul == nullptr) return std::nullopt;
  return static_cast<const std::byte*>(nul) - (bytes.data() + offset);
}

/// Whether the strings block is such that every offset before the last NUL names a string.
std::uint64_t strings_end(std::span<const std::byte> bytes, std::uint64_t start,
                          std::uint64_t size) {
  std::uint64_t end = start + size;
  while (end > start && bytes[end - 1] != std::byte{0}) --end;
  return end;
}

}  // namespace

std::expected<Tree, Error> Tree::parse(std::span<const std::byte> bytes) {
  if (bytes.size() < sizeof(Header)) return fail(Problem::truncated_header, bytes.size());
  Header header;
  std::uint32_t* fields = &header.magic;
  for (std::size_t i = 0; i < sizeof(Header) / 4; ++i) fields[i] = detail::big_endian(bytes, i * 4);
  if (header.magic != detail::magic) return fail(Problem::bad_magic);
  if (header.total_size < sizeof(Header) || header.total_size > bytes.size()) {
    return fail(Problem::bad_total_size, offsetof(Header, total_size));
  }
  if (header.version < 17 || header.last_compatible_version > 17) {
    return fail(Problem::unsupported_version, offsetof(Header, version));
  }
  bytes = bytes.first(header.total_size);
  if (header.structure % 4 != 0) {
    return fail(Problem::structure_misaligned, offsetof(Header, structure));
  }
  if (!inside(header.structure, header.structure_size, bytes.size())) {
    return fail(Problem::structure_outside, offsetof(Header, structure));
  }
  if (!inside(header.strings, header.strings_size, bytes.size())) {
    return fail(Problem::strings_outside, offsetof(Header, strings));
  }
  // The reservations end with a zero entry.
  for (std::uint64_t at = header.reservations;; at += 16) {
    if (at % 8 != 0 || !inside(at, 16, bytes.size())) {
      return fail(Problem::reservations_outside, offsetof(Header, reservations));
    }
    if (detail::big_endian_64(bytes, at) == 0 && detail::big_endian_64(bytes, at + 8) == 0) break;
  }

  Tree tree;
  tree.bytes_ = bytes;
  tree.strings_ = header.strings;
  tree.reservations_ = header.reservations;
  const std::uint64_t names_end = strings_end(bytes, header.strings, header.strings_size);
  const std::uint64_t end = std::uint64_t{header.structure} + header.structure_size / 4 * 4;
  std::uint64_t at = header.structure;
  std::uint32_t depth = 0;
  bool child_seen = false;
  bool root_seen = false;
  for (;;) {
    if (!inside(at, 4, end)) return fail(Problem::structure_truncated, at);
    const std::uint32_t token = detail::big_endian(bytes, at);
    switch (token) {
      case detail::begin_node: {
        if (depth == 0 && root_seen) return fail(Problem::unbalanced, at);
        const auto length = text_length(bytes, at + 4, end);
        if (!length) return fail(Problem::name_unterminated, at);
        if (depth == 0) tree.root_ = at;
        root_seen = true;
        child_seen = false;
        if (++depth > max_depth) return fail(Problem::too_deep, at);
        at = detail::align4(at + 4 + *length + 1);
        break;
      }
      case detail::end_node:
        if (depth == 0) return fail(Problem::unbalanced, at);
        --depth;
        child_seen = true;
        at += 4;
        break;
      case detail::property: {
        if (!inside(at, 12, end)) return fail(Problem::structure_truncated, at);
        if (depth == 0) return fail(Problem::property_outside_node, at);
        if (child_seen) return fail(Problem::property_after_child, at);
        const std::uint32_t size = detail::big_endian(bytes, at + 4);
        const std::uint32_t name = detail::big_endian(bytes, at + 8);
        if (!inside(at + 12, size, end)) return fail(Problem::property_outside, at);
        if (std::uint64_t{header.strings} + name >= names_end) {
          return fail(Problem::property_name_outside, at);
        }
        at = detail::align4(at + 12 + size);
        break;
      }
      case detail::nop:
        at += 4;
        break;
      case detail::end:
        if (depth != 0 || !root_seen) return fail(Problem::unbalanced, at);
        return tree;
      default:
        return fail(Problem::unknown_token, at);
    }
  }
}

}  // namespace sel4::fdt
