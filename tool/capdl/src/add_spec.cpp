// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/json.hpp>
#include <sel4/capdl/pack.hpp>
#include <sel4/image/file.hpp>
#include <sel4/image/inputs.hpp>

#include <CLI/CLI.hpp>
#include <iostream>

namespace sel4::capdl {

namespace {

constexpr std::size_t text_limit = std::size_t{1} << 31;
constexpr std::size_t elf_limit = std::size_t{1} << 31;

struct Options {
  std::string initializer;
  std::string spec;
  std::vector<std::string> fill_dirs;
  std::string output;
  unsigned names = 1;
  bool no_embed_frames = false;
  bool no_deflate = false;
  unsigned verbosity = 3;
  std::string platform_info;
  bool verbose = false;
};

std::unexpected<Error> of_image(const image::Error& error) {
  return fail(error.object, error.place, error.what, error.mend);
}

Outcome<std::vector<std::byte>> read_file(const std::string& path, std::size_t limit) {
  auto bytes = image::read_file(path, limit);
  if (!bytes) return of_image(bytes.error());
  return std::move(*bytes);
}

Outcome<PlatformMemory> read_platform(const std::string& path) {
  const auto bytes = SEL4_CAPDL_TRY(read_file(path, text_limit));
  const auto info = image::parse_platform_info(path, image::as_text(bytes));
  if (!info) return of_image(info.error());
  PlatformMemory platform;
  for (const auto& range : info->memory) platform.memory.push_back({range.start, range.end});
  for (const auto& range : info->devices) platform.devices.push_back({range.start, range.end});
  return platform;
}

Outcome<> run(const Options& options) {
  const auto elf = SEL4_CAPDL_TRY(read_file(options.initializer, elf_limit));
  const auto text = SEL4_CAPDL_TRY(read_file(options.spec, text_limit));
  Spec spec = SEL4_CAPDL_TRY(read_json(options.spec, image::as_text(text)));
  PackOptions pack_options;
  pack_options.fill_dirs = options.fill_dirs;
  pack_options.names = static_cast<NameLevel>(options.names);
  pack_options.embed_frames = !options.no_embed_frames;
  pack_options.deflate = !options.no_deflate;
  pack_options.verbosity = static_cast<std::uint8_t>(options.verbosity);
  if (!options.platform_info.empty()) {
    pack_options.platform = SEL4_CAPDL_TRY(read_platform(options.platform_info));
  }
  auto packed = pack(options.initializer, elf, spec, pack_options);
  if (!packed) {
    // An error in the specification names an object; the file says whose.
    Error error = packed.error();
    if (error.object != options.initializer) error.object = options.spec + ": " + error.object;
    return std::unexpected(error);
  }
  if (options.verbose) {
    std::cerr << spec.objects.size() << " objects of " << packed->memory << " bytes, "
              << packed->slots << " slots, " << packed->elf.size() << " bytes of ELF\n";
  }
  const auto written = image::write_file(options.output, packed->elf);
  if (!written) return of_image(written.error());
  return {};
}

}  // namespace
}  // namespace sel4::capdl

int main(int argc, char** argv) {
  sel4::capdl::Options options;
  CLI::App app{"Puts a capDL specification into the CapDL initializer"};
  app.add_option("-e,--initializer-elf", options.initializer, "The initializer's ELF file")
      ->required();
  app.add_option("-f,--spec-json", options.spec, "The specification")->required();
  app.add_option("-d,--fill-dir", options.fill_dirs,
                 "A folder with files that frames are filled "
                 "from; may be given more than once");
  app.add_option("-o,--out-file", options.output, "The ELF file to write")->required();
  app.add_option("-n,--object-names-level", options.names,
                 "Whose names are kept: 0 nobody's, 1 threads', 2 all")
      ->check(CLI::Range(0U, 2U))
      ->capture_default_str();
  app.add_flag("--no-embed-frames", options.no_embed_frames,
               "Fill all frames from copies, instead of making frames of the initializer theirs");
  app.add_flag("--no-deflate", options.no_deflate, "Do not compress those copies");
  app.add_option("--initializer-verbosity", options.verbosity,
                 "What the initializer prints: 0 nothing, 1 errors, 3 its two steps, 4 all steps")
      ->check(CLI::Range(0U, 5U))
      ->capture_default_str();
  app.add_option("--platform-info", options.platform_info,
                 "platform_gen.yaml of the kernel, to check physical addresses with");
  app.add_flag("-v,--verbose", options.verbose, "Say what was made");
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
