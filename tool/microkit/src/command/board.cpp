// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/command.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sel4::mk {

namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

std::vector<std::string> folders_in(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    if (is_folder(entry->path())) names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Programs given by options replace those that come with the board.
void apply_options(const Options& options, Board& board) {
  if (!options.override_kernel.empty()) board.kernel = options.override_kernel;
  if (!options.loader.empty()) board.loader = options.loader;
  if (!options.initializer.empty()) board.initializer = options.initializer;
  if (!options.monitor.empty()) board.monitor = options.monitor;
  if (!options.dtb.empty()) board.dtb = options.dtb;
}

std::optional<Board> prefix_board(const Options& options, const fs::path& prefix,
                                  Diagnostics& diagnostics) {
  if (!is_folder(prefix)) {
    diagnostics.error(prefix.string(), "there is no such folder",
                      "give --sel4-prefix the folder that seL4 was installed to");
    return std::nullopt;
  }
  Board board;
  board.name =
      options.board.empty() ? prefix.lexically_normal().filename().string() : options.board;
  if (board.name.empty()) board.name = prefix.string();
  board.target.config = (prefix / "libsel4/include/kernel/gen_config.json").string();
  board.target.platform = (prefix / "support/platform_gen.yaml").string();
  board.kernel = (prefix / "bin/kernel.elf").string();
  board.dtb = (prefix / "support/kernel.dtb").string();
  // Where this project installs them for a kernel.
  const std::string parts = environment("SEL4_MICROKIT_PARTS");
  const fs::path folder = parts.empty() ? prefix / "microkit" : fs::path(parts);
  board.loader = (folder / "kernel_loader.elf").string();
  board.initializer = (folder / "capdl_initializer.elf").string();
  board.monitor = (folder / "microkit_monitor.elf").string();
  board.benchmark = options.config == "benchmark";
  apply_options(options, board);
  return board;
}

std::optional<Board> sdk_board(const Options& options, const fs::path& sdk,
                               Diagnostics& diagnostics) {
  const fs::path boards = sdk / "board";
  if (!is_folder(boards)) {
    diagnostics.error(sdk.string(), "there is no folder 'board' in it, so this is no Microkit SDK",
                      "set MICROKIT_SDK, or give --sel4-prefix");
    return std::nullopt;
  }
  if (options.board.empty()) {
    diagnostics.error("--board", "is missing",
                      fmt::format("boards: {}", fmt::join(folders_in(boards), ", ")));
    return std::nullopt;
  }
  const fs::path board_folder = boards / options.board;
  if (!is_folder(board_folder)) {
    diagnostics.error("--board", fmt::format("'{}' is not there", options.board),
                      fmt::format("boards: {}", fmt::join(folders_in(boards), ", ")));
    return std::nullopt;
  }
  const fs::path folder = board_folder / options.config;
  if (options.config.empty() || !is_folder(folder)) {
    diagnostics.error(
        "--config",
        options.config.empty() ? "is missing" : fmt::format("'{}' is not there", options.config),
        fmt::format("configurations of {}: {}", options.board,
                    fmt::join(folders_in(board_folder), ", ")));
    return std::nullopt;
  }
  Board board;
  board.name = options.board;
  board.target = {.config = (folder / "include/kernel/gen_config.json").string(),
                  .platform = (folder / "platform_gen.json").string(),
                  .object_sizes = (folder / "object_sizes.json").string(),
                  .address_space = (folder / "address_space_constants.json").string()};
  board.kernel = (folder / "elf/sel4.elf").string();
  board.loader = (folder / "elf/loader.elf").string();
  board.initializer = (folder / "elf/initialiser.elf").string();
  board.monitor = (folder / "elf/monitor.elf").string();
  board.dtb = (folder / "kernel.dtb").string();
  board.benchmark = options.config == "benchmark" || options.config == "smp-benchmark";
  apply_options(options, board);
  return board;
}

}  // namespace

std::optional<Board> find_board(const Options& options, const std::string& executable,
                                Diagnostics& diagnostics) {
  std::optional<Board> board;
  const std::string sdk = environment("MICROKIT_SDK");
  if (!options.sel4_prefix.empty()) {
    board = prefix_board(options, options.sel4_prefix, diagnostics);
  } else if (!sdk.empty()) {
    board = sdk_board(options, sdk, diagnostics);
  } else if (const std::string prefix = environment("SEL4_PREFIX"); !prefix.empty()) {
    board = prefix_board(options, prefix, diagnostics);
  } else {
    // An SDK has the command in a folder of its own.
    board = sdk_board(options, fs::path(executable).parent_path().parent_path(), diagnostics);
  }
  if (!board) return std::nullopt;
  const std::pair<const std::string*, const char*> needed[] = {
      {&board->target.config, "the kernel's configuration"},
      {&board->kernel, "the kernel"},
      {&board->initializer, "the initializer"},
      {&board->monitor, "the monitor"}};
  constexpr const char* options_of[] = {"", "--override-kernel", "--initializer", "--monitor"};
  for (std::size_t i = 0; i < std::size(needed); ++i) {
    if (is_file(*needed[i].first)) continue;
    diagnostics.error(*needed[i].first, fmt::format("{} is not there", needed[i].second),
                      *options_of[i] == 0 ? "check the folder"
                                          : fmt::format("build it, or give {}", options_of[i]));
  }
  if (!diagnostics.ok()) return std::nullopt;
  return board;
}

}  // namespace sel4::mk
