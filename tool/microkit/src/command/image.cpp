// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "image.hpp"

#include <sel4/capdl/pack.hpp>
#include <sel4/image/multiboot.hpp>

#include <filesystem>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

constexpr std::size_t text_limit = std::size_t{1} << 24;
constexpr std::size_t binary_limit = std::size_t{1} << 30;

void report_error(const auto& error, Diagnostics& diagnostics) {
  diagnostics.error(error.place.empty() ? error.object : error.object + ": " + error.place,
                    error.what, error.mend);
}

bool read(const std::string& path, std::size_t limit, image::Bytes& bytes,
          Diagnostics& diagnostics) {
  auto file = image::read_file(path, limit);
  if (file) {
    bytes = std::move(*file);
  } else {
    report_error(file.error(), diagnostics);
  }
  return file.has_value();
}

/// What an architecture's boards are booted from if nobody says.
ImageType usual_type(const Board& board, Arch arch) {
  if (board.name == "ariane" || board.name == "cheshire" || board.name == "serengeti") {
    return ImageType::elf;
  }
  switch (arch) {
    case Arch::aarch64:
      return ImageType::binary;
    case Arch::riscv64:
      return ImageType::uimage;
    case Arch::x86_64:
      return ImageType::elf;
  }
  return ImageType::elf;
}

/// A kernel's symbol as a physical address.
std::optional<std::uint64_t> physical_symbol(const elf::File& kernel, std::string_view name) {
  const auto symbol = kernel.find_symbol(name);
  if (!symbol) return std::nullopt;
  return symbol->value - kernel.virtual_range().start + kernel.physical_range().start;
}

}  // namespace

std::optional<ImageBuilder> ImageBuilder::open(const Options& options, const Board& board,
                                               const Target& target, Diagnostics& diagnostics) {
  ImageBuilder builder;
  builder.board_ = &board;
  builder.target_ = &target;
  builder.type_ = options.image_type.value_or(usual_type(board, target.arch));
  const bool x86 = target.arch == Arch::x86_64;
  if ((x86 && builder.type_ != ImageType::elf) ||
      (builder.type_ == ImageType::uimage && target.arch != Arch::riscv64)) {
    diagnostics.error("--image-type",
                      fmt::format("'{}' is not supported on {}",
                                  builder.type_ == ImageType::uimage ? "uimage" : "binary",
                                  arch_name(target.arch)),
                      x86 ? "elf is" : "elf and binary are");
    return std::nullopt;
  }
  image::Bytes text;
  if (!read(board.target.config, text_limit, text, diagnostics)) return std::nullopt;
  const auto config = image::parse_kernel_config(board.target.config, image::as_text(text));
  if (!config) {
    report_error(config.error(), diagnostics);
    return std::nullopt;
  }
  builder.config_ = *config;
  bool ok = read(board.kernel, binary_limit, builder.kernel_, diagnostics) &&
            read(board.initializer, binary_limit, builder.initializer_, diagnostics);
  if (!x86) {
    if (board.dtb.empty() || !std::filesystem::exists(board.dtb)) {
      diagnostics.error(board.dtb, "the device tree is not there", "give one with --dtb");
      return std::nullopt;
    }
    ok = ok && read(board.loader, binary_limit, builder.loader_, diagnostics) &&
         read(board.dtb, text_limit, builder.dtb_, diagnostics) &&
         read(board.target.platform, text_limit, text, diagnostics);
    if (!ok) return std::nullopt;
    const auto platform = image::parse_platform_info(board.target.platform, image::as_text(text));
    if (!platform) {
      report_error(platform.error(), diagnostics);
      return std::nullopt;
    }
    builder.platform_ = *platform;
  }
  if (!ok) return std::nullopt;
  return builder;
}

