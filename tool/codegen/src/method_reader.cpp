// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "method_reader.hpp"

#include "condition.hpp"
#include "doc_text.hpp"
#include "marshal.hpp"
#include "names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

namespace sel4::codegen {

namespace {

// What generated functions call their own things.
constexpr std::array<std::string_view, 7> reserved{"ipc",   "service", "reply",   "ipc_buffer",
                                                   "error", "sent",    "received"};

class MethodReader {
 public:
  MethodReader(const XmlFile& file, pugi::xml_node node, const TypeTable& types)
      : file_(file), node_(node), types_(types) {}

  Method read(std::string_view service_description, const Interface& interface,
              const Config& config) {
    file_.check_attributes(node_, {"name", "id"}, {"manual_name", "manual_label"});
    file_.check_no_text(node_);
    const std::string name = file_.identifier(node_, "name");
    method_.interface = interface.name;
    method_.c_name = interface.c_name + "_" + name;
    method_.function = interface.name + "_" + snake_case(name);
    method_.id = file_.identifier(node_, "id");
    method_.label = variable_name(method_.id);
    method_.condition = read_condition(file_, node_, config);
    method_.service = collapse(service_description);
    method_.place = file_.place(node_);
    for (const pugi::xml_node child : node_.children()) {
      if (child.type() == pugi::node_element) read_child(child);
    }
    check_message(method_.inputs);
    check_message(method_.outputs);
    const auto caps =
        std::count_if(method_.inputs.begin(), method_.inputs.end(),
                      [](const Parameter& p) { return p.type.kind == TypeKind::capability; });
    if (static_cast<std::size_t>(caps) > max_message_caps) {
      fail(method_.place,
           fmt::format("passes {} capabilities, a message carries {}", caps, max_message_caps),
           "pass fewer");
    }
    return std::move(method_);
  }

 private:
  void read_child(pugi::xml_node child) {
    const std::string_view kind = child.name();
    if (kind == "condition") return;
    if (kind == "brief") {
      file_.check_attributes(child, {});
      once(child, method_.brief.empty());
      method_.brief = doc_line(file_, child);
    } else if (kind == "description") {
      file_.check_attributes(child, {});
      once(child, method_.description.empty());
      method_.description = doc_paragraphs(file_, child);
    } else if (kind == "return") {
      file_.check_attributes(child, {});
      once(child, method_.returns.empty());
      method_.returns = doc_line(file_, child);
    } else if (kind == "cap_param") {
      file_.check_attributes(child, {}, {"append_description"});
      method_.service += ' ' + collapse(child.attribute("append_description").value());
      method_.service = collapse(method_.service);
    } else if (kind == "param") {
      read_parameter(child);
    } else if (kind == "error") {
      read_error(child);
    } else {
      file_.unexpected(child);
    }
  }

  void once(pugi::xml_node child, bool first) const {
    if (!first) fail(file_.place(child), "is there twice", "join the two");
  }

  /// The attribute `description`, or the child of that name.
  [[nodiscard]] std::string description(pugi::xml_node node) const {
    file_.check_no_text(node);
    std::string text = collapse(node.attribute("description").value());
    bool seen = !text.empty();
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      if (std::string_view(child.name()) != "description") file_.unexpected(child);
      file_.check_attributes(child, {});
      if (seen) fail(file_.place(child), "a second description", "join the two");
      seen = true;
      text = doc_line(file_, child);
    }
    return text;
  }

  void read_parameter(pugi::xml_node node) {
    file_.check_attributes(node, {"name", "type", "dir"}, {"description"});
    Parameter parameter;
    parameter.place = file_.place(node);
    parameter.c_name = file_.identifier(node, "name");
    parameter.name = variable_name(parameter.c_name);
    if (parameter.name.empty()) fail(parameter.place, "nothing is left of its name", "rename it");
    if (std::find(reserved.begin(), reserved.end(), parameter.name) != reserved.end()) {
      parameter.name += '_';
    }
    parameter.description = description(node);
    const std::string type_name = file_.identifier(node, "type");
    parameter.c_type = type_name;
    const std::optional<Type> type = types_.find(type_name);
    if (!type) {
      fail(parameter.place, fmt::format("unknown type '{}'", type_name),
           "use a type of libsel4, or add it to the generator's type table");
    }
    parameter.type = *type;
    const std::string_view direction = node.attribute("dir").value();
    if (direction != "in" && direction != "out") {
      fail(parameter.place, "its direction is neither 'in' nor 'out'", "choose one");
    }
    const bool out = direction == "out";
    if (out && type->kind == TypeKind::capability) {
      fail(parameter.place, "the kernel does not answer with capabilities",
           "let the caller name the slot to put it in");
    }
    std::vector<Parameter>& list = out ? method_.outputs : method_.inputs;
    for (const Parameter& old : list) {
      if (old.name == parameter.name) {
        fail(parameter.place, fmt::format("a second parameter '{}'", parameter.name),
             "rename one of the two");
      }
    }
    list.push_back(std::move(parameter));
  }

  void read_error(pugi::xml_node node) {
    file_.check_attributes(node, {"name"}, {"description"});
    const std::string name = file_.identifier(node, "name");
    const auto enumerator = error_enumerator(name);
    if (!enumerator) {
      fail(file_.place(node), "the kernel has no such error",
           "use an error of libsel4, or add it to the generator's table and to sel4::Error");
    }
    for (const MethodError& old : method_.errors) {
      if (old.name == *enumerator) fail(file_.place(node), "is there twice", "join the two");
    }
    method_.errors.push_back({std::string(*enumerator), name, description(node)});
  }

  void check_message(const std::vector<Parameter>& parameters) const {
    bool structure = false;
    for (const Parameter& parameter : parameters) {
      if (parameter.type.kind == TypeKind::capability) continue;
      if (structure) {
        fail(parameter.place, "comes after a structure",
             "a structure must be the last of a message");
      }
      structure = parameter.type.kind == TypeKind::structure;
    }
    const Message message = pack(parameters, types_.word_bits());
    const std::size_t words =
        message.words + (message.structure != nullptr ? message.structure->type.members : 0);
    if (words > max_message_words) {
      fail(method_.place,
           fmt::format("needs {} message words, there are {}", words, max_message_words),
           "pass less");
    }
  }

  const XmlFile& file_;
  pugi::xml_node node_;
  const TypeTable& types_;
  Method method_;
};

}  // namespace

Method read_method(const XmlFile& file, pugi::xml_node node, std::string_view service_description,
                   const Interface& interface, const TypeTable& types, const Config& config) {
  return MethodReader(file, node, types).read(service_description, interface, config);
}

}  // namespace sel4::codegen
