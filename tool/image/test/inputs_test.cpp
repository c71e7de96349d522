// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "fixture.hpp"

#include <sel4/image/file.hpp>
#include <sel4/image/inputs.hpp>

#include <doctest/doctest.h>
#include <filesystem>

namespace {

using namespace sel4;
using namespace sel4::image;
using namespace sel4::image::test;

std::string platform_error(std::string_view text) {
  const auto info = parse_platform_info("p.yaml", text);
  REQUIRE_FALSE(info.has_value());
  return info.error().text();
}

std::string settings_error(std::string_view text) {
  const auto settings = parse_loader_settings("l.json", text);
  REQUIRE_FALSE(settings.has_value());
  return settings.error().text();
}

constexpr const char* mend = "; use the platform_gen.yaml that the kernel's build installed";

Outcome<CoreList> cores(const TreeOptions& options, std::uint32_t wanted,
                        elf::Machine machine = elf::Machine::aarch64, std::uint64_t first = 0) {
  const Bytes bytes = make_tree(options);
  const auto tree = fdt::Tree::parse(bytes);
  REQUIRE(tree.has_value());
  KernelConfig config;
  config.machine = machine;
  config.cores = wanted;
  config.first_hart = first;
  return read_cores("k.dtb", *tree, config);
}

}  // namespace

TEST_CASE("platform_gen.yaml") {
  const auto info = parse_platform_info("p.yaml",
                                        "devices:\n- end: 0x8000000\n  start: 0x0\n"
                                        "memory:\n- end: 0x80000000\n  start: 1073741824\n");
  REQUIRE(info.has_value());
  CHECK(info->memory == std::vector<Range>{{0x40000000, 0x80000000}});
  CHECK(info->devices == std::vector<Range>{{0, 0x8000000}});
}

TEST_CASE("a wrong platform_gen.yaml is refused with line and reason") {
  const auto error = [](const char* rest) { return "error: p.yaml: " + std::string(rest) + mend; };
  CHECK(platform_error("") == error("line 1: this is not a map"));
  CHECK(platform_error("memory: []\n") == error("line 1: the key 'devices' is missing"));
  CHECK(platform_error("memory: []\ndevices: []\n") == error("line 1: there is no memory"));
  CHECK(platform_error("memory: 7\ndevices: []\n") == error("line 1: 'memory' is not a list"));
  CHECK(platform_error("devices: []\nmemory: [7]\n") == error("line 2: this is not a range"));
  CHECK(platform_error("devices: []\nmemory: []\nmore: 1\n") ==
        error("line 3: unknown key 'more'"));
  CHECK(platform_error("devices: []\ndevices: []\nmemory: []\n") ==
        error("line 2: the key 'devices' is there twice"));
  const auto memory = [](const std::string& ranges) {
    return platform_error("devices: []\nmemory:\n" + ranges);
  };
  CHECK(memory("- {start: 0}\n") == error("line 3: the key 'end' is missing"));
  CHECK(memory("- {start: 0, end: x}\n") == error("line 3: 'x' is not a number below 2^64"));
  CHECK(memory("- {start: 0, end: 18446744073709551616}\n") ==
        error("line 3: '18446744073709551616' is not a number below 2^64"));
  CHECK(memory("- {start: -1, end: 4096}\n") == error("line 3: '-1' is not a number below 2^64"));
  CHECK(memory("- {start: 0, end: [1]}\n") == error("line 3: this is not a number"));
  CHECK(memory("- {start: 8192, end: 4096}\n") ==
        error("line 3: the range [0x2000, 0x1000) is empty or inverted"));
  CHECK(memory("- {start: 1, end: 4096}\n") ==
        error("line 3: the range [0x1, 0x1000) is not page aligned"));
  CHECK(memory("- {start: 0, end: 8192}\n- {start: 4096, end: 12288}\n") ==
        error("line 4: the range [0x1000, 0x3000) overlaps or precedes [0x0, 0x2000)"));
  CHECK(platform_error("devices: [{start: 4096, end: 8192}]\nmemory: [{start: 0, end: 8192}]\n") ==
        error("the memory [0x0, 0x2000) overlaps the devices [0x1000, 0x2000)"));
  CHECK(platform_error("a: b: c\n").starts_with("error: p.yaml: line 1: not YAML: "));
  CHECK(platform_error("a:\n\t- b\n").starts_with("error: p.yaml: line "));
}

TEST_CASE("nested and aliased YAML is bounded") {
  CHECK(platform_error(std::string(100000, '[')).starts_with("error: p.yaml: "));
  std::string bomb = "a: &a [x,x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string last(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + last + ",*" + last + "]\n";
  }
  CHECK(platform_error(bomb).starts_with("error: p.yaml: "));
}

TEST_CASE("loader settings") {
  const auto empty = parse_loader_settings("l.json", "{}");
  REQUIRE(empty.has_value());
  CHECK(empty->log_level == payload::LogLevel::info);
  CHECK(empty->verify_data);
  const auto full = parse_loader_settings(
      "l.json", R"({"log_level": "debug", "verify_data": false, "in_place": false})");
  REQUIRE(full.has_value());
  CHECK(full->log_level == payload::LogLevel::debug);
  CHECK_FALSE(full->verify_data);
  CHECK_FALSE(full->in_place);
  CHECK(settings_error("") == "error: l.json: this is not JSON");
  CHECK(settings_error("[]") == "error: l.json: this is not a JSON object");
  CHECK(settings_error(R"({"colour": 1})") ==
        "error: l.json: colour: unknown key; the keys are log_level, verify_data and in_place");
  CHECK(settings_error(R"({"log_level": "loud"})") ==
        "error: l.json: log_level: \"loud\" is no log level; use \"off\", \"error\", \"warn\", "
        "\"info\" or \"debug\"");
  CHECK(settings_error(R"({"verify_data": 1})") ==
        "error: l.json: verify_data: the value is not true or false");
}

