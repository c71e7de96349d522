// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "bytes.hpp"

#include <sel4/image/placement.hpp>

namespace sel4::image {

namespace {

std::string machine_name(std::uint16_t machine) {
  switch (static_cast<elf::Machine>(machine)) {
    case elf::Machine::i386:
      return "i386";
    case elf::Machine::x86_64:
      return "x86_64";
    case elf::Machine::aarch64:
      return "aarch64";
    case elf::Machine::riscv:
      return "riscv64";
  }
  return "machine " + std::to_string(machine);
}

}  // namespace

Outcome<Program> parse_program(const std::string& name, std::span<const std::byte> bytes,
                               elf::Machine machine) {
  auto file = elf::File::parse(bytes);
  if (!file) {
    const elf::Error& error = file.error();
    std::string place;
    if (error.index != elf::Error::no_index) {
      place = "program header " + std::to_string(error.index);
    } else if (error.offset != 0) {
      place = "offset " + hex(error.offset);
    }
    return fail(name, place, std::string(elf::message(error.problem)),
                "give a statically linked ELF executable");
  }
  if (file->machine() != machine) {
    return fail(name, {},
                "this is for " + machine_name(static_cast<std::uint16_t>(file->machine())) +
                    ", the kernel's configuration is for " +
                    machine_name(static_cast<std::uint16_t>(machine)),
                "build it for the kernel's architecture");
  }
  return Program{name, *file};
}

Outcome<Range> check_root_task(const Program& program, const KernelConfig& config,
                               std::uint64_t extra, bool allow_wx) {
  const elf::File& file = program.file;
  const Range range = file.virtual_range();
  for (const elf::Segment segment : file.loads()) {
    if (segment.writable() && segment.executable() && !allow_wx) {
      return fail(program.name, "program header " + std::to_string(segment.index),
                  "the segment is writable and executable",
                  "separate code and data, or give --allow-wx");
    }
    if (segment.vaddr_end() > config.user_top) {
      return fail(program.name, "program header " + std::to_string(segment.index),
                  "the segment " + hex({segment.vaddr, segment.vaddr_end()}) +
                      " reaches above the user address space, which ends at " +
                      hex(config.user_top),
                  "link the program lower");
    }
  }
  if (range.start < page) {
    return fail(program.name, {}, "the first page of the address space is in use",
                "link the program at " + hex(page) + " or above");
  }
  if (config.machine == elf::Machine::x86_64 && range.start % page != 0) {
    return fail(program.name, {}, "the lowest address " + hex(range.start) + " is not page aligned",
                "link the program at a page boundary");
  }
  const Range pages{range.start / page * page, (range.end + page - 1) / page * page};
  // The kernel maps the IPC buffer, the bootinfo and the extra bootinfo right behind the image.
  const std::uint64_t behind = 2 * page + (extra + page - 1) / page * page;
  if (pages.end + behind > config.user_top) {
    return fail(program.name, {},
                "IPC buffer and bootinfo at " + hex({pages.end, pages.end + behind}) +
                    " would reach above the user address space, which ends at " +
                    hex(config.user_top),
                "link the program lower");
  }
  return pages;
}

}  // namespace sel4::image
