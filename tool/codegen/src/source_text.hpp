// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

/// The text of one input file and the two names it goes by.
struct SourceText {
  /// As found, for messages.
  std::string path;
  /// Relative to its include directory, for generated comments.
  std::string name;
  std::string text;

  /// The line, counted from 1, that byte `offset` is on.
  [[nodiscard]] std::size_t line_of(std::size_t offset) const noexcept;
};

/// Finds lines in a text, quickly enough for every element of a file.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// The line, counted from 1, that byte `offset` is on.
  [[nodiscard]] std::size_t line_of(std::size_t offset) const noexcept;

 private:
  std::vector<std::size_t> ends_;
};

/// No input of libsel4 comes near this; more is not an interface description.
inline constexpr std::size_t max_source_size = std::size_t{8} << 20;

/// Rejects what no reader here wants to see: texts over max_source_size, control characters and
/// bytes that are not UTF-8. Throws InputError.
void check_text(const SourceText& source);

/// Reads the file at `path` and checks it as check_text does. Throws InputError.
[[nodiscard]] SourceText read_source(const std::string& path, const std::string& name);

}  // namespace sel4::codegen
