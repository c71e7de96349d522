// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <array>
#include <atomic>
#include <loader/arch/core.hpp>
#include <loader/arch/start_core.hpp>
#include <loader/arch/translation.hpp>
#include <loader/cores.hpp>
#include <loader/log.hpp>
#include <loader_config.hpp>

extern "C" {
sel4::loader::StartingCore starting_core;
[[noreturn]] void secondary_main(std::uint64_t core);
}

namespace sel4::loader {

namespace {

KernelArguments kernel_arguments;
std::uint64_t kernel_entry;
std::array<std::uint64_t, config::max_cores> hardware_ids;
// One flag each, set by its core only: no atomic read-modify-write is needed, which some cores
// lack and others do not do with caches off.
std::array<std::atomic<std::uint32_t>, config::max_cores> arrived;
std::atomic<std::uint32_t> go;

// Emulators on busy machines take their time; waiting costs nothing when all is well.
constexpr std::uint64_t patience_seconds = 10;

}  // namespace

void start_other_cores(const payload::Head& head) {
  const payload::Header& header = head.header();
  if (head.cores().size() > config::max_cores) fatal("more cores than the loader has stacks for");
  hardware_ids[0] = head.cores()[0].hardware_id;
  for (std::size_t i = 1; i < head.cores().size(); ++i) {
    const payload::Core& core = head.cores()[i];
    hardware_ids[i] = core.hardware_id;
    const arch::TranslationRoots roots = arch::translation_roots();
    starting_core = {
        .stack_top = arch::stack_top(i), .core = i, .root_low = roots.low, .root_high = roots.high};
    arch::make_visible(&starting_core, sizeof(starting_core));
    Line{LogLevel::debug} << "starting core " << i << ", hardware id " << Hex{core.hardware_id};
    if (const std::int64_t error = arch::start_core(header.core_start, core); error != 0) {
      Line{LogLevel::error} << "firmware refuses to start core " << i << ", hardware id "
                            << Hex{core.hardware_id} << ": error -"
                            << static_cast<std::uint64_t>(-error);
      fatal("cannot start all cores");
    }
    const std::uint64_t limit = arch::ticks() + patience_seconds * arch::ticks_per_second();
    while (arrived[i].load(std::memory_order_acquire) == 0) {
      if (arch::ticks() > limit) {
        Line{LogLevel::error} << "core " << i << ", hardware id " << Hex{core.hardware_id}
                              << " has not arrived within " << patience_seconds << " seconds";
        fatal("cannot start all cores");
      }
    }
  }
}

void enter_kernel(const payload::Head& head) {
  const payload::Header& header = head.header();
  kernel_arguments = {.user_phys_start = header.user_phys_start,
                      .user_phys_end = header.user_phys_end,
                      .user_pv_offset = header.user_pv_offset,
                      .user_virt_entry = header.user_virt_entry,
                      .dtb_phys = header.dtb_phys,
                      .dtb_size = header.dtb_size};
  kernel_entry = header.kernel_entry;
  hardware_ids[0] = head.cores()[0].hardware_id;
  go.store(1, std::memory_order_release);
  arch::signal_cores();
  arch::enter_kernel(kernel_arguments, kernel_entry, 0, hardware_ids[0]);
}

}  // namespace sel4::loader

void secondary_main(std::uint64_t core) {
  using namespace sel4::loader;
  arrived[core].store(1, std::memory_order_release);
  while (go.load(std::memory_order_acquire) == 0) arch::relax();
  arch::enter_kernel(kernel_arguments, kernel_entry, core, hardware_ids[core]);
}
