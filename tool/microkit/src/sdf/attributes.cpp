// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace sel4::mk {

namespace {

/// How many characters must be changed, added or removed to make one word of another.
std::size_t distance(std::string_view a, std::string_view b) {
  if (a.size() > 40 || b.size() > 40) return 40;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0U : 1U)});
      corner = above;
    }
  }
  return row[b.size()];
}

std::string suggestion(std::string_view word, std::initializer_list<std::string_view> known,
                       std::string_view otherwise) {
  std::string_view best;
  std::size_t least = 3;
  for (const std::string_view candidate : known) {
    const std::size_t edits = distance(word, candidate);
    if (edits < least && edits * 2 < candidate.size()) {
      least = edits;
      best = candidate;
    }
  }
  if (!best.empty()) return fmt::format("did you mean '{}'?", best);
  if (known.size() == 0) return std::string(otherwise);
  return fmt::format("possible here: {}", fmt::join(known, ", "));
}

/// What is shown of a value in a message.
std::string shown(std::string_view value) {
  constexpr std::size_t most = 60;
  std::string text;
  for (const char c : value.substr(0, most)) {
    text += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  }
  return value.size() > most ? text + "..." : text;
}

}  // namespace

Attributes::Attributes(Reader& reader, const XmlElement& element,
                       std::initializer_list<std::string_view> known)
    : reader_(reader), element_(element) {
  for (const XmlAttribute& attribute : element.attributes) {
    if (std::ranges::find(known, attribute.name) != known.end()) continue;
    reader.error(attribute.name_span,
                 fmt::format("invalid attribute '{}' on element '{}'", shown(attribute.name),
                             shown(element.name)),
                 suggestion(attribute.name, known, "remove it; the element has no attributes"));
  }
}

Span Attributes::span(std::string_view name) const {
  const XmlAttribute* attribute = element_.find(name);
  return attribute != nullptr ? attribute->value_span : element_.span;
}

const XmlAttribute* Attributes::require(std::string_view name) {
  const XmlAttribute* attribute = element_.find(name);
  if (attribute == nullptr) {
    reader_.error(element_.span,
                  fmt::format("missing attribute '{}' on element '{}'", name, element_.name),
                  fmt::format("add {}=\"...\"", name));
  }
  return attribute;
}

std::string Attributes::required(std::string_view name) {
  const XmlAttribute* attribute = require(name);
  return attribute != nullptr ? attribute->value : std::string();
}

std::string Attributes::required_name(std::string_view name) {
  const XmlAttribute* attribute = require(name);
  if (attribute == nullptr) return {};
  if (attribute->value.empty()) {
    reader_.error(attribute->name_span, fmt::format("the attribute '{}' is empty", name),
                  "give it a value");
  }
  if (attribute->value.find('\0') != std::string::npos) {
    reader_.error(attribute->value_span, "a name has a NUL character");
  }
  return attribute->value;
}

std::string Attributes::text(std::string_view name) const {
  const XmlAttribute* attribute = element_.find(name);
  return attribute != nullptr ? attribute->value : std::string();
}

std::optional<std::uint64_t> parse_number(std::string_view text, std::string& problem) {
  int base = 10;
  if (text.starts_with("0x")) {
    text.remove_prefix(2);
    base = 16;
  }
  std::string digits;
  for (const char c : text) {
    if (c != '_') digits += c;
  }
  if (digits.empty()) {
    problem = "there are no digits";
    return std::nullopt;
  }
  std::uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error == std::errc::result_out_of_range && end == digits.data() + digits.size()) {
    problem = "it is 2^64 or more";
    return std::nullopt;
  }
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    const auto at = static_cast<std::size_t>(end - digits.data());
    problem = at < digits.size() ? fmt::format("'{}' is no {} digit", shown(digits.substr(at, 1)),
                                               base == 16 ? "hexadecimal" : "decimal")
                                 : "it is no number";
    return std::nullopt;
  }
  return value;
}

