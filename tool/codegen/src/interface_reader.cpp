// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "interface_reader.hpp"

#include "condition.hpp"
#include "label_numbering.hpp"
#include "method_reader.hpp"
#include "names.hpp"
#include "type_table.hpp"
#include "xml.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

namespace sel4::codegen {

namespace {

constexpr std::size_t max_methods = 5000;

class InterfaceReader {
 public:
  InterfaceReader(const Config& config, const Bitfields& bitfields, std::size_t word_bits)
      : config_(config), types_(word_bits, bitfields) {}

  Api read(const std::vector<SourceText>& sources) {
    for (const SourceText& source : sources) files_.emplace_back(source);
    // First the names of all types, for any file may use those of another.
    for (const XmlFile& file : files_) read_types(file);
    for (const XmlFile& file : files_) read_api(file);
    return {std::move(interfaces_), labels_.take()};
  }

 private:
  void read_types(const XmlFile& file) {
    const pugi::xml_node root = file.root("api");
    file.check_attributes(root, {}, {"name", "label_prefix"});
    file.check_no_text(root);
    for (const pugi::xml_node node : root.children()) {
      if (node.type() != pugi::node_element) continue;
      const std::string_view kind = node.name();
      if (kind == "struct") {
        read_structure(file, node);
      } else if (kind == "interface") {
        file.check_attributes(node, {"name"}, {"manual_name", "cap_description", "duplicate"});
        types_.add_capability(file.identifier(node, "name"));
      } else {
        file.unexpected(node);
      }
    }
  }

  void read_structure(const XmlFile& file, pugi::xml_node node) {
    file.check_attributes(node, {"name"});
    file.check_no_text(node);
    std::vector<std::string> members;
    for (const pugi::xml_node member : node.children()) {
      if (member.type() != pugi::node_element) continue;
      if (std::string_view(member.name()) != "member") file.unexpected(member);
      file.check_attributes(member, {"name"});
      file.check_empty(member);
      const std::string name = file.identifier(member, "name");
      if (std::find(members.begin(), members.end(), name) != members.end()) {
        fail(file.place(member), "is there twice", "keep one of the two");
      }
      members.push_back(name);
      if (members.size() > max_message_words) {
        fail(file.place(node), fmt::format("more than {} members", max_message_words),
             "they do not fit in a message");
      }
    }
    if (members.empty()) fail(file.place(node), "has no members", "add them");
    if (!types_.add_structure(file.identifier(node, "name"), members.size())) {
      fail(file.place(node), "its name is defined twice", "rename one of the two");
    }
  }

  void read_api(const XmlFile& file) {
    for (const pugi::xml_node node : file.root("api").children("interface")) {
      const std::string c_name = file.identifier(node, "name");
      Interface& interface = find_interface(file, node, c_name);
      file.check_no_text(node);
      for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        if (std::string_view(child.name()) != "method") file.unexpected(child);
        add(file, child, interface,
            read_method(file, child, node.attribute("cap_description").value(), interface, types_,
                        config_));
      }
    }
  }

  Interface& find_interface(const XmlFile& file, pugi::xml_node node, const std::string& c_name) {
    const std::string name = snake_case(strip_sel4(c_name));
    if (name.empty()) fail(file.place(node), "nothing is left of its name", "rename it");
    for (Interface& old : interfaces_) {
      if (old.c_name == c_name) return old;
      if (old.name == name) {
        fail(file.place(node), fmt::format("its C++ name '{}' is that of {} too", name, old.c_name),
             "rename one of the two");
      }
    }
    return interfaces_.emplace_back(Interface{name, c_name, {}});
  }

  void add(const XmlFile& file, pugi::xml_node node, Interface& interface, Method method) {
    if (++methods_ > max_methods) {
      fail(file.place(node), fmt::format("more than {} methods", max_methods),
           "give the file that the kernel's build installed");
    }
    for (const Method& old : interface.methods) {
      if (old.function != method.function) continue;
      if (old.c_name != method.c_name) {
        fail(file.place(node),
             fmt::format("its C++ name '{}' is that of {} too", method.function, old.c_name),
             "rename one of the two");
      }
      if (old.condition.text == method.condition.text ||
          (old.condition.holds && method.condition.holds)) {
        fail(file.place(node), fmt::format("defined twice, before in {}", describe(old.place)),
             "give them conditions of which only one holds");
      }
      if (old.id != method.id) {
        fail(file.place(node),
             fmt::format("its id differs from {}, in {}", old.id, describe(old.place)),
             "methods of one name share their id");
      }
    }
    for (const Interface& other : interfaces_) {
      if (&other == &interface) continue;
      for (const Method& old : other.methods) {
        if (old.function == method.function) {
          fail(file.place(node),
               fmt::format("its C++ name '{}' is that of {} too", method.function, old.c_name),
               "rename one of the two");
        }
      }
    }
    if (method.condition.holds) labels_.add(method);
    interface.methods.push_back(std::move(method));
  }

  const Config& config_;
  TypeTable types_;
  // Not a vector: elements refer to the file's document.
  std::deque<XmlFile> files_;
  std::vector<Interface> interfaces_;
  LabelNumbering labels_;
  std::size_t methods_ = 0;
};

}  // namespace

Api read_interfaces(const std::vector<SourceText>& sources, const Config& config,
                    const Bitfields& bitfields, std::size_t word_bits) {
  return InterfaceReader(config, bitfields, word_bits).read(sources);
}

}  // namespace sel4::codegen
