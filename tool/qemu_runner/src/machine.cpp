// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/machine.hpp>

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace sel4::run {

namespace {

std::expected<void, std::string> check_file(const std::filesystem::path& path, const char* what) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return std::unexpected(fmt::format("{}: is no file; give the {}", path.string(), what));
  }
  if (std::filesystem::file_size(path, error) == 0 || error) {
    return std::unexpected(fmt::format("{}: is empty; build the {} again", path.string(), what));
  }
  if (!std::ifstream(path)) {
    return std::unexpected(fmt::format("{}: cannot be read; give the {}", path.string(), what));
  }
  return {};
}

// QEMU's multiboot loader takes 32-bit ELF files only, and says of others that they lack a PVH
// note.
std::expected<void, std::string> check_multiboot(const std::filesystem::path& path) {
  std::array<char, 5> head{};
  std::ifstream(path, std::ios::binary).read(head.data(), head.size());
  constexpr std::array<char, 5> elf64{0x7f, 'E', 'L', 'F', 2};
  if (head != elf64) return {};
  return std::unexpected(fmt::format(
      "{}: is a 64-bit ELF file, which cannot be booted on x86_64; use the kernel that sel4-image "
      "wrote (32-bit ELF)",
      path.string()));
}

std::string machine_of(const KernelFacts& facts) {
  std::string machine = facts.arch == "x86_64" ? "pc" : "virt";
  if (facts.hypervisor) machine += ",virtualization=on";
  if (facts.gic_v3) machine += ",gic-version=3";
  return machine;
}

}  // namespace

std::expected<CommandLine, std::string> qemu_command(const KernelFacts& facts,
                                                     const MachineRequest& request) {
  const bool pc = facts.arch == "x86_64";
  if (pc != request.initrd.has_value()) {
    return std::unexpected(
        pc ? "the kernel is for x86_64: say --kernel FILE --initrd FILE, as sel4-image wrote them"
           : fmt::format("the kernel is for {}: say --image FILE, without --initrd", facts.arch));
  }
  if (const auto ok = check_file(request.image, pc ? "kernel" : "image"); !ok) {
    return std::unexpected(ok.error());
  }
  if (pc) {
    if (const auto ok = check_file(*request.initrd, "root task"); !ok) {
      return std::unexpected(ok.error());
    }
    if (const auto ok = check_multiboot(request.image); !ok) return std::unexpected(ok.error());
  }
  const unsigned cores = request.smp.value_or(facts.nodes);
  CommandLine command;
  command.program = request.qemu.value_or(fmt::format("qemu-system-{}", facts.arch));
  auto& arguments = command.arguments;
  const auto add = [&arguments](const char* option, std::string value) {
    arguments.emplace_back(option);
    arguments.push_back(std::move(value));
  };
  add("-machine", machine_of(facts));
  add("-cpu", facts.cpu);
  add("-smp", fmt::format("{}", cores));
  add("-m", fmt::format("{}M", request.memory_mib));
  if (facts.arch == "riscv64") add("-bios", "default");
  add("-kernel", request.image.string());
  if (pc) add("-initrd", request.initrd->string());
  add("-display", "none");
  add("-nic", "none");
  // On the terminal ctrl-a is QEMU's own prefix (ctrl-a x ends it); a script's input has none.
  if (request.interactive) {
    add("-serial", "mon:stdio");
  } else {
    add("-serial", "stdio");
    add("-monitor", "none");
  }
  arguments.emplace_back("-no-reboot");
  if (request.icount) {
    add("-icount", "shift=0,sleep=off");
    add("-rtc", "base=2026-01-01,clock=vm");
  }
  if (request.plugin) {
    add("-plugin", *request.plugin);
    add("-d", "plugin");
  }
  arguments.insert(arguments.end(), request.extra.begin(), request.extra.end());
  return command;
}

}  // namespace sel4::run
