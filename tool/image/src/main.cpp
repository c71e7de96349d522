// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/multiboot.hpp>
#include <sel4/image/output.hpp>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <iostream>

namespace sel4::image {

namespace {

constexpr std::size_t text_limit = std::size_t{1} << 24;
constexpr std::size_t binary_limit = std::size_t{1} << 30;

struct Options {
  std::string prefix;
  std::string config;
  std::string kernel;
  std::string dtb;
  std::string platform_info;
  std::string loader;
  std::string app;
  std::string output;
  std::string loader_config;
  ImageType type = ImageType::elf;
  std::string memory_map;
  bool allow_wx = false;
};

Outcome<KernelConfig> read_kernel_config(const std::string& path) {
  const Bytes bytes = SEL4_IMAGE_TRY(read_file(path, text_limit));
  return parse_kernel_config(path, as_text(bytes));
}

std::string or_prefix(const std::string& path, const Options& options, const char* below) {
  return path.empty() && !options.prefix.empty() ? options.prefix + "/" + below : path;
}

Outcome<std::string> required(const std::string& path, const char* option) {
  if (path.empty()) return fail(option, {}, "is missing", "give it or --sel4-prefix");
  return path;
}

Outcome<> write_multiboot(const Options& options, const KernelConfig& config, const Program& kernel,
                          const Bytes& app_bytes) {
  const Program app = SEL4_IMAGE_TRY(parse_program(options.app, app_bytes, config.machine));
  SEL4_IMAGE_TRY(check_root_task(app, config, 0, options.allow_wx));
  const Bytes container = SEL4_IMAGE_TRY(make_multiboot_kernel(kernel));
  std::error_code error;
  const std::filesystem::path folder = options.output;
  std::filesystem::create_directories(folder / "grub", error);
  if (error) return fail(options.output, {}, "cannot be created: " + error.message());
  SEL4_IMAGE_TRY(write_file(folder / "kernel.elf", container));
  SEL4_IMAGE_TRY(write_file(folder / "root_task.elf", app_bytes));
  const std::string grub = grub_config("kernel.elf", "root_task.elf");
  return write_file(folder / "grub" / "grub.cfg", std::as_bytes(std::span(grub)));
}

Outcome<> build(const Options& options) {
  const std::string config_path = SEL4_IMAGE_TRY(required(
      or_prefix(options.config, options, "libsel4/include/kernel/gen_config.json"), "--config"));
  const std::string kernel_path =
      SEL4_IMAGE_TRY(required(or_prefix(options.kernel, options, "bin/kernel.elf"), "--kernel"));
  const KernelConfig config = SEL4_IMAGE_TRY(read_kernel_config(config_path));
  const Bytes kernel_bytes = SEL4_IMAGE_TRY(read_file(kernel_path, binary_limit));
  const Bytes app_bytes = SEL4_IMAGE_TRY(read_file(options.app, binary_limit));
  Program kernel = SEL4_IMAGE_TRY(parse_program(kernel_path, kernel_bytes, config.machine));
  if (config.machine == elf::Machine::x86_64) {
    return write_multiboot(options, config, kernel, app_bytes);
  }

  const std::string loader_path = SEL4_IMAGE_TRY(required(options.loader, "--loader"));
  const std::string dtb_path =
      SEL4_IMAGE_TRY(required(or_prefix(options.dtb, options, "support/kernel.dtb"), "--dtb"));
  const std::string platform_path = SEL4_IMAGE_TRY(required(
      or_prefix(options.platform_info, options, "support/platform_gen.yaml"), "--platform-info"));
  LoaderSettings settings;
  if (!options.loader_config.empty()) {
    const Bytes bytes = SEL4_IMAGE_TRY(read_file(options.loader_config, text_limit));
    settings = SEL4_IMAGE_TRY(parse_loader_settings(options.loader_config, as_text(bytes)));
  }
  const Bytes platform_bytes = SEL4_IMAGE_TRY(read_file(platform_path, text_limit));
  const Bytes loader_bytes = SEL4_IMAGE_TRY(read_file(loader_path, binary_limit));
  const Bytes dtb_bytes = SEL4_IMAGE_TRY(read_file(dtb_path, text_limit));
  PlatformInfo platform =
      SEL4_IMAGE_TRY(parse_platform_info(platform_path, as_text(platform_bytes)));
  Program loader = SEL4_IMAGE_TRY(parse_program(loader_path, loader_bytes, config.machine));
  Program app = SEL4_IMAGE_TRY(parse_program(options.app, app_bytes, config.machine));
  const PlacementInputs inputs{.config = config,
                               .settings = settings,
                               .platform = platform,
                               .platform_name = platform_path,
                               .loader = loader,
                               .kernel = kernel,
                               .app = app,
                               .dtb_name = dtb_path,
                               .dtb = dtb_bytes,
                               .allow_wx = options.allow_wx};
  const Placement placement = SEL4_IMAGE_TRY(place(inputs));
  const Image image = SEL4_IMAGE_TRY(make_image(placement, options.type));
  SEL4_IMAGE_TRY(write_file(options.output, image.bytes));
  if (options.memory_map == "text") {
    std::cout << memory_map_text(placement, image.payload_size);
  } else if (options.memory_map == "json") {
    std::cout << memory_map_json(placement, image.payload_size);
  }
  return {};
}

struct LoaderBuildOptions {
  std::string config;
  std::string kernel;
  std::string header;
  std::string link_options;
};

/// Writes what the build of the kernel loader needs to know of the kernel.
Outcome<> write_loader_build(const LoaderBuildOptions& options) {
  const KernelConfig config = SEL4_IMAGE_TRY(read_kernel_config(options.config));
  const Bytes kernel_bytes = SEL4_IMAGE_TRY(read_file(options.kernel, binary_limit));
  const Program kernel =
      SEL4_IMAGE_TRY(parse_program(options.kernel, kernel_bytes, config.machine));
  const KernelPlace place = SEL4_IMAGE_TRY(check_kernel(kernel));
  const auto boolean = [](bool value) { return value ? "true" : "false"; };
  const std::string header =
      "// Generated by sel4-image loader-config from the kernel's configuration.\n"
      "#pragma once\n\n"
      "#include <cstddef>\n"
      "#include <cstdint>\n\n"
      "namespace sel4::loader::config {\n\n"
      "inline constexpr std::uint32_t machine = " +
      std::to_string(static_cast<unsigned>(config.machine)) +
      ";\n"
      "inline constexpr bool hypervisor = " +
      boolean(config.hypervisor) +
      ";\n"
      "inline constexpr bool smp = " +
      boolean(config.smp) +
      ";\n"
      "inline constexpr std::size_t max_cores = " +
      std::to_string(config.cores) +
      ";\n"
      "inline constexpr std::uint64_t timer_frequency = " +
      std::to_string(config.timer_frequency) +
      ";\n\n"
      "}  // namespace sel4::loader::config\n";
  const std::string link_options = "-Wl,--defsym=loader_base=" + hex(loader_base(place)) +
                                   "\n-Wl,--defsym=kernel_phys_start=" + hex(place.phys.start) +
                                   "\n-Wl,--defsym=kernel_phys_end=" + hex(place.phys.end) + "\n";
  SEL4_IMAGE_TRY(write_file(options.header, std::as_bytes(std::span(header))));
  return write_file(options.link_options, std::as_bytes(std::span(link_options)));
}

int run(int argc, char** argv) {
  CLI::App app{"Makes a bootable seL4 image of a kernel and a root task", "sel4-image"};
  app.footer(
      "For aarch64 and riscv64 the output is one file with the kernel loader; for x86_64 it is a\n"
      "folder with a multiboot kernel, the root task as its module and a GRUB configuration.");
  Options options;
  app.add_option("--loader", options.loader, "Kernel loader (aarch64, riscv64)");
  app.add_option("--app", options.app, "Root task");
  app.add_option("-o,--output", options.output, "Image to write (x86_64: folder)");
  app.add_option("--sel4-prefix", options.prefix,
                 "Where seL4 was installed; the default for the next four");
  app.add_option("--config", options.config, "kernel/gen_config.json");
  app.add_option("--kernel", options.kernel, "kernel.elf");
  app.add_option("--dtb", options.dtb, "kernel.dtb (aarch64, riscv64)");
  app.add_option("--platform-info", options.platform_info, "platform_gen.yaml (aarch64, riscv64)");
  app.add_option("--loader-config", options.loader_config,
                 "JSON file with options of the loader: log_level, verify_data, in_place");
  app.add_option("--image-type", options.type, "elf (default), binary or uimage")
      ->transform(CLI::Transformer(std::map<std::string, ImageType>{
          {"elf", ImageType::elf}, {"binary", ImageType::binary}, {"uimage", ImageType::uimage}}));
  app.add_option("--memory-map", options.memory_map,
                 "Print what lies where in physical memory: text or json")
      ->check(CLI::IsMember({"text", "json"}));
  app.add_flag("--allow-wx", options.allow_wx,
               "Accept root task segments that are writable and executable");
  LoaderBuildOptions build_options;
  CLI::App* loader_config = app.add_subcommand(
      "loader-config", "Write what the build of the kernel loader needs to know of a kernel");
  loader_config->add_option("--config", build_options.config, "kernel/gen_config.json")->required();
  loader_config->add_option("--kernel", build_options.kernel, "kernel.elf")->required();
  loader_config->add_option("--header", build_options.header, "C++ header to write")->required();
  loader_config
      ->add_option("--link-options", build_options.link_options, "Linker response file to write")
      ->required();
  try {
    app.parse(argc, argv);
    if (!loader_config->parsed()) {
      if (options.app.empty()) throw CLI::RequiredError("--app");
      if (options.output.empty()) throw CLI::RequiredError("--output");
    }
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const Outcome<> outcome =
      loader_config->parsed() ? write_loader_build(build_options) : build(options);
  if (!outcome) {
    std::cerr << outcome.error().text() << '\n';
    return 1;
  }
  return 0;
}

}  // namespace

}  // namespace sel4::image

int main(int argc, char** argv) { return sel4::image::run(argc, argv); }