bool ImageBuilder::make(const capdl::Spec& spec, Diagnostics& diagnostics) {
  capdl::PackOptions pack_options;
  pack_options.names = target_->debug ? capdl::NameLevel::all : capdl::NameLevel::none;
  auto packed = capdl::pack(board_->initializer, initializer_, spec, pack_options);
  if (!packed) {
    report_error(packed.error(), diagnostics);
    return false;
  }
  spec_size_ = packed->elf.size() - std::min(packed->elf.size(), initializer_.size());
  task_ = std::move(packed->elf);
  const auto app = image::parse_program(board_->initializer, task_, config_.machine);
  if (!app) {
    report_error(app.error(), diagnostics);
    return false;
  }
  task_size_ = app->file.virtual_range().end - app->file.virtual_range().start;
  const auto kernel = image::parse_program(board_->kernel, kernel_, config_.machine);
  if (!kernel) {
    report_error(kernel.error(), diagnostics);
    return false;
  }
  if (target_->arch == Arch::x86_64) {
    auto container = image::make_multiboot_kernel(*kernel);
    if (!container) {
      report_error(container.error(), diagnostics);
      return false;
    }
    made_ = std::move(*container);
    return true;
  }
  const auto loader = image::parse_program(board_->loader, loader_, config_.machine);
  if (!loader) {
    report_error(loader.error(), diagnostics);
    return false;
  }
  auto placement = image::place({.config = config_,
                                 .settings = {},
                                 .platform = platform_,
                                 .platform_name = board_->target.platform,
                                 .loader = *loader,
                                 .kernel = *kernel,
                                 .app = *app,
                                 .dtb_name = board_->dtb,
                                 .dtb = dtb_,
                                 .allow_wx = false});
  if (!placement) {
    report_error(placement.error(), diagnostics);
    return false;
  }
  constexpr image::ImageType types[] = {image::ImageType::binary, image::ImageType::elf,
                                        image::ImageType::uimage};
  auto made = image::make_image(*placement, types[static_cast<std::size_t>(type_)]);
  if (!made) {
    report_error(made.error(), diagnostics);
    return false;
  }
  placement_ = std::move(*placement);
  payload_size_ = made->payload_size;
  made_ = std::move(made->bytes);
  return true;
}

std::vector<PhysicalUse> ImageBuilder::in_use() const {
  std::vector<PhysicalUse> uses;
  if (!placement_) return uses;
  for (const image::Use& use : image::uses(*placement_, payload_size_)) {
    // Loader and payload are done with when the kernel runs.
    if (use.what == "kernel loader" || use.what == "payload") continue;
    uses.push_back({{use.range.start, use.range.end}, use.what});
  }
  return uses;
}

std::optional<BootState> ImageBuilder::boot(Diagnostics& diagnostics) const {
  const auto kernel = image::parse_program(board_->kernel, kernel_, config_.machine);
  if (!kernel || !placement_) return std::nullopt;
  const elf::Range phys = kernel->file.physical_range();
  BootInputs inputs;
  // Kernels that do not say where they end keep whole pages.
  const auto end = physical_symbol(kernel->file, "ki_end");
  const auto boot_end = physical_symbol(kernel->file, "ki_boot_end");
  inputs.kernel = {phys.start, end.value_or(placement_->kernel.phys.end)};
  if (boot_end) inputs.kernel_boot = {phys.start, *boot_end};
  inputs.device_tree = {placement_->dtb.start, placement_->dtb.end};
  inputs.tree_bytes = placement_->dtb.end - placement_->dtb.start;
  inputs.task = {placement_->user.start, placement_->user.end};
  const std::uint64_t first = inputs.task.start - placement_->user_pv_offset;
  inputs.task_virtual = {first, first + inputs.task.size()};
  return emulate_boot(*target_, inputs, diagnostics);
}

void ImageBuilder::write(const std::string& path, Diagnostics& diagnostics) {
  const bool x86 = target_->arch == Arch::x86_64;
  const image::Bytes& image = x86 ? task_ : made_;
  if (x86) {
    // The kernel next to its module, as it is and in the form that takes a 32-bit boot loader.
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    for (const auto& [name, bytes] :
         {std::pair<const char*, const image::Bytes*>{"sel4.elf", &kernel_},
          std::pair<const char*, const image::Bytes*>{"sel4_32.elf", &made_}}) {
      const auto written = image::write_file((folder / name).string(), *bytes);
      if (!written) {
        report_error(written.error(), diagnostics);
        return;
      }
    }
  }
  const auto written = image::write_file(path, image);
  if (!written) report_error(written.error(), diagnostics);
  file_size_ = image.size();
}

}  // namespace sel4::mk
