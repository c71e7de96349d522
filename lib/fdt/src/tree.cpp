// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "detail.hpp"

#include <sel4/fdt/tree.hpp>

namespace sel4::fdt {

namespace {

using detail::fail;

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Adds the entries of a node's reg to out[count...].
std::expected<std::size_t, Error> add_ranges(const Node& node, const Node& parent,
                                             std::span<Range> out, std::size_t count) {
  for (std::size_t i = 0;; ++i) {
    const auto range = node.reg(parent, i);
    if (!range) return std::unexpected(range.error());
    if (!*range) return count;
    if ((*range)->start == (*range)->end) return fail(Problem::empty_range, node.offset());
    if (count == out.size()) return fail(Problem::too_many_ranges, node.offset());
    out[count++] = **range;
  }
}

}  // namespace

std::optional<std::uint32_t> Property::u32() const {
  if (value.size() != 4) return std::nullopt;
  return detail::big_endian(value, 0);
}

std::optional<std::uint64_t> Property::number() const {
  if (value.size() == 8) return detail::big_endian_64(value, 0);
  return u32();
}

std::string_view Property::string() const {
  const std::string_view text = as_text(value);
  return text.substr(0, text.find('\0'));
}

bool Property::lists(std::string_view text) const {
  std::string_view rest = as_text(value);
  while (!rest.empty()) {
    const std::size_t length = rest.find('\0');
    if (length == std::string_view::npos) return false;
    if (rest.substr(0, length) == text) return true;
    rest.remove_prefix(length + 1);
  }
  return false;
}

std::uint32_t Tree::token(std::uint64_t offset) const { return detail::big_endian(bytes_, offset); }

std::string_view Tree::text(std::uint64_t offset) const {
  const std::string_view rest = as_text(bytes_.subspan(offset));
  return rest.substr(0, rest.find('\0'));
}

Property Tree::property_at(std::uint64_t offset) const {
  return {.name = text(strings_ + detail::big_endian(bytes_, offset + 8)),
          .value = bytes_.subspan(offset + 12, detail::big_endian(bytes_, offset + 4))};
}

std::uint64_t Tree::skip_property(std::uint64_t offset) const {
  return detail::align4(offset + 12 + detail::big_endian(bytes_, offset + 4));
}

std::uint32_t Tree::boot_cpu() const { return detail::big_endian(bytes_, 28); }

std::string_view Node::name() const { return tree_->text(offset_ + 4); }

std::uint64_t Node::body() const { return detail::align4(offset_ + 4 + name().size() + 1); }

std::uint64_t Node::after_properties() const {
  std::uint64_t at = body();
  for (;;) {
    const std::uint32_t token = tree_->token(at);
    if (token == detail::property) {
      at = tree_->skip_property(at);
    } else if (token == detail::nop) {
      at += 4;
    } else {
      return at;
    }
  }
}

std::optional<Property> Node::property(std::string_view wanted) const {
  std::uint64_t at = body();
  for (;;) {
    const std::uint32_t token = tree_->token(at);
    if (token == detail::property) {
      const Property candidate = tree_->property_at(at);
      if (candidate.name == wanted) return candidate;
      at = tree_->skip_property(at);
    } else if (token == detail::nop) {
      at += 4;
    } else {
      return std::nullopt;
    }
  }
}

bool Node::compatible(std::string_view with) const {
  const auto property_found = property("compatible");
  return property_found && property_found->lists(with);
}

bool Node::enabled() const {
  const auto status = property("status");
  return !status || status->string() == "okay" || status->string() == "ok";
}

std::optional<Node> Node::first_child() const {
  const std::uint64_t at = after_properties();
  if (tree_->token(at) != detail::begin_node) return std::nullopt;
  return Node{tree_, at, depth_ + 1};
}

std::optional<Node> Node::next() const {
  std::uint64_t at = after_properties();
  std::uint32_t depth = depth_ + 1;
  for (;;) {
    switch (tree_->token(at)) {
      case detail::begin_node:
        return Node{tree_, at, depth};
      case detail::end_node:
        if (--depth == 0) return std::nullopt;
        [[fallthrough]];
      default:
        at += 4;
        break;
    }
  }
}

std::optional<Node> Node::next_sibling() const {
  for (auto node = next(); node && node->depth_ >= depth_; node = node->next()) {
    if (node->depth_ == depth_) return node;
  }
  return std::nullopt;
}

std::expected<std::optional<Range>, Error> Node::reg(const Node& parent, std::size_t index) const {
  const auto found = property("reg");
  if (!found) return std::optional<Range>{};
  const auto cells = [&](std::string_view name, std::uint32_t otherwise) {
    const auto count = parent.property(name);
    // A value of another size than a cell is as wrong as too many cells.
    return count ? count->u32().value_or(~std::uint32_t{0}) : otherwise;
  };
  const std::uint32_t address_cells = cells("#address-cells", 2);
  const std::uint32_t size_cells = cells("#size-cells", 1);
  if (address_cells < 1 || address_cells > 2 || size_cells > 2) {
    return fail(Problem::bad_cells, parent.offset());
  }
  const std::size_t entry = (address_cells + size_cells) * std::size_t{4};
  if (found->value.size() % entry != 0) return fail(Problem::bad_reg, offset_);
  if (index >= found->value.size() / entry) return std::optional<Range>{};
  const auto number = [&](std::size_t at, std::uint32_t count) -> std::uint64_t {
    if (count == 0) return 0;
    return count == 2 ? detail::big_endian_64(found->value, at)
                      : detail::big_endian(found->value, at);
  };
  const std::uint64_t start = number(index * entry, address_cells);
  const std::uint64_t size = number(index * entry + address_cells * std::size_t{4}, size_cells);
  if (start + size < start) return fail(Problem::address_too_large, offset_);
  return Range{start, start + size};
}

std::optional<Node> Tree::find(std::string_view path) const {
  Node node = root();
  while (!path.empty()) {
    if (path.front() == '/') {
      path.remove_prefix(1);
      continue;
    }
    const std::string_view component = path.substr(0, path.find('/'));
    path.remove_prefix(component.size());
    const bool with_unit = component.find('@') != std::string_view::npos;
    auto child = node.first_child();
    while (child && (with_unit ? child->name() : child->base_name()) != component) {
      child = child->next_sibling();
    }
    if (!child) return std::nullopt;
    node = *child;
  }
  return node;
}

std::optional<Node> Tree::find_compatible(std::string_view with) const {
  for (std::optional<Node> node = root(); node; node = node->next()) {
    if (node->compatible(with)) return node;
  }
  return std::nullopt;
}

std::expected<std::size_t, Error> Tree::memory(std::span<Range> out) const {
  std::size_t count = 0;
  const Node top = root();
  for (auto node = top.first_child(); node; node = node->next_sibling()) {
    const auto type = node->property("device_type");
    if (!type || type->string() != "memory" || !node->enabled()) continue;
    const auto added = add_ranges(*node, top, out, count);
    if (!added) return added;
    count = *added;
  }
  if (count == 0) return fail(Problem::no_memory, top.offset());
  return count;
}

std::expected<std::size_t, Error> Tree::reserved(std::span<Range> out) const {
  std::size_t count = 0;
  for (std::uint64_t at = reservations_;; at += 16) {
    const std::uint64_t start = detail::big_endian_64(bytes_, at);
    const std::uint64_t size = detail::big_endian_64(bytes_, at + 8);
    if (start == 0 && size == 0) break;
    if (start + size < start) return fail(Problem::address_too_large, at);
    if (count == out.size()) return fail(Problem::too_many_ranges, at);
    out[count++] = {start, start + size};
  }
  if (const auto parent = find("/reserved-memory")) {
    for (auto node = parent->first_child(); node; node = node->next_sibling()) {
      if (!node->enabled()) continue;
      const auto added = add_ranges(*node, *parent, out, count);
      if (!added) return added;
      count = *added;
    }
  }
  return count;
}

}  // namespace sel4::fdt
