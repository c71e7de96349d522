// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "condition.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

namespace {

constexpr int max_condition_depth = 16;

class ConditionReader {
 public:
  ConditionReader(const XmlFile& file, const Config& config) : file_(file), config_(config) {}

  [[nodiscard]] Condition read(pugi::xml_node node, int depth) const {
    if (depth > max_condition_depth) {
      fail(file_.place(node),
           fmt::format("conditions nested more than {} deep", max_condition_depth),
           "write it flatter");
    }
    const std::string_view name = node.name();
    if (name == "config") return read_variable(node);
    if (name != "not" && name != "and" && name != "or") {
      fail(file_.place(node), "no condition has this element", "use config, not, and, or");
    }
    file_.check_attributes(node, {});
    const std::vector<pugi::xml_node> parts = operands(node);
    if (name == "not") {
      if (parts.size() != 1) {
        fail(file_.place(node), fmt::format("negates {} conditions", parts.size()),
             "put exactly one into it");
      }
      const Condition part = read(parts.front(), depth + 1);
      const bool compound = part.text.find(' ') != std::string::npos;
      return {!part.holds, compound ? "not (" + part.text + ")" : "not " + part.text};
    }
    if (parts.empty()) fail(file_.place(node), "has no conditions to join", "put some into it");
    const bool all = name == "and";
    Condition result{all, {}};
    for (const pugi::xml_node child : parts) {
      const Condition part = read(child, depth + 1);
      result.holds = all ? result.holds && part.holds : result.holds || part.holds;
      if (!result.text.empty()) result.text += fmt::format(" {} ", name);
      const std::string_view kind = child.name();
      const bool mixed = (kind == "and" || kind == "or") && kind != name;
      result.text += mixed ? "(" + part.text + ")" : part.text;
    }
    return result;
  }

  [[nodiscard]] std::vector<pugi::xml_node> operands(pugi::xml_node node) const {
    file_.check_no_text(node);
    std::vector<pugi::xml_node> result;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_element) result.push_back(child);
    }
    return result;
  }

 private:
  [[nodiscard]] Condition read_variable(pugi::xml_node node) const {
    file_.check_attributes(node, {"var"});
    file_.check_empty(node);
    const std::string variable = file_.identifier(node, "var");
    constexpr std::string_view prefix = "CONFIG_";
    std::string_view key = variable;
    if (key.starts_with(prefix)) key.remove_prefix(prefix.size());
    return {config_.defined(key), variable};
  }

  const XmlFile& file_;
  const Config& config_;
};

}  // namespace

Condition read_condition(const XmlFile& file, pugi::xml_node node, const Config& config) {
  Condition result;
  bool seen = false;
  for (const pugi::xml_node child : node.children("condition")) {
    if (seen) fail(file.place(child), "a second condition", "join the two with <and>");
    seen = true;
    file.check_attributes(child, {});
    const ConditionReader reader(file, config);
    const std::vector<pugi::xml_node> parts = reader.operands(child);
    if (parts.size() > 1) {
      fail(file.place(child), "holds more than one condition", "join them with <and> or <or>");
    }
    if (!parts.empty()) result = reader.read(parts.front(), 1);
  }
  return result;
}

}  // namespace sel4::codegen
