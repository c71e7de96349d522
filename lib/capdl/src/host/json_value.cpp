// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "json_value.hpp"

#include <algorithm>
#include <vector>

namespace sel4::capdl::detail {

namespace {

// A specification needs about ten.
constexpr std::size_t most_levels = 32;

std::string line_and_column(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - start + 1);
}

/// Builds the document as the library's own builder does, but refuses repeated keys, which that
/// lets the last of win.
class StrictBuilder : public nlohmann::json_sax<Json> {
 public:
  StrictBuilder(const std::string& name, std::string_view text) : name_(name), text_(text) {}

  Json take() { return std::move(root_); }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    if (open_.back()->contains(value)) {
      throw BadInput{{name_, {}, "an object has the key \"" + value + "\" twice", {}}};
    }
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    throw BadInput{
        {name_, line_and_column(text_, position == 0 ? 0 : position - 1), "this is not JSON", {}}};
  }

 private:
  template <class T>
  Json* put(T&& value) {
    if (open_.empty()) {
      root_ = std::forward<T>(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::forward<T>(value));
      return &parent.back();
    }
    return &(parent[key_] = std::forward<T>(value));
  }
  template <class T>
  bool add(T&& value) {
    put(std::forward<T>(value));
    return true;
  }
  bool open(Json value) {
    if (open_.size() == most_levels) {
      throw BadInput{{name_, {}, "values are nested deeper than specifications are", {}}};
    }
    open_.push_back(put(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  const std::string& name_;
  std::string_view text_;
  Json root_;
  // Of an array only the last element is open, so that no address here changes.
  std::vector<Json*> open_;
  std::string key_;
};

}  // namespace

Json parse_strictly(const std::string& name, std::string_view text) {
  StrictBuilder builder{name, text};
  if (!Json::sax_parse(text, &builder)) throw BadInput{{name, {}, "this is not JSON", {}}};
  return builder.take();
}

std::string Value::path() const {
  std::vector<const Value*> way;
  for (const Value* value = this; value->parent_ != nullptr; value = value->parent_) {
    way.push_back(value);
  }
  std::string text = "$";
  for (auto step = way.rbegin(); step != way.rend(); ++step) {
    if ((*step)->key_.empty()) {
      text += "[" + std::to_string((*step)->index_) + "]";
    } else {
      text += "." + std::string((*step)->key_);
    }
  }
  return text;
}

void Value::bad(const std::string& what, const std::string& mend) const {
  throw BadInput{{document_, path(), what, mend}};
}

void Value::keys(std::initializer_list<std::string_view> allowed) const {
  if (!json_.is_object()) bad("this is no object");
  for (const auto& [key, value] : json_.items()) {
    if (std::ranges::find(allowed, std::string_view(key)) == allowed.end()) {
      std::string list;
      for (const std::string_view known : allowed) {
        list += (list.empty() ? "" : ", ") + std::string(known);
      }
      bad("the key \"" + key + "\" is unknown", "known are " + list);
    }
  }
}

Value Value::operator[](const char* key) const {
  if (!json_.is_object()) bad("this is no object");
  const auto found = json_.find(key);
  if (found == json_.end()) bad("the key \"" + std::string(key) + "\" is missing");
  return Value{*this, key, 0, *found};
}

bool Value::has(const char* key) const {
  if (!json_.is_object()) bad("this is no object");
  const auto found = json_.find(key);
  return found != json_.end() && !found->is_null();
}

std::uint64_t Value::integer(std::uint64_t most) const {
  if (!json_.is_number_unsigned()) bad("this is no integer from 0 to " + std::to_string(most));
  const auto value = json_.get<std::uint64_t>();
  if (value > most) {
    bad(std::to_string(value) + " is more than " + std::to_string(most));
  }
  return value;
}

bool Value::boolean() const {
  if (!json_.is_boolean()) bad("this is neither true nor false");
  return json_.get<bool>();
}

const std::string& Value::string() const {
  if (!json_.is_string()) bad("this is no string");
  return json_.get_ref<const std::string&>();
}

std::string_view Value::kind() const {
  if (json_.is_string()) return json_.get_ref<const std::string&>();
  if (!json_.is_object() || json_.size() != 1) {
    bad("this is neither a string nor an object with one key");
  }
  return json_.begin().key();
}

Value Value::payload() const {
  if (json_.is_string()) bad("\"" + json_.get<std::string>() + "\" needs a value");
  return Value{*this, json_.begin().key(), 0, json_.begin().value()};
}

void Value::no_payload() const {
  if (!json_.is_string()) bad("\"" + std::string(kind()) + "\" takes no value");
}

}  // namespace sel4::capdl::detail
