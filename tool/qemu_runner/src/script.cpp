// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/script.hpp>

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace sel4::run {

void Regex::Free::operator()(::regex_t* regex) const noexcept {
  ::regfree(regex);
  delete regex;
}

std::expected<Regex, std::string> Regex::compile(const std::string& expression) {
  auto compiled = std::make_unique<::regex_t>();
  if (const int error = ::regcomp(compiled.get(), expression.c_str(), REG_EXTENDED | REG_NOSUB)) {
    std::array<char, 256> reason{};
    ::regerror(error, compiled.get(), reason.data(), reason.size());
    return std::unexpected(
        fmt::format("'{}' is not a regular expression: {}", expression, reason.data()));
  }
  Regex result;
  result.text_ = expression;
  result.compiled_.reset(compiled.release());
  return result;
}

bool Regex::is_in(const std::string& line) const {
  return ::regexec(compiled_.get(), line.c_str(), 0, nullptr, 0) == 0;
}

std::expected<std::string, std::string> unescape(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      bytes.push_back(text[i]);
      continue;
    }
    const char kind = ++i < text.size() ? text[i] : '\0';
    switch (kind) {
      case 'n':
        bytes.push_back('\n');
        break;
      case 'r':
        bytes.push_back('\r');
        break;
      case 't':
        bytes.push_back('\t');
        break;
      case '0':
        bytes.push_back('\0');
        break;
      case '\\':
        bytes.push_back('\\');
        break;
      case 'x': {
        unsigned value = 0;
        const std::string_view digits = text.substr(i + 1, 2);
        const char* end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
        if (digits.size() != 2 || error != std::errc{} || stop != end) {
          return std::unexpected(fmt::format("'{}': \\x needs two hexadecimal digits", text));
        }
        bytes.push_back(static_cast<char>(value));
        i += 2;
        break;
      }
      default:
        return std::unexpected(
            fmt::format("'{}': unknown escape; use \\n \\r \\t \\0 \\\\ or \\xNN", text));
    }
  }
  return bytes;
}

std::expected<void, std::string> Expectations::add(const std::string& expression) {
  auto regex = Regex::compile(expression);
  if (!regex) return std::unexpected(regex.error());
  items_.push_back({std::move(*regex), false});
  return {};
}

void Expectations::observe(const std::string& line) {
  for (Item& item : items_) {
    if (!item.seen) item.seen = item.expression.is_in(line);
  }
}

std::optional<std::string> Expectations::missing() const {
  for (const Item& item : items_) {
    if (!item.seen) return item.expression.text();
  }
  return std::nullopt;
}

std::expected<void, std::string> InputScript::add(std::string_view text, const std::string& after) {
  auto bytes = unescape(text);
  if (!bytes) return std::unexpected(bytes.error());
  auto regex = Regex::compile(after);
  if (!regex) return std::unexpected(regex.error());
  steps_.push_back({std::move(*bytes), std::move(*regex)});
  return {};
}

std::string InputScript::observe(const std::string& line) {
  if (next_ == steps_.size() || !steps_[next_].after.is_in(line)) return {};
  return steps_[next_++].text;
}

std::optional<std::string> InputScript::waiting_for() const {
  if (next_ == steps_.size()) return std::nullopt;
  return steps_[next_].after.text();
}

}  // namespace sel4::run
