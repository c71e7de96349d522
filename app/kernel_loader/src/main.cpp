// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/payload/head.hpp>

#include <cstddef>
#include <loader/arch/asm_constants.h>
#include <loader/arch/core.hpp>
#include <loader/arch/entry.hpp>
#include <loader/arch/translation.hpp>
#include <loader/cores.hpp>
#include <loader/image.hpp>
#include <loader/log.hpp>
#include <loader/memory.hpp>
#include <loader/plat/console.hpp>
#include <loader_config.hpp>
#include <span>

// What the assembler knows of the payload, to move it.
static_assert(PAYLOAD_MAGIC == sel4::payload::magic);
static_assert(PAYLOAD_SIZE_OFFSET == offsetof(sel4::payload::Header, payload_size));
static_assert(sel4::payload::version == 1);

namespace sel4::loader {

namespace {

// More than any payload; the real size is in its head and checked against memory.
constexpr std::size_t payload_limit = std::size_t{1} << 40;

std::string_view name(payload::RegionKind kind) {
  switch (kind) {
    case payload::RegionKind::kernel:
      return "kernel";
    case payload::RegionKind::dtb:
      return "device tree";
    case payload::RegionKind::user:
      return "root task";
  }
  return "region";
}

[[noreturn]] void refuse(payload::Error error) {
  Line{LogLevel::error} << payload::message(error.problem) << " (entry " << error.index << ")";
  fatal("the payload is not usable");
}

payload::Head check_payload() {
  auto head = payload::Head::parse({loader_payload, payload_limit});
  if (!head) refuse(head.error());
  const payload::Header& header = head->header();
  set_log_level(header.log_level);
  if (header.machine != config::machine) fatal("the payload is for another machine");
  const payload::Extent loader{address_of(_start),
                               address_of(loader_payload) + header.payload_size};
  if (auto placed = head->check_placement(loader); !placed) refuse(placed.error());
  return *head;
}

void load(const payload::Head& head, const payload::Region& region) {
  auto* to = reinterpret_cast<std::byte*>(region.address);
  const bool copied = region.data_offset != payload::Region::in_place;
  Line{LogLevel::debug} << name(region.kind) << (copied ? " copied to " : " found at ")
                        << Hex{region.address} << ", size " << Hex{region.size} << ", data "
                        << Hex{region.data_size};
  const std::byte* from = copied ? head.data(region) : to;
  if (head.header().verify_data != 0 &&
      sum_blocks(from, region.data_size) != region.data_checksum) {
    Line{LogLevel::error} << name(region.kind) << " at " << Hex{region.address}
                          << " is corrupted (checksum)";
    fatal("the payload is not usable");
  }
  if (copied) {
    copy_blocks(to, from, region.data_size);
    zero_blocks(to + region.data_size, region.size - region.data_size);
  }
  arch::make_executable(to, region.data_size);
}

}  // namespace

}  // namespace sel4::loader

/// Called by the assembler on the boot core. The arguments are the architecture's (arch/entry.hpp).
extern "C" [[noreturn]] void loader_main(std::uint64_t first, std::uint64_t second) {
  using namespace sel4;
  using namespace sel4::loader;
  plat::console_init();
  arch::check_entry(first);
  const payload::Head head = check_payload();
  const payload::Header& header = head.header();
  arch::go_to_boot_core(head.cores()[0], first, second);
  Line{LogLevel::info} << "kernel " << Hex{header.kernel_phys_start} << ".."
                       << Hex{header.kernel_phys_end} << ", root task "
                       << Hex{header.user_phys_start} << ".." << Hex{header.user_phys_end};
  if (!arch::start_translation(head)) fatal("no room for the translation tables");
  for (const payload::Region& region : head.regions()) load(head, region);
  start_other_cores(head);
  Line{LogLevel::info} << "entering the kernel on " << std::uint64_t{head.cores().size()}
                       << " core(s)";
  enter_kernel(head);
}