TEST_CASE("kernel configuration") {
  const std::string common = R"("PLAT": "p", "MAX_NUM_NODES": "4", "ENABLE_SMP_SUPPORT": true)";
  const auto arm = parse_kernel_config(
      "g.json", "{" + common + R"(, "SEL4_ARCH": "aarch64", "ARM_HYPERVISOR_SUPPORT": true,
                 "ARM_PA_SIZE_BITS_40": false, "ARM_PA_SIZE_BITS_44": true})");
  REQUIRE(arm.has_value());
  CHECK(arm->hypervisor);
  CHECK(arm->cores == 4);
  CHECK(arm->user_top == 0x1000'0000'0000);
  const auto error = [&](const std::string& text) {
    const auto config = parse_kernel_config("g.json", text);
    REQUIRE_FALSE(config.has_value());
    return config.error().text();
  };
  const std::string again = "; use the gen_config.json that the kernel's build installed";
  CHECK(error("{}") == "error: g.json: SEL4_ARCH: the key is missing" + again);
  CHECK(error(R"({"SEL4_ARCH": true})") ==
        "error: g.json: SEL4_ARCH: the value is not a string" + again);
  CHECK(error("{" + common + R"(, "SEL4_ARCH": "ia32"})") ==
        "error: g.json: SEL4_ARCH: 'ia32' is not supported; aarch64, riscv64 and x86_64 are");
  CHECK(error("{" + common + R"(, "SEL4_ARCH": "aarch64"})") ==
        "error: g.json: ARM_HYPERVISOR_SUPPORT: the key is missing" + again);
  CHECK(error(R"({"SEL4_ARCH": "aarch64", "PLAT": "p", "MAX_NUM_NODES": "x"})") ==
        "error: g.json: MAX_NUM_NODES: 'x' is not a number" + again);
  CHECK(error(R"({"SEL4_ARCH": "aarch64", "PLAT": "p", "MAX_NUM_NODES": "65"})") ==
        "error: g.json: MAX_NUM_NODES: 65 is not in 1..64");
}

TEST_CASE("cores of the device tree") {
  const auto psci = cores({.cores = 4, .conduit = "hvc"}, 3);
  REQUIRE(psci.has_value());
  CHECK(psci->start == payload::CoreStart::psci_hvc);
  CHECK(psci->cores.size() == 3);
  CHECK(psci->cores[2].hardware_id == 2);
  const auto table = cores({.cores = 2, .method = "spin-table"}, 2);
  REQUIRE(table.has_value());
  CHECK(table->start == payload::CoreStart::spin_table);
  CHECK(table->cores[1].release_address == 0xe0);
  const auto harts = cores({.cores = 4}, 3, elf::Machine::riscv, 1);
  REQUIRE(harts.has_value());
  CHECK(harts->start == payload::CoreStart::sbi_hsm);
  CHECK(harts->cores[0].hardware_id == 1);
  CHECK(harts->cores[1].hardware_id == 0);
  CHECK(cores({.cores = 2}, 4).error().text() ==
        "error: k.dtb: /cpus: the kernel waits for 4 cores, but there are 2; configure the kernel "
        "with KernelMaxNumNodes=2");
  CHECK(cores({.cores = 2, .method = "magic"}, 2).error().text() ==
        "error: k.dtb: /cpus/cpu@0: the property enable-method is neither 'psci' nor 'spin-table'; "
        "the kernel is for 2 cores; give the device tree of a machine that starts them");
  CHECK(cores({.cores = 2, .conduit = "x"}, 2).error().text() ==
        "error: k.dtb: /psci/method: neither 'hvc' nor 'smc'");
  CHECK(cores({.cores = 2}, 1, elf::Machine::riscv, 7).error().text() ==
        "error: k.dtb: /cpus: hart 7 (FIRST_HART_ID) is not there");
}

TEST_CASE("files are written whole or not at all") {
  const auto folder = std::filesystem::temp_directory_path() / "sel4_image_file_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "taken");
  const Bytes bytes = filled(100, 7);
  CHECK(write_file(folder / "a", bytes).has_value());
  CHECK(read_file(folder / "a", 100) == bytes);
  CHECK(read_file(folder / "a", 99).error().what == "larger than 99 bytes");
  CHECK(read_file(folder / "b", 99).error().what == "cannot be opened: No such file or directory");
  CHECK(read_file(folder / "taken", 99).error().what == "this is no regular file");
  CHECK_FALSE(write_file(folder / "no" / "a", bytes).has_value());
  CHECK_FALSE(write_file(folder / "taken", bytes).has_value());
  CHECK(std::distance(std::filesystem::directory_iterator(folder),
                      std::filesystem::directory_iterator()) == 2);
  std::filesystem::remove_all(folder);
}
