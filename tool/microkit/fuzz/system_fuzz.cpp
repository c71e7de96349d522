// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// From any bytes as description to the specification, the pictures and the maps.

#include "../test/elf_maker.hpp"
#include "../test/targets.hpp"

#include <sel4/mk/output.hpp>
#include <sel4/mk/spec.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::mk;
  // The length chooses the kernel.
  constexpr const char* names[] = {"aarch64", "riscv64", "x86_64", "aarch64_smp"};
  const Target target = test::make_target(names[size % 4]);
  Diagnostics diagnostics;
  const Source source("fuzz", {reinterpret_cast<const char*>(data), size});
  const auto system = read_system(source, target, SearchPath({}), diagnostics);
  (void)diagnostics.text();
  if (!system) return 0;
  warn(source, target, *system, diagnostics);
  std::uint64_t memory = 0;
  for (const MemoryRegion& region : system->regions) {
    // The sum may wrap; each alone decides.
    if (region.page_count() > 10'000) return 0;
    memory += region.page_count();
  }
  if (memory > 20'000) return 0;
  std::vector<Program> programs;
  for (std::size_t i = 0; i <= system->domains.size(); ++i) {
    test::ElfMaker maker = i == system->domains.size() ? test::monitor_maker() : test::ElfMaker{};
    constexpr sel4::elf::Machine machines[] = {
        sel4::elf::Machine::aarch64, sel4::elf::Machine::riscv, sel4::elf::Machine::x86_64};
    maker.machine = machines[static_cast<std::size_t>(target.arch)];
    const test::Bytes bytes = maker.make();
    auto program = Program::parse("p", bytes, "p", bytes, target, diagnostics);
    if (!program) __builtin_trap();
    if (i < system->domains.size()) {
      check_program(source, target, *system, i, *program, diagnostics);
    }
    programs.push_back(std::move(*program));
  }
  if (!diagnostics.ok()) return 0;
  patch_programs(source, target, *system, programs, diagnostics);
  const sel4::capdl::Spec spec = build_spec(target, *system, programs);
  (void)report(target, spec, nullptr);
  (void)memory_map_json(memory_map(target, *system, programs, {}));
  (void)memory_map_text(memory_map(target, *system, programs, {}));
  (void)diagram_dot(*system);
  (void)diagram_svg(*system);
  return 0;
}
