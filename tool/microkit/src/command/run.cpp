// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "image.hpp"

#include <sel4/capdl/json.hpp>
#include <sel4/image/file.hpp>
#include <sel4/mk/command.hpp>
#include <sel4/mk/output.hpp>
#include <sel4/mk/spec.hpp>

#include <filesystem>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

constexpr int most_rounds = 3;

void report_error(const image::Error& error, Diagnostics& diagnostics) {
  diagnostics.error(error.place.empty() ? error.object : error.object + ": " + error.place,
                    error.what, error.mend);
}

/// Whether an output would take the place of the description or of another output.
bool check_outputs(const Options& options, Diagnostics& diagnostics) {
  const std::pair<const char*, const std::string*> outputs[] = {
      {"--output", &options.output},
      {"--report", &options.report},
      {"--capdl-json", &options.capdl_json},
      {"--memory-map", &options.memory_map},
      {"--diagram", &options.diagram}};
  std::vector<std::pair<std::string, const char*>> taken;
  const auto place = [](const std::string& path) {
    std::error_code error;
    const auto absolute = std::filesystem::weakly_canonical(std::filesystem::absolute(path), error);
    return error ? path : absolute.string();
  };
  taken.emplace_back(place(options.system), "the system description");
  for (const auto& [option, path] : outputs) {
    if (path->empty()) continue;
    const std::string own = place(*path);
    for (const auto& [other, what] : taken) {
      if (own != other) continue;
      diagnostics.error(option, fmt::format("'{}' is {}, too", *path, what), "choose another file");
      return false;
    }
    taken.emplace_back(own, option);
  }
  return true;
}

void write(const std::string& path, std::string_view text, Diagnostics& diagnostics) {
  const auto written = image::write_file(path, std::as_bytes(std::span(text)));
  if (!written) report_error(written.error(), diagnostics);
}

/// Domains' programs, and the monitor's behind them.
std::vector<Program> read_programs(const Source& source, const Target& target, const Board& board,
                                   const System& system, const SearchPath& search,
                                   Diagnostics& diagnostics) {
  std::vector<Program> programs;
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    const ProtectionDomain& domain = system.domains[i];
    const auto look_for = [&](const std::string& name) {
      const auto path = search.find(name);
      if (!path) {
        diagnostics.error(source, domain.image_span,
                          fmt::format("the program '{}' of '{}' is not there", name, domain.name),
                          "looked for " + search.tried(name));
      }
      return path;
    };
    const auto path = look_for(domain.image);
    const auto symbols =
        domain.image_for_symbols.empty() ? std::string() : look_for(domain.image_for_symbols);
    if (!path || !symbols) continue;
    auto program = Program::read(*path, *symbols, target, diagnostics);
    if (!program) continue;
    check_program(source, target, system, i, *program, diagnostics);
    programs.push_back(std::move(*program));
  }
  if (auto monitor = Program::read(board.monitor, {}, target, diagnostics)) {
    programs.push_back(std::move(*monitor));
  }
  return programs;
}

/// Chooses addresses for regions whose domains want to know them; false: none wants.
bool place_regions(const Source& source, const BootState& state, System& system,
                   Diagnostics& diagnostics) {
  RangeSet free;
  for (const Untyped& untyped : state.untypeds) {
    if (!untyped.device && untyped.range.size() >= small_page) free.add(untyped.range);
  }
  bool kept = true;
  for (const MemoryRegion& region : system.regions) {
    if (!region.phys) continue;
    const Range range{*region.phys, *region.phys + region.size};
    if (region.place_by_tool && !free.contains(range)) kept = false;
    free.remove(range);
  }
  bool any = false;
  for (MemoryRegion& region : system.regions) {
    if (!region.place_by_tool || (region.phys && kept)) continue;
    any = true;
    region.phys = free.take(region.size, region.page_size);
    if (!region.phys) {
      std::string largest;
      for (const Range& range : free.ranges()) largest += " " + text(range);
      diagnostics.error(source, region.span,
                        fmt::format("memory region '{}' has a variable with its physical address, "
                                    "but no {} of contiguous memory are free",
                                    region.name, human_size(region.size)),
                        "make it smaller; free memory is" + largest);
    }
  }
  return any;
}

