// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/diagnostic.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

// What is shown of a line that is longer than a terminal.
constexpr std::size_t shown_before = 60;
constexpr std::size_t shown_after = 80;

bool continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !continuation(c); }));
}

}  // namespace

Source::Source(std::string name, std::string_view text) : name_(std::move(name)), text_(text) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Source::Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  const std::size_t start = line_starts_[line - 1];
  return {line, characters(text_.substr(start, offset - start)) + 1};
}

std::string Source::place(Span span) const {
  const Position at = position(span.offset);
  return fmt::format("{}:{}:{}", name_, at.line, at.column);
}

std::string Source::excerpt(Span span) const {
  const Position at = position(span.offset);
  const std::size_t line_start = line_starts_[at.line - 1];
  std::size_t line_end = std::min(text_.find('\n', line_start), text_.size());
  if (line_end > line_start && text_[line_end - 1] == '\r') --line_end;
  // What lies in the line's end is marked behind its last character.
  const std::size_t offset = std::min<std::size_t>(span.offset, line_end);
  std::size_t from = line_start;
  if (offset - line_start > shown_before) from = offset - shown_before;
  while (from > line_start && continuation(text_[from])) --from;
  std::size_t to = std::min(line_end, offset + shown_after);
  while (to < line_end && continuation(text_[to])) ++to;

  std::string shown(from > line_start ? "..." : "");
  std::string mark(shown.size(), ' ');
  for (std::size_t i = from; i < to; ++i) {
    const char c = text_[i];
    const bool control = (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    shown += control ? '?' : c;
    // Tabs stay tabs, so that the mark stands below what it marks.
    if (i < offset && !continuation(c)) mark += c == '\t' ? '\t' : ' ';
  }
  if (to < line_end) shown += "...";
  const std::size_t end = std::clamp(offset + std::max<std::size_t>(span.length, 1), offset, to);
  const std::size_t width = end > offset ? characters(text_.substr(offset, end - offset)) : 1;
  const std::string number = std::to_string(at.line);
  const std::string margin(number.size(), ' ');
  return fmt::format(" {} | {}\n {} | {}^{}\n", number, shown, margin, mark,
                     std::string(width > 0 ? width - 1 : 0, '~'));
}

std::string Diagnostic::text() const {
  std::string line = severity == Severity::error ? "error: " : "warning: ";
  if (!place.empty()) line += place + ": ";
  line += what;
  if (!mend.empty()) line += "; " + mend;
  return line + "\n" + excerpt;
}

void Diagnostics::add(Diagnostic diagnostic) {
  const bool error = diagnostic.severity == Severity::error;
  std::size_t& count = error ? error_count_ : warning_count_;
  ++count;
  if (count <= most_kept) all_.push_back(std::move(diagnostic));
}

void Diagnostics::add(Severity severity, const Source& source, Span span, std::string what,
                      std::string mend, const std::vector<Note>& notes) {
  std::string excerpt = source.excerpt(span);
  for (const Note& note : notes) {
    excerpt +=
        fmt::format("  {}: {}\n{}", source.place(note.span), note.text, source.excerpt(note.span));
  }
  add({severity, source.place(span), std::move(what), std::move(mend), std::move(excerpt)});
}

void Diagnostics::error(const Source& source, Span span, std::string what, std::string mend,
                        const std::vector<Note>& notes) {
  add(Severity::error, source, span, std::move(what), std::move(mend), notes);
}

void Diagnostics::warning(const Source& source, Span span, std::string what, std::string mend,
                          const std::vector<Note>& notes) {
  add(Severity::warning, source, span, std::move(what), std::move(mend), notes);
}

void Diagnostics::error(std::string place, std::string what, std::string mend) {
  add({Severity::error, std::move(place), std::move(what), std::move(mend), {}});
}

void Diagnostics::warning(std::string place, std::string what, std::string mend) {
  add({Severity::warning, std::move(place), std::move(what), std::move(mend), {}});
}

std::string Diagnostics::text() const {
  std::string text;
  for (const Severity severity : {Severity::warning, Severity::error}) {
    for (const Diagnostic& diagnostic : all_) {
      if (diagnostic.severity == severity) text += diagnostic.text();
    }
    const std::size_t count = severity == Severity::error ? error_count_ : warning_count_;
    if (count > most_kept) {
      text += fmt::format("{} more {}s\n", count - most_kept,
                          severity == Severity::error ? "error" : "warning");
    }
  }
  return text;
}

}  // namespace sel4::mk
