// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/diagnostic.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::mk {

/// An attribute of an element and where its two halves are.
struct XmlAttribute {
  std::string name;
  /// With entities resolved and white space normalised.
  std::string value;
  Span name_span;
  /// Between the quotes.
  Span value_span;
};

/// An element and what is in it. There is no text: it has no meaning in a system description.
struct XmlElement {
  std::string name;
  /// The name in the start tag.
  Span span;
  std::vector<XmlAttribute> attributes;
  std::vector<XmlElement> children;

  [[nodiscard]] const XmlAttribute* find(std::string_view attribute) const;
};

/// The largest file that is read, in bytes.
inline constexpr std::size_t xml_size_limit = std::size_t{1} << 24;
/// How deep elements may be nested.
inline constexpr std::size_t xml_depth_limit = 80;

/// Reads an XML document in UTF-8 in time linear to its size.
///
/// No document type declarations, thus no entities but XML's own five; no text between the tags.
/// Returns nothing, with errors, if there is no root element to work with.
[[nodiscard]] std::optional<XmlElement> parse_xml(const Source& source, Diagnostics& diagnostics);

}  // namespace sel4::mk
