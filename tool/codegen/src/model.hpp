// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "input_error.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sel4::codegen {

/// A value of the kernel's configuration.
using ConfigValue = std::variant<bool, std::uint64_t, std::string>;

struct ConfigEntry {
  /// The original name, without "CONFIG_".
  std::string key;
  ConfigValue value;
  Place place;
};

/// The kernel's and libsel4's configuration together, in the order of the files.
class Config {
 public:
  /// Adds an entry; entries of equal key and value are merged. Throws InputError if the values
  /// differ.
  void add(ConfigEntry entry);

  [[nodiscard]] const std::vector<ConfigEntry>& entries() const noexcept { return entries_; }
  [[nodiscard]] const ConfigEntry* find(std::string_view key) const;

  /// Whether the C preprocessor would find the key defined: a true boolean, or any other value. An
  /// unknown key is not defined.
  [[nodiscard]] bool defined(std::string_view key) const;

 private:
  std::vector<ConfigEntry> entries_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// A condition on the configuration, both evaluated and as text for people ("CONFIG_A and not
/// CONFIG_B"; empty if there is none).
struct Condition {
  bool holds = true;
  std::string text;
};

struct Syscall {
  std::string name;
  std::string function;
  std::int64_t number = 0;
  bool enabled = false;
  std::string condition;
};

/// How a parameter travels.
enum class TypeKind { integer, boolean, capability, bitfield, structure };

struct Type {
  TypeKind kind = TypeKind::integer;
  /// As it is written in a generated declaration.
  std::string cpp;
  /// How many bits it takes in a message; 0 for a structure, whose size the C type says.
  std::size_t bits = 0;
  /// How many members the interface files give a structure; the C type may have fewer.
  std::size_t members = 0;
};

struct Parameter {
  std::string name;
  /// Name and type as the interface files have them.
  std::string c_name;
  std::string c_type;
  Type type;
  std::string description;
  Place place;
};

struct MethodError {
  /// The enumerator of sel4::Error, and libsel4's.
  std::string name;
  std::string c_name;
  std::string description;
};

struct Method {
  std::string interface;
  /// The name of the C stub, for comments: "seL4_TCB_Resume".
  std::string c_name;
  std::string function;
  /// The method's id in the interface files and the label's enumerator made from it.
  std::string id;
  std::string label;
  Condition condition;
  std::string brief;
  /// Paragraphs.
  std::vector<std::string> description;
  std::string service;
  std::string returns;
  std::vector<Parameter> inputs;
  std::vector<Parameter> outputs;
  std::vector<MethodError> errors;
  Place place;
};

struct Interface {
  /// In snake case, without prefix; also the name of the generated header.
  std::string name;
  std::string c_name;
  std::vector<Method> methods;
};

struct Label {
  std::string id;
  std::string name;
  std::size_t number = 0;
};

/// All invocations, in order of the files.
struct Api {
  std::vector<Interface> interfaces;
  std::vector<Label> labels;
};

struct Field {
  std::string name;
  /// The C++ name.
  std::string member;
  std::size_t offset = 0;
  std::size_t width = 0;
  /// Stores the high bits of an address: see Block.
  bool high = false;
  /// Whether it is a tag of the union that the block belongs to, and then its value there.
  bool tag = false;
  std::uint64_t tag_value = 0;
  Place place;
};

/// A block of bitfields. `high` fields hold an address without its low bits.
struct Block {
  std::string name;
  std::string cpp;
  std::size_t word_bits = 0;
  /// How many bits of an address count, and whether the others repeat the highest of them.
  std::size_t address_bits = 0;
  bool sign_extend = false;
  std::size_t words = 0;
  /// As they are declared, or in the order that the block's parameter list gives.
  std::vector<Field> fields;
  /// Whether a tagged union has it as a member.
  bool member = false;
  Place place;
};

struct TaggedUnion {
  std::string name;
  std::string cpp;
  std::vector<std::string> tag_fields;
  /// Indices into Bitfields::blocks.
  std::vector<std::size_t> members;
  Place place;
};

struct Bitfields {
  std::vector<Block> blocks;
  std::vector<TaggedUnion> unions;
};

}  // namespace sel4::codegen
