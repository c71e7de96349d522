// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "systems.hpp"

#include <sel4/capdl/json.hpp>
#include <sel4/capdl/target.hpp>
#include <sel4/image/file.hpp>

#include <CLI/CLI.hpp>
#include <iostream>

// Writes the specification of a test system: capdl-test-spec SYSTEM -e INITIALIZER -p PROGRAM...
int main(int argc, char** argv) {
  using namespace capdl_test;
  std::string system;
  std::string initializer;
  std::string program;
  std::string output;
  std::uint32_t count = 1;
  CLI::App app{"Writes the specification of a test system"};
  app.add_option("system", system)->required();
  app.add_option("-e", initializer, "The initializer, for what it says of the kernel")->required();
  app.add_option("-p", program, "The program of all threads")->required();
  app.add_option("-n", count, "How many of what the system has many of");
  std::optional<std::uint64_t> uart;
  app.add_option("--uart", uart,
                 "Where the UART is that programs print through (default: the kernel)");
  app.add_option("-o", output)->required();
  CLI11_PARSE(app, argc, argv);
  const auto initializer_bytes = sel4::image::read_file(initializer, std::size_t{1} << 30);
  const auto program_bytes = sel4::image::read_file(program, std::size_t{1} << 30);
  if (!initializer_bytes || !program_bytes) {
    std::cerr << "cannot read " << (initializer_bytes ? program : initializer) << '\n';
    return 1;
  }
  const auto target = sel4::capdl::read_target(initializer, *initializer_bytes);
  if (!target) {
    std::cerr << target.error().text() << '\n';
    return 1;
  }
  const auto elf = sel4::elf::File::parse(*program_bytes);
  if (!elf) {
    std::cerr << program << ": " << message(elf.error().problem) << '\n';
    return 1;
  }
  const std::size_t slash = program.rfind('/');
  const Program given{slash == std::string::npos ? program : program.substr(slash + 1), *elf};
  const auto spec = make_system(system, {*target, uart}, given, count);
  if (!spec) {
    std::cerr << "no system is called " << system << '\n';
    return 1;
  }
  const std::string text = write_json(*spec);
  const auto written = sel4::image::write_file(output, std::as_bytes(std::span(text)));
  if (!written) {
    std::cerr << written.error().text() << '\n';
    return 1;
  }
  return 0;
}