std::uint64_t Attributes::in_bounds(const XmlAttribute& attribute, std::uint64_t value,
                                    std::uint64_t fallback, Bounds bounds) {
  if (value >= bounds.least && value <= bounds.most) return value;
  std::string expected;
  if (bounds.most >= ~std::uint64_t{1}) {
    expected = fmt::format("{} or more", bounds.least);
  } else if (bounds.most > 0xffff) {
    expected = fmt::format("a number from {:#x} to {:#x}", bounds.least, bounds.most);
  } else {
    expected = fmt::format("a number from {} to {}", bounds.least, bounds.most);
  }
  reader_.error(attribute.value_span,
                fmt::format("'{}' of '{}': expected {}, found {}", attribute.name, element_.name,
                            expected, shown(attribute.value)));
  return fallback;
}

std::uint64_t Attributes::number(std::string_view name, std::uint64_t fallback, Bounds bounds) {
  const XmlAttribute* attribute = element_.find(name);
  if (attribute == nullptr) return fallback;
  std::string problem;
  const auto value = parse_number(attribute->value, problem);
  if (!value) {
    reader_.error(
        attribute->value_span,
        fmt::format("'{}' of '{}': expected a number, found '{}': {}", name, element_.name,
                    shown(attribute->value), problem),
        "write it in decimal, or in hexadecimal with 0x; underscores may separate digits");
    return fallback;
  }
  return in_bounds(*attribute, *value, fallback, bounds);
}

std::uint64_t Attributes::required_number(std::string_view name, Bounds bounds) {
  if (require(name) == nullptr) return bounds.least;
  return number(name, bounds.least, bounds);
}

std::uint64_t Attributes::decimal(std::string_view name, std::uint64_t fallback, Bounds bounds) {
  const XmlAttribute* attribute = element_.find(name);
  if (attribute == nullptr) return fallback;
  std::string problem;
  const std::string& text = attribute->value;
  const auto value = parse_number(text, problem);
  const bool plain = !text.starts_with("0x") && text.find('_') == std::string::npos;
  if (value && plain) return in_bounds(*attribute, *value, fallback, bounds);
  if (value) {
    reader_.error(attribute->value_span,
                  fmt::format("'{}' of '{}': expected a plain decimal number, found '{}'", name,
                              element_.name, shown(text)),
                  fmt::format("write {}", *value));
  } else if (text.starts_with('-') && parse_number(text.substr(1), problem)) {
    return in_bounds(*attribute, ~std::uint64_t{0}, fallback,
                     {bounds.least, std::min(bounds.most, ~std::uint64_t{0} - 1)});
  } else {
    reader_.error(attribute->value_span,
                  fmt::format("'{}' of '{}': expected a decimal number, found '{}': {}", name,
                              element_.name, shown(text), problem));
  }
  return fallback;
}

std::uint64_t Attributes::required_decimal(std::string_view name, Bounds bounds) {
  if (require(name) == nullptr) return bounds.least;
  return decimal(name, bounds.least, bounds);
}

bool Attributes::boolean(std::string_view name, bool fallback) {
  return choice(name, {"false", "true"}, fallback ? 1 : 0) == 1;
}

std::size_t Attributes::choice(std::string_view name, std::initializer_list<std::string_view> words,
                               std::size_t fallback) {
  const XmlAttribute* attribute = element_.find(name);
  if (attribute == nullptr) return fallback;
  const auto* const found = std::ranges::find(words, attribute->value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::vector<std::string> quoted;
  for (const std::string_view word : words) quoted.push_back(fmt::format("'{}'", word));
  reader_.error(attribute->value_span,
                fmt::format("'{}' of '{}': expected {}, found '{}'", name, element_.name,
                            fmt::join(quoted, " or "), shown(attribute->value)));
  return fallback;
}

void unexpected_element(Reader& reader, const XmlElement& parent, const XmlElement& child,
                        std::initializer_list<std::string_view> expected) {
  reader.error(child.span,
               fmt::format("invalid element '{}' in '{}'", shown(child.name), parent.name),
               suggestion(child.name, expected, "remove it; the element has no children"));
}

void no_children(Reader& reader, const XmlElement& element) {
  for (const XmlElement& child : element.children) unexpected_element(reader, element, child, {});
}

}  // namespace sel4::mk
