// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/diagnostic.hpp>
#include <sel4/mk/target.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The command `microkit`.
namespace sel4::mk {

enum class ImageType : std::uint8_t { binary, elf, uimage };

struct Options {
  std::string system;
  std::string output = "loader.img";
  std::string report = "report.txt";
  std::string board;
  std::string config;
  std::vector<std::string> search_paths;
  std::optional<ImageType> image_type;
  std::string capdl_json;
  std::string override_kernel;
  std::string viper_output;
  /// Ours: the official tool does not have these.
  std::string memory_map;
  std::string diagram;
  std::string sel4_prefix;
  std::string loader;
  std::string initializer;
  std::string monitor;
  std::string dtb;
};

/// The files of a board.
struct Board {
  std::string name;
  TargetFiles target;
  std::string kernel;
  std::string loader;
  std::string initializer;
  std::string monitor;
  std::string dtb;
  bool benchmark = false;
};

/// Finds the board's files: of an SDK (MICROKIT_SDK, or where the command is), or of a seL4 prefix.
/// `executable`: the command's own path.
[[nodiscard]] std::optional<Board> find_board(const Options& options, const std::string& executable,
                                              Diagnostics& diagnostics);

/// Does what the options say; messages of success go to `out`.
void run(const Options& options, const std::string& executable, std::string& out,
         Diagnostics& diagnostics);

}  // namespace sel4::mk
