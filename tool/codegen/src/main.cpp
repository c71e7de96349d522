// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "generator.hpp"
#include "input_error.hpp"
#include "output.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  std::vector<std::string> include_dirs;
  std::string output;
  std::string depfile;
  std::string depfile_target;
  std::string stamp;
  std::string c_client;

  CLI::App app{
      "Makes the headers of the seL4 bindings from the interface files that a kernel installs.",
      "sel4-codegen"};
  app.add_option("--include-dir", include_dirs,
                 "Include directory of the kernel's libsel4; of several, the first that has a file "
                 "gives it")
      ->required();
  app.add_option("--output", output, "Where to put include/sel4/...");
  app.add_option("--c-client", c_client,
                 "Write libsel4's C functions of all invocations to this file");
  CLI::Option* depfile_option =
      app.add_option("--depfile", depfile, "Write a makefile rule with the files that were read");
  app.add_option("--depfile-target", depfile_target, "What depends on them")->needs(depfile_option);
  app.add_option("--stamp", stamp, "A file to touch after everything is written");
  try {
    app.parse(argc, argv);
    if (!depfile.empty() && depfile_target.empty()) {
      throw CLI::RequiredError("--depfile-target");
    }
    if (output.empty() && c_client.empty()) throw CLI::RequiredError("--output or --c-client");
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }

  try {
    const sel4::codegen::Generated generated = sel4::codegen::generate(include_dirs);
    if (!output.empty()) sel4::codegen::write_outputs(output, generated.outputs);
    if (!c_client.empty()) sel4::codegen::write_if_changed(c_client, generated.c_client);
    if (!depfile.empty()) {
      sel4::codegen::write_if_changed(
          depfile, sel4::codegen::depfile_rule(depfile_target, generated.inputs));
    }
    if (!stamp.empty()) sel4::codegen::touch(stamp);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
