// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>

/// A reader of flattened device trees (Devicetree Specification 0.4, chapters 2, 3 and 5).
namespace sel4::fdt {

/// What is wrong with a tree; message() gives the sentence.
enum class Problem : std::uint8_t {
  truncated_header,
  bad_magic,
  unsupported_version,
  bad_total_size,
  structure_misaligned,
  structure_outside,
  strings_outside,
  reservations_outside,
  structure_truncated,
  unknown_token,
  name_unterminated,
  property_outside,
  property_name_outside,
  property_outside_node,
  property_after_child,
  too_deep,
  unbalanced,
  bad_cells,
  bad_reg,
  address_too_large,
  empty_range,
  too_many_ranges,
  no_memory,
};

/// The sentence for a problem, without a full stop.
[[nodiscard]] std::string_view message(Problem problem);

/// What is wrong with a blob, and the byte at which it shows.
struct Error {
  /// What is wrong.
  Problem problem;
  /// Byte offset in the blob.
  std::uint64_t offset = 0;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A half-open range of addresses.
struct Range {
  /// The first address.
  std::uint64_t start;
  /// One past the last.
  std::uint64_t end;

  friend bool operator==(const Range&, const Range&) = default;
};

/// A property of a node.
struct Property {
  /// As the blob has it; valid as long as the blob.
  std::string_view name;
  /// The bytes in the blob, cells big-endian.
  std::span<const std::byte> value;

  /// The value as one cell; nothing if it has another size.
  [[nodiscard]] std::optional<std::uint32_t> u32() const;
  /// The value as a number of one or two cells; nothing if it has another size.
  [[nodiscard]] std::optional<std::uint64_t> number() const;
  /// The value up to its first NUL.
  [[nodiscard]] std::string_view string() const;
  /// Whether `text` is among the value's NUL-terminated strings.
  [[nodiscard]] bool lists(std::string_view text) const;
};

class Tree;

/// A node of a Tree, which must outlive it.
class Node {
 public:
  /// With its unit address; empty for the root.
  [[nodiscard]] std::string_view name() const;
  /// The name up to the unit address.
  [[nodiscard]] std::string_view base_name() const { return name().substr(0, name().find('@')); }
  /// The property of this very name; nothing if the node has none.
  [[nodiscard]] std::optional<Property> property(std::string_view name) const;
  /// Whether `with` is in the list `compatible`.
  [[nodiscard]] bool compatible(std::string_view with) const;
  /// Whether status is absent or "okay" (or the older "ok").
  [[nodiscard]] bool enabled() const;
  /// Byte offset in the blob.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  /// 0 for the root.
  [[nodiscard]] std::uint32_t depth() const { return depth_; }

  /// The first child, or nothing.
  [[nodiscard]] std::optional<Node> first_child() const;
  /// The next node on the same level below the same parent, or nothing; linear in this node's size.
  [[nodiscard]] std::optional<Node> next_sibling() const;
  /// The node that follows in the order of the blob, of any level, or nothing.
  [[nodiscard]] std::optional<Node> next() const;

  /// Reads entry `index` of `reg` as address and size, with the cell counts of this node's parent.
  /// Nothing after the last entry. bad_cells: not 1 or 2 cells of address or more than 2 of size;
  /// bad_reg: a length that is no multiple of an entry; address_too_large: the end wraps.
  [[nodiscard]] std::expected<std::optional<Range>, Error> reg(const Node& parent,
                                                               std::size_t index) const;

 private:
  friend class Tree;
  Node(const Tree* tree, std::uint64_t offset, std::uint32_t depth)
      : tree_(tree), offset_(offset), depth_(depth) {}

  /// Offset of the first token after the name.
  [[nodiscard]] std::uint64_t body() const;
  /// Skips properties and no-ops; returns the offset of the next begin or end token.
  [[nodiscard]] std::uint64_t after_properties() const;

  const Tree* tree_;
  std::uint64_t offset_;
  std::uint32_t depth_;
};

/// A device tree blob in memory that the caller keeps alive.
///
/// parse() walks all of it once, so that the other members cannot leave the blob, whatever its
/// bytes. No heap, no exceptions, no recursion.
class Tree {
 public:
  /// Nesting above this is refused.
  static constexpr std::uint32_t max_depth = 64;

  /// Checks the blob at the start of `bytes`, which may be longer than the blob.
  [[nodiscard]] static std::expected<Tree, Error> parse(std::span<const std::byte> bytes);

  /// The blob, as long as its header says.
  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  /// The node of the path "/"; every checked tree has it.
  [[nodiscard]] Node root() const { return {this, root_, 0}; }
  /// The core that the blob says it was booted on.
  [[nodiscard]] std::uint32_t boot_cpu() const;

  /// Finds a node by its path, "/soc/serial@10000000"; a component without unit address matches the
  /// first node with that base name.
  [[nodiscard]] std::optional<Node> find(std::string_view path) const;

  /// The first node, in the order of the blob, that is compatible with `with`.
  [[nodiscard]] std::optional<Node> find_compatible(std::string_view with) const;

  /// Writes the ranges of the nodes with device_type "memory" below the root to `out`, in the order
  /// of the blob, and returns how many. no_memory: none; too_many_ranges: `out` is too small.
  [[nodiscard]] std::expected<std::size_t, Error> memory(std::span<Range> out) const;

  /// Writes the reserved ranges (the reservation block and /reserved-memory) to `out` and returns
  /// how many. too_many_ranges: `out` is too small.
  [[nodiscard]] std::expected<std::size_t, Error> reserved(std::span<Range> out) const;

 private:
  friend class Node;
  Tree() = default;

  [[nodiscard]] std::uint32_t token(std::uint64_t offset) const;
  [[nodiscard]] std::string_view text(std::uint64_t offset) const;
  [[nodiscard]] Property property_at(std::uint64_t offset) const;
  /// Offset of the token after the property at `offset`.
  [[nodiscard]] std::uint64_t skip_property(std::uint64_t offset) const;

  std::span<const std::byte> bytes_;
  std::uint64_t strings_ = 0;
  std::uint64_t reservations_ = 0;
  std::uint64_t root_ = 0;
};

}  // namespace sel4::fdt
