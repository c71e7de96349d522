// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "xml.hpp"

#include "names.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace sel4::codegen {

namespace {

/// How far up a message names the elements around a place.
constexpr int max_path_depth = 8;

std::string element_text(pugi::xml_node node) {
  std::string text = node.name();
  // An attribute may be as long as the file; a message need not.
  const std::string_view name = node.attribute("name").value();
  if (!name.empty()) text += ' ' + std::string(name.substr(0, max_name_length));
  return text;
}

}  // namespace

XmlFile::XmlFile(const SourceText& source) : source_(source), lines_(source.text) {
  const pugi::xml_parse_result result =
      document_.load_buffer(source.text.data(), source.text.size(),
                            pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!result) {
    std::string what = result.description();
    if (!what.empty()) what.front() = static_cast<char>(std::tolower(what.front()));
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    fail({source.path, source.line_of(offset), {}}, "not XML: " + what,
         "give the file that the kernel's build installed");
  }
}

pugi::xml_node XmlFile::root(std::string_view name) const {
  const pugi::xml_node root = document_.document_element();
  if (root.name() != name) {
    fail(place(root), fmt::format("the outermost element is not <{}>", name),
         "give the file that the kernel's build installed");
  }
  for (pugi::xml_node node = document_.first_child(); node; node = node.next_sibling()) {
    if (node.type() == pugi::node_element && node != root) unexpected(node);
  }
  return root;
}

Place XmlFile::place(pugi::xml_node node) const {
  Place place{source_.path, 0, {}};
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset >= 0) place.line = lines_.line_of(static_cast<std::size_t>(offset));
  int depth = 0;
  for (; node && node.type() == pugi::node_element && depth < max_path_depth;
       node = node.parent(), ++depth) {
    place.path = element_text(node) + (place.path.empty() ? "" : "/") + place.path;
  }
  return place;
}

void XmlFile::check_attributes(pugi::xml_node node,
                               std::initializer_list<std::string_view> required,
                               std::initializer_list<std::string_view> optional) const {
  std::set<std::string_view> seen;
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    const bool known = std::find(required.begin(), required.end(), name) != required.end() ||
                       std::find(optional.begin(), optional.end(), name) != optional.end();
    if (!known) {
      fail(place(node), fmt::format("unknown attribute '{}'", name),
           "remove it, or teach the generator what it means");
    }
    if (!seen.insert(name).second) {
      fail(place(node), fmt::format("attribute '{}' is there twice", name), "keep one of the two");
    }
  }
  for (const std::string_view name : required) {
    if (!seen.contains(name)) {
      fail(place(node), fmt::format("attribute '{}' is missing", name), "add it");
    }
  }
}

void XmlFile::check_no_text(pugi::xml_node node) const {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    if (std::string_view(child.value()).find_first_not_of(" \t\r\n") != std::string_view::npos) {
      fail(place(node), "there is text between its elements", "remove the text");
    }
  }
}

void XmlFile::check_empty(pugi::xml_node node) const {
  check_no_text(node);
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) unexpected(child);
  }
}

void XmlFile::unexpected(pugi::xml_node node) const {
  fail(place(node), "an element that must not be here",
       "remove it, or teach the generator what it means");
}

std::string XmlFile::identifier(pugi::xml_node node, const char* attribute) const {
  const std::string_view value = node.attribute(attribute).value();
  if (!is_identifier(value)) {
    fail(place(node), fmt::format("the attribute '{}' is not a name", attribute),
         fmt::format("use letters, digits and underscores, at most {}", max_name_length));
  }
  return std::string(value);
}

}  // namespace sel4::codegen
