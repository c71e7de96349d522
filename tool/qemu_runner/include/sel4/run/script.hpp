// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <regex.h>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::run {

/// An extended regular expression, as of grep -E.
class Regex {
 public:
  /// The error says what is wrong with the expression.
  [[nodiscard]] static std::expected<Regex, std::string> compile(const std::string& expression);

  /// Whether some part of `line` matches.
  [[nodiscard]] bool is_in(const std::string& line) const;
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  struct Free {
    void operator()(::regex_t* regex) const noexcept;
  };

  std::string text_;
  std::unique_ptr<::regex_t, Free> compiled_;
};

/// The bytes that `text` stands for: \n \r \t \0 \\ and \xNN are understood.
[[nodiscard]] std::expected<std::string, std::string> unescape(std::string_view text);

/// Texts that the console must show, in any order, each within one line.
class Expectations {
 public:
  [[nodiscard]] std::expected<void, std::string> add(const std::string& expression);
  void observe(const std::string& line);

  /// The first expression that has not matched.
  [[nodiscard]] std::optional<std::string> missing() const;

 private:
  struct Item {
    Regex expression;
    bool seen;
  };
  std::vector<Item> items_;
};

/// Input for the guest: each text is sent when its expression matches a line of the console (also
/// one without an end yet, such as a prompt) that came after the previous text was sent.
class InputScript {
 public:
  /// `text` as for unescape(). An empty `after` sends at once when its turn comes.
  [[nodiscard]] std::expected<void, std::string> add(std::string_view text,
                                                     const std::string& after);

  /// Looks at a line (complete or not) and returns what to send now, if anything. The same text is
  /// never sent twice.
  [[nodiscard]] std::string observe(const std::string& line);

  [[nodiscard]] bool empty() const noexcept { return steps_.empty(); }
  /// The expression that the script still waits for.
  [[nodiscard]] std::optional<std::string> waiting_for() const;

 private:
  struct Step {
    std::string text;
    Regex after;
  };
  std::vector<Step> steps_;
  std::size_t next_ = 0;
};

}  // namespace sel4::run
