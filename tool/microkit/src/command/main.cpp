// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/command.hpp>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <malloc.h>

namespace {

std::string own_path(const char* name) {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string(name) : path.string();
}

/// The run is short, and most of its time goes to memory of the system's that is got and given back
/// for each file: keep it. A tenth of the time of a small system.
void keep_memory() {
  constexpr int everything = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, everything);
  mallopt(M_TRIM_THRESHOLD, everything);
  mallopt(M_TOP_PAD, 4 << 20);
}

int run(int argc, char** argv) {
  using sel4::mk::ImageType;
  keep_memory();
  CLI::App app{"Makes a bootable image of a Microkit system description", "microkit"};
  app.footer(
      "The board is one of an SDK: that of MICROKIT_SDK, or the one the command is in; or any\n"
      "installed seL4: --sel4-prefix or SEL4_PREFIX. Exit codes: 0 done, 1 error, 2 wrong use.");
  sel4::mk::Options options;
  std::string type;
  app.add_option("system", options.system, "System description")->required();
  app.add_option("-o,--output", options.output, "Image to write (loader.img)");
  app.add_option("-r,--report", options.report, "Report to write (report.txt)");
  app.add_option("--board", options.board, "Board of the SDK");
  app.add_option("--config", options.config, "Configuration of the board: debug, release, ...");
  app.add_option("--search-path", options.search_paths,
                 "Folders with programs and data; the current one is always last")
      ->expected(0, CLI::detail::expected_max_vector_size);
  app.add_option("--image-type", type, "binary, elf or uimage")
      ->check(CLI::IsMember({"binary", "elf", "uimage"}));
  app.add_option("--capdl-json", options.capdl_json, "Write the capDL specification as JSON");
  app.add_option("--override-kernel", options.override_kernel, "Another kernel than the board's");
  app.add_option("--viper-output", options.viper_output,
                 "Folder for what a verifier may assume of each domain");
  app.add_option("--memory-map", options.memory_map,
                 "Write what lies where: text, or JSON if the name ends in .json");
  app.add_option("--diagram", options.diagram,
                 "Write a picture of the system: .svg, or a graph for Graphviz (.dot)");
  app.add_option("--sel4-prefix", options.sel4_prefix, "Where seL4 was installed");
  app.add_option("--loader", options.loader, "Kernel loader");
  app.add_option("--initializer", options.initializer, "CapDL initializer");
  app.add_option("--monitor", options.monitor, "Monitor");
  app.add_option("--dtb", options.dtb, "Device tree of the board");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (type == "binary") options.image_type = ImageType::binary;
  if (type == "elf") options.image_type = ImageType::elf;
  if (type == "uimage") options.image_type = ImageType::uimage;

  sel4::mk::Diagnostics diagnostics;
  std::string out;
  sel4::mk::run(options, own_path(argv[0]), out, diagnostics);
  std::cerr << diagnostics.text();
  if (!diagnostics.ok()) return 1;
  std::cout << out;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::cerr << "error: microkit: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "error: microkit: internal error: " << error.what() << "; please report it\n";
  }
  return 1;
}
