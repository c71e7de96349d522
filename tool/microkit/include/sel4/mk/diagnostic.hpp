// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::mk {

/// A piece of a source file: where a message points.
struct Span {
  /// In bytes from the file's start.
  std::uint32_t offset = 0;
  /// In bytes; 0 points at one character.
  std::uint32_t length = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// A text file that messages point into. The text must outlive it.
class Source {
 public:
  /// Line and column for people: from 1, columns in characters of UTF-8.
  struct Position {
    std::size_t line;
    std::size_t column;
  };

  Source(std::string name, std::string_view text);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Position position(std::size_t offset) const;
  /// "file:line:column".
  [[nodiscard]] std::string place(Span span) const;
  /// The line of `span` with its number and a second line that marks the span; long lines are cut
  /// to what is around it, control characters replaced.
  [[nodiscard]] std::string excerpt(Span span) const;

 private:
  std::string name_;
  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
};

enum class Severity : std::uint8_t { error, warning };

/// A message to the user.
struct Diagnostic {
  Severity severity = Severity::error;
  /// The object: "file:line:column", or a file and a place in it.
  std::string place;
  std::string what;
  /// What to do about it; may be empty.
  std::string mend;
  /// Lines of source with a mark, and more places concerned; may be empty.
  std::string excerpt;

  /// "error: <place>: <what>; <mend>" and the excerpt below.
  [[nodiscard]] std::string text() const;
};

/// Another place that a message is about.
struct Note {
  Span span;
  std::string text;
};

/// Collects messages. Only so many errors are kept, as one mistake can cause thousands.
class Diagnostics {
 public:
  static constexpr std::size_t most_kept = 20;

  void error(const Source& source, Span span, std::string what, std::string mend = {},
             const std::vector<Note>& notes = {});
  void warning(const Source& source, Span span, std::string what, std::string mend = {},
               const std::vector<Note>& notes = {});
  /// For what is in no source file.
  void error(std::string place, std::string what, std::string mend = {});
  void warning(std::string place, std::string what, std::string mend = {});

  [[nodiscard]] std::size_t error_count() const { return error_count_; }
  [[nodiscard]] bool ok() const { return error_count_ == 0; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  /// All messages as they are printed, errors last, so that they are what is read first on a
  /// screen.
  [[nodiscard]] std::string text() const;

 private:
  void add(Diagnostic diagnostic);
  void add(Severity severity, const Source& source, Span span, std::string what, std::string mend,
           const std::vector<Note>& notes);

  std::vector<Diagnostic> all_;
  std::size_t error_count_ = 0;
  std::size_t warning_count_ = 0;
};

}  // namespace sel4::mk
