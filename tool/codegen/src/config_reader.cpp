// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "config_reader.hpp"

#include "input_error.hpp"

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

namespace sel4::codegen {

namespace {

using Json = nlohmann::json;

constexpr std::size_t max_entries = 10000;

/// Reads the source and keeps count, so that the handler below knows where the parser is.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    if (at_ > *furthest_) *furthest_ = at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char* at_;
  const char** furthest_;
};

class Handler : public nlohmann::json_sax<Json> {
 public:
  Handler(const SourceText& source, Config& config, const char* const& position)
      : source_(source), lines_(source.text), config_(config), position_(position) {}

  bool start_object(std::size_t) override {
    if (depth_++ != 0) bad_value("an object");
    return true;
  }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return bad_value("a list"); }
  bool end_array() override { return true; }

  bool key(std::string& name) override {
    key_ = name;
    if (!seen_.insert(name).second) {
      fail(place(), "the key is there twice", "keep one of the two");
    }
    if (seen_.size() > max_entries) {
      fail(place(), fmt::format("more than {} keys", max_entries),
           "give the file that the kernel's build installed");
    }
    return true;
  }
  bool boolean(bool value) override { return add(value); }
  bool string(std::string& value) override { return add(convert(value)); }
  bool null() override { return bad_value("null"); }
  bool number_integer(number_integer_t) override { return bad_value("a number"); }
  bool number_unsigned(number_unsigned_t) override { return bad_value("a number"); }
  bool number_float(number_float_t, const string_t&) override { return bad_value("a number"); }
  bool binary(binary_t&) override { return bad_value("binary data"); }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    std::string what = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: ...": ours has the place.
    if (const auto at = what.find(": "); at != std::string::npos) what = what.substr(at + 2);
    for (char& c : what) {
      if (c == '\n') c = ' ';
    }
    fail({source_.path, source_.line_of(position == 0 ? 0 : position - 1), {}}, "not JSON: " + what,
         "give the file that the kernel's build installed");
  }

 private:
  [[nodiscard]] Place place() const {
    const auto offset = static_cast<std::size_t>(position_ - source_.text.data());
    return {source_.path, lines_.line_of(offset == 0 ? 0 : offset - 1), key_};
  }

  bool bad_value(std::string_view what) const {
    fail(place(), fmt::format("{} where the file has room for true, false or a string only", what),
         "give the file that the kernel's build installed");
  }

  bool add(ConfigValue value) {
    if (depth_ == 0) bad_value("a bare value");
    config_.add({key_, std::move(value), place()});
    return true;
  }

  [[nodiscard]] ConfigValue convert(const std::string& text) const {
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    const std::string_view digits = std::string_view(text).substr(hex ? 2 : 0);
    const std::string_view allowed = hex ? "0123456789abcdefABCDEF" : "0123456789";
    const bool number = !digits.empty() && digits.find_first_not_of(allowed) == digits.npos &&
                        // 017 is eight or fifteen or seventeen: leave it alone.
                        (hex || digits.size() == 1 || digits.front() != '0');
    if (!number) return text;
    std::uint64_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
      fail(place(), fmt::format("{} does not fit in 64 bits", text), "use a smaller number");
    }
    return value;
  }

  const SourceText& source_;
  LineIndex lines_;
  Config& config_;
  const char* const& position_;
  std::string key_;
  std::set<std::string> seen_;
  int depth_ = 0;
};

}  // namespace

void Config::add(ConfigEntry entry) {
  if (const ConfigEntry* old = find(entry.key)) {
    if (old->value != entry.value) {
      fail(entry.place, fmt::format("differs from {}", describe(old->place)),
           "the two files must come from one build of the kernel");
    }
    return;
  }
  index_.emplace(entry.key, entries_.size());
  entries_.push_back(std::move(entry));
}

const ConfigEntry* Config::find(std::string_view key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? nullptr : &entries_[found->second];
}

bool Config::defined(std::string_view key) const {
  const ConfigEntry* entry = find(key);
  if (entry == nullptr) return false;
  const bool* flag = std::get_if<bool>(&entry->value);
  return flag == nullptr || *flag;
}

void read_config(const SourceText& source, Config& config) {
  const char* begin = source.text.data();
  const char* position = begin;
  Handler handler(source, config, position);
  Json::sax_parse(CountingIterator(begin, &position),
                  CountingIterator(begin + source.text.size(), &position), &handler);
}

}  // namespace sel4::codegen
