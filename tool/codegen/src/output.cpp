// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "output.hpp"

#include "input_error.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace sel4::codegen {

namespace fs = std::filesystem;

namespace {

bool has_text(const fs::path& path, const std::string& text) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) != text.size() || error) {
    return false;
  }
  std::ifstream file(path, std::ios::binary);
  std::string old(text.size(), '\0');
  file.read(old.data(), static_cast<std::streamsize>(old.size()));
  return file && old == text;
}

[[noreturn]] void fail_write(const fs::path& path, const std::string& what) {
  fail({path.string(), 0, {}}, "cannot be written: " + what, "check the output directory");
}

}  // namespace

void write_if_changed(const std::string& path_text, const std::string& text) {
  const fs::path path(path_text);
  if (has_text(path, text)) return;
  std::error_code error;
  if (path.has_parent_path()) {
    fs::create_directories(path.parent_path(), error);
    if (error) fail_write(path, error.message());
  }
  // Two runs at once must not write into one file.
  const fs::path temporary = fmt::format("{}.{}.tmp", path.string(), ::getpid());
  std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) {
    fs::remove(temporary, error);
    fail_write(path, "the file beside it cannot be written");
  }
  fs::rename(temporary, path, error);
  if (error) {
    const std::string what = error.message();
    fs::remove(temporary, error);
    fail_write(path, what);
  }
}

void touch(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    write_if_changed(path, {});
    return;
  }
  fs::last_write_time(path, fs::file_time_type::clock::now(), error);
  if (error) fail_write(path, error.message());
}

void write_outputs(const std::string& directory, const std::vector<Output>& outputs) {
  for (const Output& output : outputs) {
    write_if_changed((fs::path(directory) / output.path).string(), output.text);
  }
}

std::string depfile_rule(const std::string& target, const std::vector<std::string>& inputs) {
  const auto escape = [](const std::string& name) {
    std::string result;
    for (const char c : name) {
      if (c == '$') result += '$';
      if (c == ' ' || c == '#' || c == '\\') result += '\\';
      result += c;
    }
    return result;
  };
  std::string rule = escape(target) + ":";
  for (const std::string& input : inputs) rule += " \\\n  " + escape(input);
  return rule + '\n';
}

}  // namespace sel4::codegen
