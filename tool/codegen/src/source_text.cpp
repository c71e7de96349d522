// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "source_text.hpp"

#include "input_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

namespace sel4::codegen {

namespace {

/// The length of the UTF-8 sequence at `text[at]`, or 0 if there is none.
std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xc2 && lead < 0xe0   ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies past the last code point.
  if ((lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xed && byte(1) >= 0xa0)) return 0;
  if ((lead == 0xf0 && byte(1) < 0x90) || (lead == 0xf4 && byte(1) >= 0x90)) return 0;
  return length;
}

}  // namespace

std::size_t SourceText::line_of(std::size_t offset) const noexcept {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

LineIndex::LineIndex(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    ends_.push_back(at);
  }
}

std::size_t LineIndex::line_of(std::size_t offset) const noexcept {
  const auto end = std::lower_bound(ends_.begin(), ends_.end(), offset);
  return 1 + static_cast<std::size_t>(end - ends_.begin());
}

void check_text(const SourceText& source) {
  if (source.text.size() > max_source_size) {
    fail({source.path, 0, {}}, fmt::format("larger than {} bytes", max_source_size),
         "give the file that the kernel's build installed");
  }
  const std::string_view text = source.text;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool control =
        (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f;
    const std::size_t length = utf8_length(text, at);
    if (control || length == 0) {
      fail({source.path, source.line_of(at), {}}, fmt::format("byte 0x{:02x} is not text", byte),
           "the file must be UTF-8 without control characters");
    }
    at += length;
  }
}

SourceText read_source(const std::string& path, const std::string& name) {
  const Place place{path, 0, {}};
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) fail(place, "cannot be read: " + error.message(), "check the file");
  if (size > max_source_size) {
    fail(place, fmt::format("larger than {} bytes", max_source_size),
         "give the file that the kernel's build installed");
  }
  std::ifstream file(path, std::ios::binary);
  SourceText source{path, name, std::string(size, '\0')};
  file.read(source.text.data(), static_cast<std::streamsize>(size));
  if (!file || static_cast<std::uintmax_t>(file.gcount()) != size) {
    fail(place, "cannot be read", "check the file");
  }
  check_text(source);
  return source;
}

}  // namespace sel4::codegen
