// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/symbolize/wire.hpp>

#include <charconv>
#include <fmt/format.h>

namespace sel4::symbolize {
namespace {

std::uint32_t check_of(const std::vector<std::uint64_t>& frames) {
  std::uint32_t hash = 0x811c9dc5;
  for (std::uint64_t frame : frames) {
    for (int i = 0; i < 8; ++i, frame >>= 8) {
      hash = (hash ^ static_cast<std::uint32_t>(frame & 0xff)) * 0x01000193;
    }
  }
  return hash;
}

/// Cuts the next word, up to a space, off `rest`.
std::string_view take_word(std::string_view& rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

/// "N frames, check XXXXXXXX)" against what was read.
std::string compare(std::string_view tail, const std::vector<std::uint64_t>& frames) {
  std::size_t count = 0;
  const char* const end = tail.data() + tail.size();
  const auto number = std::from_chars(tail.data(), end, count);
  constexpr std::string_view between = " frames, check ";
  std::string_view rest(number.ptr, static_cast<std::size_t>(end - number.ptr));
  if (number.ec != std::errc{} || !rest.starts_with(between) || rest.size() < between.size() + 9 ||
      rest[between.size() + 8] != ')') {
    return "its end is damaged";
  }
  const auto check = parse_address(rest.substr(between.size(), 8));
  if (count != frames.size()) {
    return fmt::format("it says {} frames, but {} can be read", count, frames.size());
  }
  if (!check || *check != check_of(frames)) return "its check does not match: a digit is wrong";
  return {};
}

}  // namespace

std::optional<std::uint64_t> parse_address(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value, 16);
  if (text.empty() || result.ec != std::errc{} || result.ptr != end) return std::nullopt;
  return value;
}

std::optional<Backtrace> find_backtrace(std::string_view line) {
  constexpr std::string_view start = "backtrace ";
  while (line.ends_with('\r') || line.ends_with('\n')) line.remove_suffix(1);
  for (std::size_t at = line.find(start); at != line.npos; at = line.find(start, at + 1)) {
    std::string_view rest = line.substr(at + start.size());
    const std::size_t colon = rest.find(": ");
    if (colon == rest.npos || colon == 0) continue;
    Backtrace found{.image = std::string(rest.substr(0, colon)), .frames = {}, .damage = {}};
    rest.remove_prefix(colon + 1);
    // Something that only looks like a backtrace has neither addresses nor an end.
    std::string_view words = rest;
    for (;;) {
      std::string_view before = words;
      const std::string_view word = take_word(words);
      if (word.starts_with('(')) {
        while (before.starts_with(' ')) before.remove_prefix(1);
        found.damage = compare(before.substr(1), found.frames);
        return found;
      }
      const auto address = word.starts_with("0x") ? parse_address(word) : std::nullopt;
      if (!address) {
        if (found.frames.empty()) break;
        found.damage =
            word.empty() ? "its end is missing" : fmt::format("'{}' is not an address", word);
        return found;
      }
      found.frames.push_back(*address);
    }
  }
  return std::nullopt;
}

}  // namespace sel4::symbolize
