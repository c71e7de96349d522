// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "elf_patch.hpp"

#include <sel4/capdl/dump.hpp>
#include <sel4/capdl/json.hpp>
#include <sel4/capdl/validate.hpp>
#include <sel4/image/file.hpp>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace sel4::capdl {

namespace {

constexpr std::size_t file_limit = std::size_t{1} << 31;

struct Options {
  std::string input;
  std::string dot;
  std::string svg;
  bool memory = false;
};

Outcome<> write(const std::string& path, const std::string& text) {
  if (path == "-") {
    std::cout << text;
    return {};
  }
  const auto written = image::write_file(path, std::as_bytes(std::span(text)));
  if (!written) return fail(path, {}, written.error().what, written.error().mend);
  return {};
}

/// Has Graphviz draw the graph.
Outcome<> draw(const std::string& path, const std::string& text) {
  const std::string source = path + ".dot.tmp" + std::to_string(getpid());
  const std::string picture = path + ".tmp" + std::to_string(getpid());
  SEL4_CAPDL_TRY(write(source, text));
  const std::string quote = "'";
  const auto quoted = [&](const std::string& name) {
    std::string result = quote;
    for (const char c : name) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + quote;
  };
  const int status =
      std::system(("dot -Tsvg -o " + quoted(picture) + " " + quoted(source)).c_str());
  std::error_code error;
  std::filesystem::remove(source, error);
  if (status != 0) {
    std::filesystem::remove(picture, error);
    return fail(path, {}, "dot has not drawn the graph", "install graphviz, or use --dot");
  }
  std::filesystem::rename(picture, path, error);
  if (error) return fail(path, {}, "cannot be written: " + error.message());
  return {};
}

struct Dumped {
  std::string text;
  Graph graph;
};

Outcome<Dumped> read(const Options& options) {
  const auto bytes = image::read_file(options.input, file_limit);
  if (!bytes) return fail(options.input, {}, bytes.error().what, bytes.error().mend);
  const std::string_view text = image::as_text(*bytes);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && text[first] == '{') {
    const Spec spec = SEL4_CAPDL_TRY(read_json(options.input, text));
    SEL4_CAPDL_TRY(check_references(spec));
    return Dumped{dump_text(spec), make_graph(spec, options.memory)};
  }
  const auto extracted = SEL4_CAPDL_TRY(extract_image(options.input, *bytes));
  // What new gives is aligned as an image has to be.
  const auto image = Image::check(extracted, nullptr);
  if (!image) {
    const std::string_view table = table_at(extracted, image.error().offset);
    return fail(options.input,
                "byte " + std::to_string(image.error().offset) +
                    (table.empty() ? "" : " (table of " + std::string(table) + ")"),
                std::string(message(image.error().damage)));
  }
  return Dumped{dump_text(*image), make_graph(*image, options.memory)};
}

Outcome<> run(const Options& options) {
  const Dumped dumped = SEL4_CAPDL_TRY(read(options));
  if (options.dot.empty() && options.svg.empty()) {
    std::cout << dumped.text;
    return {};
  }
  const std::string graph = dot(dumped.graph);
  if (!options.dot.empty()) SEL4_CAPDL_TRY(write(options.dot, graph));
  if (!options.svg.empty()) SEL4_CAPDL_TRY(draw(options.svg, graph));
  return {};
}

}  // namespace
}  // namespace sel4::capdl

int main(int argc, char** argv) {
  sel4::capdl::Options options;
  CLI::App app{"Shows a capDL specification: JSON, a packed ELF file, or the binary form"};
  app.add_option("input", options.input, "What to show")->required();
  app.add_option("--dot", options.dot,
                 "Write a graph for Graphviz to this file ('-': the terminal)");
  app.add_option("--svg", options.svg, "Write the graph as a picture to this file; needs Graphviz");
  app.add_flag("--memory", options.memory, "Frames and page tables in the graph, too");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (const auto done = sel4::capdl::run(options); !done) {
    std::cerr << done.error().text() << '\n';
    return 1;
  }
  return 0;
}
