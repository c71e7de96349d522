// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// sel4-symbolize: names the functions and lines of the addresses in stack traces.

#include <sel4/symbolize/program.hpp>
#include <sel4/symbolize/wire.hpp>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>
#include <string>
#include <vector>

namespace {

using sel4::symbolize::Error;
using sel4::symbolize::Location;
using sel4::symbolize::Program;

std::string describe(const Location& location) {
  std::string text = location.function.empty() ? "??" : location.function;
  if (!location.file.empty()) text += fmt::format(" at {}:{}", location.file, location.line);
  return text;
}

/// Prints what is at `address`, looked up at `at`. False if that is outside the program.
bool print_address(const Program& program, const std::string& label, std::uint64_t address,
                   std::uint64_t at) {
  const auto locations = program.find(at);
  if (!locations) {
    fmt::print("{}{:#018x} is outside the program ({})\n", label, address, program.ranges());
    return false;
  }
  std::string start = fmt::format("{}{:#018x} ", label, address);
  bool first = true;
  for (const Location& location : *locations) {
    fmt::print("{}{}\n", first ? start : std::string(label.size(), ' ') + "  inlined into ",
               describe(location));
    first = false;
  }
  return true;
}

/// Passes console output on, each backtrace followed by what it means.
bool symbolize_console(const Program& program, const std::string& only_image) {
  bool good = true;
  for (std::string line; std::getline(std::cin, line);) {
    fmt::print("{}\n", line);
    const auto trace = sel4::symbolize::find_backtrace(line);
    if (!trace || (!only_image.empty() && trace->image != only_image)) continue;
    if (!trace->damage.empty()) {
      fmt::print("  warning: this backtrace was damaged on its way: {}\n", trace->damage);
      good = false;
    }
    for (std::size_t i = 0; i < trace->frames.size(); ++i) {
      const std::uint64_t address = trace->frames[i];
      // A return address lies behind the call.
      good = print_address(program, fmt::format("  #{:<2} ", i), address,
                           address == 0 ? 0 : address - 1) &&
             good;
    }
    std::fflush(stdout);
  }
  return good;
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{
      "Reads console output on standard input and, after each line with a backtrace of the "
      "program, "
      "prints the function, file and line of each frame, inlined functions too. With addresses as "
      "arguments, does so for these."};
  std::string path;
  std::string image;
  std::vector<std::string> texts;
  bool returns = false;
  app.add_option("-e,--elf", path, "The program, with debug information")->required();
  app.add_option("-i,--image", image, "Only backtraces of the program of this name");
  app.add_flag("-r,--return-addresses", returns, "The arguments are return addresses");
  app.add_option("address", texts, "Addresses, hexadecimal");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  std::vector<std::uint64_t> addresses;
  for (const std::string& text : texts) {
    const auto address = sel4::symbolize::parse_address(text);
    if (!address) {
      fmt::print(stderr, "error: argument '{}': not a hexadecimal address of at most 64 bits\n",
                 text);
      return 2;
    }
    addresses.push_back(*address);
  }
  const Program program(path);
  if (addresses.empty()) return symbolize_console(program, image) ? 0 : 1;
  bool good = true;
  for (const std::uint64_t address : addresses) {
    good = print_address(program, "", address, returns && address != 0 ? address - 1 : address) &&
           good;
  }
  return good ? 0 : 1;
} catch (const Error& error) {
  fmt::print(stderr, "error: {}\n", error.what());
  return 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "error: {}\n", error.what());
  return 1;
}