void write_outputs(const Options& options, const Source& source, const Target& target,
                   const System& system, const std::vector<Program>& programs,
                   const capdl::Spec& spec, const Allocation* allocation,
                   const std::vector<PhysicalUse>& physical, Diagnostics& diagnostics) {
  if (!options.report.empty()) {
    write(options.report, report(target, spec, allocation), diagnostics);
  }
  if (!options.capdl_json.empty()) {
    write(options.capdl_json, capdl::write_json(spec), diagnostics);
  }
  if (!options.memory_map.empty()) {
    const MemoryMap map = memory_map(target, system, programs, physical);
    write(options.memory_map,
          options.memory_map.ends_with(".json") ? memory_map_json(map) : memory_map_text(map),
          diagnostics);
  }
  if (!options.diagram.empty()) {
    write(options.diagram,
          options.diagram.ends_with(".svg") ? diagram_svg(system) : diagram_dot(system),
          diagnostics);
  }
  if (!options.viper_output.empty()) {
    std::error_code error;
    std::filesystem::create_directories(options.viper_output, error);
    if (error) {
      diagnostics.error(options.viper_output, "cannot be created: " + error.message());
      return;
    }
    for (std::size_t i = 0; i < system.domains.size(); ++i) {
      const std::string name = system.domains[i].name + ".vpr";
      if (name.find('/') != std::string::npos) {
        diagnostics.error(source, system.domains[i].name_span,
                          "the name has a '/', and cannot be that of a file in --viper-output");
        continue;
      }
      write((std::filesystem::path(options.viper_output) / name).string(),
            viper_text(system, i, spec, options.system), diagnostics);
    }
  }
}

}  // namespace

void run(const Options& options, const std::string& executable, std::string& out,
         Diagnostics& diagnostics) {
  if (!check_outputs(options, diagnostics)) return;
  const auto board = find_board(options, executable, diagnostics);
  if (!board) return;
  auto target = read_target(board->target, board->name, diagnostics);
  if (!target) return;
  target->benchmark = board->benchmark;
  const auto bytes = image::read_file(options.system, xml_limit);
  if (!bytes) {
    report_error(bytes.error(), diagnostics);
    return;
  }
  const Source source(options.system, image::as_text(*bytes));
  std::vector<std::string> folders = options.search_paths;
  folders.emplace_back(".");
  const SearchPath search(folders);
  auto system = read_system(source, *target, search, diagnostics);
  if (!system) return;
  warn(source, *target, *system, diagnostics);

  auto image = ImageBuilder::open(options, *board, *target, diagnostics);
  std::vector<Program> programs =
      read_programs(source, *target, *board, *system, search, diagnostics);
  if (!image || !diagnostics.ok()) return;

  // An address that a program is told changes the image, whose size decides what is free.
  capdl::Spec spec;
  std::optional<Allocation> allocation;
  for (int round = 0;; ++round) {
    patch_programs(source, *target, *system, programs, diagnostics);
    if (!diagnostics.ok()) return;
    spec = build_spec(*target, *system, programs);
    if (!image->make(spec, diagnostics)) return;
    check_physical(source, *target, *system, image->in_use(), diagnostics);
    if (!diagnostics.ok()) return;
    if (target->arch == Arch::x86_64) break;
    const auto state = image->boot(diagnostics);
    if (!state) return;
    const bool moved = place_regions(source, *state, *system, diagnostics);
    if (!diagnostics.ok()) return;
    if (!moved) {
      allocation = allocate(*target, *state, spec, diagnostics);
      if (!allocation) return;
      break;
    }
    if (round == most_rounds) {
      diagnostics.error(options.system,
                        fmt::format("no addresses were found in {} rounds for the regions whose "
                                    "domains want to know them",
                                    most_rounds),
                        "give them phys_addr");
      return;
    }
  }

  write_outputs(options, source, *target, *system, programs, spec,
                allocation ? &*allocation : nullptr, image->in_use(), diagnostics);
  // Last, so that whoever waits for the image finds the others, too.
  if (diagnostics.ok()) image->write(options.output, diagnostics);
  if (!diagnostics.ok()) return;
  out += fmt::format(
      "MICROKIT|CAPDL SPEC: number of root objects = {}, spec footprint = {}\n"
      "MICROKIT|INITIAL TASK: memory size = {}\n"
      "MICROKIT|{}: image file size = {}\n",
      spec.objects.size(), human_size(image->spec_size()), human_size(image->task_size()),
      target->arch == Arch::x86_64 ? "BOOT MODULE" : "LOADER", human_size(image->file_size()));
}

}  // namespace sel4::mk
