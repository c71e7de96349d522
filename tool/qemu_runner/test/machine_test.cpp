// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/machine.hpp>

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/ranges.h>
#include <fstream>
#include <string>
#include <unistd.h>

using namespace sel4::run;

namespace {

/// Files in a folder that goes away with the test.
struct Folder {
  Folder() : path(std::filesystem::temp_directory_path() / fmt::format("run-test-{}", ::getpid())) {
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }

  std::filesystem::path file(const char* name, std::string_view text) const {
    std::ofstream(path / name) << text;
    return path / name;
  }

  std::filesystem::path path;
};

constexpr std::string_view arm_config = R"({"SEL4_ARCH": "aarch64", "PLAT": "qemu-arm-virt",
  "MAX_NUM_NODES": "1", "PRINTING": true, "ARM_CORTEX_A53": true, "ARM_CORTEX_A57": false,
  "ARM_HYPERVISOR_SUPPORT": false, "ARM_GIC_V3_SUPPORT": false})";

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const auto at = result.find(from);
  REQUIRE(at != std::string::npos);
  return result.replace(at, from.size(), to);
}

std::string line(const KernelFacts& facts, const MachineRequest& request) {
  const auto command = qemu_command(facts, request);
  REQUIRE_MESSAGE(command.has_value(), (command ? "" : command.error()));
  return fmt::format("{} {}", command->program, fmt::join(command->arguments, " "));
}

}  // namespace

TEST_CASE("aarch64 at EL1") {
  const Folder folder;
  const auto facts = read_kernel_facts(folder.file("c.json", arm_config));
  REQUIRE_MESSAGE(facts.has_value(), (facts ? "" : facts.error()));
  CHECK(facts->printing);
  const auto image = folder.file("image", "x");
  const std::string command = line(*facts, {.image = image, .memory_mib = 1024});
  CHECK(command == fmt::format("qemu-system-aarch64 -machine virt -cpu cortex-a53 -smp 1 -m 1024M "
                               "-kernel {} -display none -nic none -serial stdio -monitor none "
                               "-no-reboot",
                               image.string()));
}

TEST_CASE("aarch64 at EL2 with four cores") {
  const Folder folder;
  std::string config = replaced(arm_config, R"("ARM_HYPERVISOR_SUPPORT": false)",
                                R"("ARM_HYPERVISOR_SUPPORT": true)");
  config = replaced(config, R"("ARM_CORTEX_A53": true, "ARM_CORTEX_A57": false)",
                    R"("ARM_CORTEX_A53": false, "ARM_CORTEX_A57": true)");
  config = replaced(config, R"("MAX_NUM_NODES": "1")", R"("MAX_NUM_NODES": "4")");
  config = replaced(config, R"("ARM_GIC_V3_SUPPORT": false)", R"("ARM_GIC_V3_SUPPORT": true)");
  const auto facts = read_kernel_facts(folder.file("c.json", config));
  REQUIRE(facts.has_value());
  const auto image = folder.file("image", "x");
  const std::string command = line(*facts, {.image = image, .memory_mib = 2048});
  CHECK(command.find("-machine virt,virtualization=on,gic-version=3 -cpu cortex-a57 -smp 4 "
                     "-m 2048M") != std::string::npos);
  CHECK(line(*facts, {.image = image, .smp = 2, .memory_mib = 2048}).find("-smp 2 ") !=
        std::string::npos);
}

TEST_CASE("riscv64") {
  const Folder folder;
  const auto facts = read_kernel_facts(folder.file(
      "c.json", R"({"SEL4_ARCH": "riscv64", "PLAT": "qemu-riscv-virt", "MAX_NUM_NODES": "1",
                    "PRINTING": false})"));
  REQUIRE(facts.has_value());
  CHECK_FALSE(facts->printing);
  const std::string command =
      line(*facts, {.image = folder.file("image", "x"), .memory_mib = 3072, .interactive = true});
  CHECK(command.starts_with(
      "qemu-system-riscv64 -machine virt -cpu rv64 -smp 1 -m 3072M -bios default -kernel "));
  CHECK(command.find("-serial mon:stdio") != std::string::npos);
}

TEST_CASE("x86_64") {
  const Folder folder;
  const auto facts = read_kernel_facts(folder.file(
      "c.json",
      R"({"SEL4_ARCH": "x86_64", "PLAT": "pc99", "MAX_NUM_NODES": "1", "PRINTING": true})"));
  REQUIRE(facts.has_value());
  MachineRequest request{.image = folder.file("kernel",
                                              "\x7f"
                                              "ELF\x01"),
                         .initrd = folder.file("task", "x"),
                         .memory_mib = 512,
                         .icount = true,
                         .plugin = "p.so,a=1",
                         .qemu = "/opt/qemu",
                         .extra = {"-s"}};
  const std::string command = line(*facts, request);
  CHECK(command.starts_with("/opt/qemu -machine pc -cpu max -smp 1 -m 512M -kernel "));
  CHECK(command.find("/task ") != std::string::npos);
  CHECK(
      command.ends_with("-no-reboot -icount shift=0,sleep=off -rtc base=2026-01-01,clock=vm "
                        "-plugin p.so,a=1 -d plugin -s"));
  SUBCASE("a 64-bit kernel cannot be booted") {
    request.image = folder.file("kernel64",
                                "\x7f"
                                "ELF\x02");
    const auto refused = qemu_command(*facts, request);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().find("64-bit ELF") != std::string::npos);
  }
  SUBCASE("the root task is needed") {
    request.initrd.reset();
    CHECK_FALSE(qemu_command(*facts, request).has_value());
  }
}

