// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "doc_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sel4::codegen {

namespace {

constexpr int max_text_depth = 16;

bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// "sec:cap_rights" as "cap rights".
std::string label_words(std::string_view label) {
  if (const auto colon = label.find(':'); colon != label.npos) label.remove_prefix(colon + 1);
  std::string text(label);
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return "\"" + collapse(text) + "\" in the manual";
}

void append(const XmlFile& file, pugi::xml_node node, int depth, std::string& text) {
  if (depth > max_text_depth) {
    fail(file.place(node), fmt::format("text elements nested more than {} deep", max_text_depth),
         "write it flatter");
  }
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
      continue;
    }
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    if (name == "texttt" && child.attribute("text")) {
      const std::string literal = collapse(child.attribute("text").value());
      // What the C stubs call the invoked capability; ours have a better name.
      text += "`" + (literal == "_service" ? "service" : literal) + "`";
    } else if (name == "obj" && child.attribute("name")) {
      text += child.attribute("name").value();
    } else if (name == "autoref" && child.attribute("label")) {
      text += label_words(child.attribute("label").value());
    } else if (name == "shortref" && child.attribute("sec")) {
      text += label_words(child.attribute("sec").value());
    } else if (name == "errorenumdesc") {
      text += "An error code, or success.";
    } else {
      append(file, child, depth + 1, text);
    }
  }
}

}  // namespace

std::string collapse(std::string_view text) {
  std::string result;
  bool space = false;
  for (const char c : text) {
    if (is_space(c)) {
      space = !result.empty();
      continue;
    }
    if (space) result += ' ';
    space = false;
    result += c;
  }
  return result;
}

std::vector<std::string> doc_paragraphs(const XmlFile& file, pugi::xml_node node) {
  std::string text;
  append(file, node, 1, text);
  std::vector<std::string> paragraphs;
  std::string current;
  // Lines, not the whole text: an empty line parts two paragraphs.
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = collapse(std::string_view(text).substr(at, end - at));
    at = end + 1;
    if (!line.empty()) {
      current += (current.empty() ? "" : " ") + line;
    } else if (!current.empty()) {
      paragraphs.push_back(std::move(current));
      current.clear();
    }
  }
  if (!current.empty()) paragraphs.push_back(std::move(current));
  return paragraphs;
}

std::string doc_line(const XmlFile& file, pugi::xml_node node) {
  std::string result;
  for (const std::string& paragraph : doc_paragraphs(file, node)) {
    result += (result.empty() ? "" : " ") + paragraph;
  }
  return result;
}

}  // namespace sel4::codegen
