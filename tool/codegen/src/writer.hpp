// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

/// The widest line of a generated header.
inline constexpr std::size_t max_columns = 100;

/// The text of a header under construction, with the layout rules of this repository.
class Writer {
 public:
  /// Starts a header: licence, where it comes from, `#pragma once`, and the includes, which are
  /// written in groups parted by empty names.
  Writer(const std::vector<std::string>& sources, const std::vector<std::string>& includes);

  /// One line as it is.
  Writer& line(std::string_view text = {});

  /// A documentation comment, its words wrapped. A line break in `text` starts a new line.
  Writer& doc(std::string_view text, std::size_t indent = 0);

  /// `- text` in a documentation comment.
  Writer& doc_item(std::string_view text, std::size_t indent = 0);

  /// `head(arg, arg)tail`, wrapped behind the bracket if it does not fit. The bracket is the last
  /// character of `head`.
  Writer& list(std::string_view head, const std::vector<std::string>& items, std::string_view tail,
               std::size_t indent = 0);

  /// `head{.a = x, .b = y}tail`, with one item to a line if it does not fit on one. The brace is
  /// the last character of `head`. Items that do not fit either are broken before their ` | `.
  Writer& fields(std::string_view head, const std::vector<std::string>& items,
                 std::string_view tail, std::size_t indent = 0);

  /// A function: on one line if `body` has one line and there is room.
  Writer& function(std::string_view head, const std::vector<std::string>& body,
                   std::size_t indent = 0);

  /// The header.
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void wrap(std::string_view text, std::string_view first, std::string_view next);

  std::string text_;
};

/// `text` as a C++ string literal.
[[nodiscard]] std::string quote(std::string_view text);

}  // namespace sel4::codegen
