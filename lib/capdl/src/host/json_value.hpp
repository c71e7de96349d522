// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// Strict reading of JSON with places in errors.
namespace sel4::capdl::detail {

using Json = nlohmann::json;

/// Leaves the reader from wherever it is; read_json() turns it into a value.
struct BadInput {
  Error error;
};

/// Parses a document in which no object has a key twice and nothing is nested deeper than it has to
/// be. Throws BadInput with line and column.
[[nodiscard]] Json parse_strictly(const std::string& name, std::string_view text);

/// A value and the way to it, which is written out only for errors. Children refer to their
/// parents, which must outlive them.
class Value {
 public:
  Value(const std::string& document, const Json& json) : document_(document), json_(json) {}

  [[nodiscard]] const Json& json() const { return json_; }
  [[noreturn]] void bad(const std::string& what, const std::string& mend = {}) const;

  /// Checks that this is an object with none but these keys.
  void keys(std::initializer_list<std::string_view> allowed) const;
  /// A member that must be there.
  [[nodiscard]] Value operator[](const char* key) const;
  /// Whether there is a member, and it is not null.
  [[nodiscard]] bool has(const char* key) const;

  /// Calls `f(element)` for the elements of an array.
  template <class F>
  void each(F&& f) const {
    if (!json_.is_array()) bad("this is no array");
    std::size_t index = 0;
    for (const Json& element : json_) f(Value{*this, {}, index++, element});
  }

  /// An integer from 0 to the largest T.
  template <class T>
  [[nodiscard]] T number() const {
    return static_cast<T>(integer(std::numeric_limits<T>::max()));
  }
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] const std::string& string() const;

  /// The kind of an externally tagged value: {"Kind": ...} or "Kind".
  [[nodiscard]] std::string_view kind() const;
  /// What a tagged value holds; an error if it is a bare string.
  [[nodiscard]] Value payload() const;
  /// An error unless a tagged value is a bare string.
  void no_payload() const;

 private:
  Value(const Value& parent, std::string_view key, std::size_t index, const Json& json)
      : document_(parent.document_), json_(json), parent_(&parent), key_(key), index_(index) {}

  [[nodiscard]] std::uint64_t integer(std::uint64_t most) const;
  [[nodiscard]] std::string path() const;

  const std::string& document_;
  const Json& json_;
  const Value* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
};

}  // namespace sel4::capdl::detail
