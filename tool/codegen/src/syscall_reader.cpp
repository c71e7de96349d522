// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "syscall_reader.hpp"

#include "condition.hpp"
#include "names.hpp"
#include "xml.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace sel4::codegen {

namespace {

constexpr std::size_t max_syscalls = 1000;

class SyscallReader {
 public:
  SyscallReader(const SourceText& source, const Config& config) : file_(source), config_(config) {}

  std::vector<Syscall> read() {
    const pugi::xml_node root = file_.root("syscalls");
    file_.check_attributes(root, {});
    file_.check_no_text(root);
    for (const pugi::xml_node child : root.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view name = child.name();
      if (name != "api-master" && name != "api-mcs" && name != "debug") file_.unexpected(child);
    }
    const bool mcs = config_.defined("KERNEL_MCS");
    // A number is used up by every entry, enabled or not.
    read_list(only(root, mcs ? "api-mcs" : "api-master"), true);
    read_list(only(root, "debug"), true);
    other_ = mcs ? "not CONFIG_KERNEL_MCS" : "CONFIG_KERNEL_MCS";
    read_list(only(root, mcs ? "api-master" : "api-mcs"), false);
    return std::move(syscalls_);
  }

 private:
  [[nodiscard]] pugi::xml_node only(pugi::xml_node root, const char* name) const {
    const pugi::xml_node node = root.child(name);
    if (!node) {
      fail(file_.place(root), fmt::format("has no <{}>", name),
           "give the file that the kernel's build installed");
    }
    if (const pugi::xml_node second = node.next_sibling(name)) {
      fail(file_.place(second), "is there twice", "keep one of the two");
    }
    return node;
  }

  void read_list(pugi::xml_node list, bool selected) {
    file_.check_attributes(list, {});
    file_.check_no_text(list);
    std::vector<std::string> names;
    for (const pugi::xml_node group : list.children()) {
      if (group.type() != pugi::node_element) continue;
      if (std::string_view(group.name()) != "config") file_.unexpected(group);
      file_.check_attributes(group, {});
      file_.check_no_text(group);
      const Condition condition = read_condition(file_, group, config_);
      for (const pugi::xml_node node : group.children()) {
        if (node.type() != pugi::node_element) continue;
        if (std::string_view(node.name()) == "condition") continue;
        if (std::string_view(node.name()) != "syscall") file_.unexpected(node);
        file_.check_attributes(node, {"name"});
        file_.check_empty(node);
        const std::string name = file_.identifier(node, "name");
        if (std::find(names.begin(), names.end(), name) != names.end()) {
          fail(file_.place(node), "is in this list twice", "keep one of the two");
        }
        names.push_back(name);
        add(node, name, condition, selected);
      }
    }
  }

  void add(pugi::xml_node node, const std::string& name, const Condition& condition,
           bool selected) {
    Syscall call{name, variable_name(name), 0, false, selected ? condition.text : other_};
    if (selected) {
      call.number = next_--;
      call.enabled = condition.holds;
    }
    // The generated header has a function of that name.
    if (call.function == "name") fail(file_.place(node), "its C++ name is reserved", "rename it");
    for (const Syscall& old : syscalls_) {
      if (old.name == name && !selected) return;
      if (old.function == call.function) {
        fail(file_.place(node),
             fmt::format("its C++ name '{}' is that of {} too", call.function, old.name),
             "rename one of the two");
      }
    }
    if (syscalls_.size() >= max_syscalls) {
      fail(file_.place(node), fmt::format("more than {} system calls", max_syscalls),
           "give the file that the kernel's build installed");
    }
    syscalls_.push_back(std::move(call));
  }

  XmlFile file_;
  const Config& config_;
  std::string other_;
  std::int64_t next_ = -1;
  std::vector<Syscall> syscalls_;
};

}  // namespace

std::vector<Syscall> read_syscalls(const SourceText& source, const Config& config) {
  return SyscallReader(source, config).read();
}

}  // namespace sel4::codegen
