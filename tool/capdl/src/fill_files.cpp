// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "fill_files.hpp"

#include <sel4/image/file.hpp>

#include <filesystem>

namespace sel4::capdl {

namespace {

constexpr std::size_t file_limit = std::size_t{1} << 31;

}  // namespace

Outcome<const FillFiles::Opened*> FillFiles::open(const std::string& where,
                                                  const std::string& name) {
  if (const auto known = opened_.find(name); known != opened_.end()) return &known->second;
  std::string tried;
  for (const std::string& folder : folders_) {
    const std::string path = (std::filesystem::path(folder) / name).string();
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
      tried += (tried.empty() ? "" : ", ") + path;
      continue;
    }
    auto bytes = image::read_file(path, file_limit);
    if (!bytes) return fail(where, path, bytes.error().what, bytes.error().mend);
    return &opened_.emplace(name, Opened{path, std::move(*bytes)}).first->second;
  }
  if (tried.empty()) {
    return fail(where, name, "there is no folder for the files of fills", "give one with -d");
  }
  return fail(where, name, "there is no such file", "looked for " + tried);
}

Outcome<std::vector<std::byte>> FillFiles::read(const std::string& where, const fill::File& file,
                                                std::uint64_t size) {
  const Opened* const opened = SEL4_CAPDL_TRY(open(where, file.file));
  if (file.file_offset > opened->bytes.size() || size > opened->bytes.size() - file.file_offset) {
    return fail(where, opened->path,
                "the file has " + std::to_string(opened->bytes.size()) + " bytes, but " +
                    std::to_string(size) + " from " + std::to_string(file.file_offset) +
                    " on are needed",
                "give the file that the specification was made for");
  }
  const auto start = opened->bytes.begin() + static_cast<std::ptrdiff_t>(file.file_offset);
  return std::vector<std::byte>(start, start + static_cast<std::ptrdiff_t>(size));
}

}  // namespace sel4::capdl