TEST_CASE("files that cannot be booted") {
  const Folder folder;
  const auto facts = read_kernel_facts(folder.file("c.json", arm_config));
  REQUIRE(facts.has_value());
  CHECK_FALSE(qemu_command(*facts, {.image = folder.path / "none", .memory_mib = 1}).has_value());
  CHECK_FALSE(qemu_command(*facts, {.image = folder.path, .memory_mib = 1}).has_value());
  CHECK_FALSE(
      qemu_command(*facts, {.image = folder.file("empty", ""), .memory_mib = 1}).has_value());
  const auto image = folder.file("image", "x");
  CHECK_FALSE(qemu_command(*facts, {.image = image, .initrd = image, .memory_mib = 1}).has_value());
}

TEST_CASE("broken configurations name file and key") {
  const Folder folder;
  const auto refused = [&folder](std::string_view text) {
    const auto path = folder.file("bad.json", text);
    const auto facts = read_kernel_facts(path);
    REQUIRE_FALSE(facts.has_value());
    CHECK(facts.error().starts_with(path.string() + ": "));
    return facts.error();
  };
  CHECK(refused("").find("not a JSON object") != std::string::npos);
  CHECK(refused("[1]").find("not a JSON object") != std::string::npos);
  CHECK(refused("{").find("not a JSON object") != std::string::npos);
  CHECK(refused("{}").find("SEL4_ARCH is missing") != std::string::npos);
  CHECK(refused(replaced(arm_config, "\"aarch64\"", "\"ia32\"")).find("'ia32'") !=
        std::string::npos);
  CHECK(refused(replaced(arm_config, "\"aarch64\"", "true")).find("not a string") !=
        std::string::npos);
  CHECK(refused(replaced(arm_config, "qemu-arm-virt", "tx2")).find("'tx2'") != std::string::npos);
  CHECK(refused(replaced(arm_config, "\"1\"", "\"1x\"")).find("MAX_NUM_NODES") !=
        std::string::npos);
  CHECK(refused(replaced(arm_config, "\"1\"", "\"0\"")).find("MAX_NUM_NODES") != std::string::npos);
  CHECK(refused(replaced(arm_config, "\"ARM_CORTEX_A53\": true", "\"X\": true"))
            .find("ARM_CORTEX_*") != std::string::npos);
  CHECK(refused(replaced(arm_config, "\"ARM_GIC_V3_SUPPORT\": false", "\"X\": 0"))
            .find("ARM_GIC_V3_SUPPORT is missing") != std::string::npos);
  CHECK(refused(replaced(arm_config, "\"PRINTING\": true", "\"PRINTING\": 1"))
            .find("PRINTING is neither true nor false") != std::string::npos);
  CHECK_FALSE(read_kernel_facts(folder.path / "none").has_value());
}

TEST_CASE("the memory that the kernel expects") {
  const Folder folder;
  const KernelFacts arm{.arch = "aarch64", .platform = "", .cpu = ""};
  const KernelFacts riscv{.arch = "riscv64", .platform = "", .cpu = ""};
  const auto mib = [&folder](const KernelFacts& facts, std::string_view text) {
    return read_memory_mib(folder.file("p.yaml", text), facts);
  };
  CHECK(mib(arm,
            "devices:\n- end: 0x1\n  start: 0x0\nmemory:\n- end: 0x80000000\n"
            "  start: 0x40000000\n")
            .value() == 1024);
  CHECK(mib(arm, "memory:\n- {start: 0x60000000, end: 0xc0000000}\n").value() == 2048);
  CHECK(mib(riscv, R"({"memory": [{"start": 2149580800, "end": 5368709120}]})").value() == 3072);
  for (const char* bad :
       {"", "memory: []", "memory: 3", "devices: []", "memory:\n- {start: 0x80000000}",
        "memory:\n- {start: a, end: b}", "memory:\n- {start: 0x80000000, end: 0x50000000}",
        "memory:\n- {start: 0x1000, end: 0x80000000}", "memory: [", "\tmemory: x",
        "memory:\n- {start: 0x40000000, end: 0x40000001}",
        "memory:\n- {start: 0x40000000, end: 0x10000000000000000}"}) {
    const auto result = mib(arm, bad);
    CHECK_FALSE_MESSAGE(result.has_value(), bad);
    if (!result) CHECK(result.error().find("p.yaml: ") != std::string::npos);
  }
  CHECK_FALSE(read_memory_mib(folder.path / "none.yaml", arm).has_value());
}
