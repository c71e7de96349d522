// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/machine.hpp>

#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

namespace sel4::run {

namespace {

using Json = nlohmann::json;
template <class T>
using Expected = std::expected<T, std::string>;

constexpr const char* reinstall = "give the gen_config.json of an installed seL4 16";

/// The configuration's values with errors that name file and key.
class Config {
 public:
  Config(const Json& json, std::string file) : json_(json), file_(std::move(file)) {}

  [[nodiscard]] Expected<std::string> text(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end()) return fail(key, "is missing");
    if (!found->is_string()) return fail(key, "is not a string");
    return found->get<std::string>();
  }

  [[nodiscard]] Expected<bool> flag(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end()) return fail(key, "is missing");
    if (!found->is_boolean()) return fail(key, "is neither true nor false");
    return found->get<bool>();
  }

  [[nodiscard]] Expected<unsigned> number(const char* key) const {
    const auto value = text(key);
    if (!value) return std::unexpected(value.error());
    unsigned result = 0;
    const char* end = value->data() + value->size();
    const auto [stop, error] = std::from_chars(value->data(), end, result);
    if (value->empty() || error != std::errc{} || stop != end) {
      return fail(key, fmt::format("is '{}', not a number", *value));
    }
    return result;
  }

  [[nodiscard]] bool is_set(const std::string& key) const {
    const auto found = json_.find(key);
    return found != json_.end() && found->is_boolean() && found->get<bool>();
  }

  [[nodiscard]] std::unexpected<std::string> fail(std::string_view key,
                                                  std::string_view what) const {
    return std::unexpected(fmt::format("{}: {} {}; {}", file_, key, what, reinstall));
  }

 private:
  const Json& json_;
  std::string file_;
};

Expected<std::string> cpu_of(const Config& config, const std::string& arch) {
  if (arch == "riscv64") return "rv64";
  // Every feature QEMU has: the kernel wants 1 GiB pages together with XSAVE, which no named model
  // of QEMU 7.2 has in a combination that it boots with.
  if (arch == "x86_64") return "max";
  for (const int model : {35, 53, 55, 57, 72, 76}) {
    if (config.is_set(fmt::format("ARM_CORTEX_A{}", model)))
      return fmt::format("cortex-a{}", model);
  }
  return config.fail("ARM_CORTEX_*", "names no CPU that QEMU's virt machine has");
}

Expected<void> check_platform(const Config& config, const KernelFacts& facts) {
  const auto expected = facts.arch == "aarch64"   ? "qemu-arm-virt"
                        : facts.arch == "riscv64" ? "qemu-riscv-virt"
                                                  : "pc99";
  if (facts.platform == expected) return {};
  return config.fail("PLAT", fmt::format("is '{}', which this runner has no machine for ({}: {})",
                                         facts.platform, facts.arch, expected));
}

Expected<void> read_arm(const Config& config, KernelFacts& facts) {
  const auto hypervisor = config.flag("ARM_HYPERVISOR_SUPPORT");
  if (!hypervisor) return std::unexpected(hypervisor.error());
  const auto gic_v3 = config.flag("ARM_GIC_V3_SUPPORT");
  if (!gic_v3) return std::unexpected(gic_v3.error());
  facts.hypervisor = *hypervisor;
  facts.gic_v3 = *gic_v3;
  return {};
}

}  // namespace

Expected<KernelFacts> read_kernel_facts(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file)
    return std::unexpected(fmt::format("{}: cannot be read; {}", path.string(), reinstall));
  const Json json = Json::parse(file, nullptr, false);
  if (!json.is_object()) {
    return std::unexpected(fmt::format("{}: not a JSON object; {}", path.string(), reinstall));
  }
  const Config config(json, path.string());
  KernelFacts facts;
  const auto arch = config.text("SEL4_ARCH");
  if (!arch) return std::unexpected(arch.error());
  facts.arch = *arch;
  if (*arch != "aarch64" && *arch != "riscv64" && *arch != "x86_64") {
    return config.fail("SEL4_ARCH",
                       fmt::format("is '{}'; aarch64, riscv64 and x86_64 are supported", *arch));
  }
  const auto platform = config.text("PLAT");
  if (!platform) return std::unexpected(platform.error());
  facts.platform = *platform;
  const auto nodes = config.number("MAX_NUM_NODES");
  if (!nodes) return std::unexpected(nodes.error());
  if (*nodes == 0) return config.fail("MAX_NUM_NODES", "is 0");
  facts.nodes = *nodes;
  const auto printing = config.flag("PRINTING");
  if (!printing) return std::unexpected(printing.error());
  facts.printing = *printing;
  if (const auto fits = check_platform(config, facts); !fits) return std::unexpected(fits.error());
  const auto cpu = cpu_of(config, facts.arch);
  if (!cpu) return std::unexpected(cpu.error());
  facts.cpu = *cpu;
  if (facts.arch == "aarch64") {
    if (const auto arm = read_arm(config, facts); !arm) return std::unexpected(arm.error());
  }
  return facts;
}

Expected<std::uint64_t> read_memory_mib(const std::filesystem::path& path,
                                        const KernelFacts& facts) {
  const auto fail = [&path](std::string_view what) {
    return std::unexpected(
        fmt::format("{}: {}; give the platform_gen.yaml of the installed seL4, or "
                    "say --memory",
                    path.string(), what));
  };
  constexpr std::uint64_t mib = 1U << 20U;
  // Where QEMU's virt machines have their memory. The kernel's regions may begin later.
  const std::uint64_t base = facts.arch == "aarch64" ? 0x4000'0000 : 0x8000'0000;
  try {
    // JSON is YAML, so this reads platform_gen.json as well.
    const YAML::Node memory = YAML::LoadFile(path.string())["memory"];
    if (!memory.IsDefined() || !memory.IsSequence() || memory.size() == 0) {
      return fail("memory: not a list of regions");
    }
    std::uint64_t top = 0;
    for (const YAML::Node& region : memory) {
      const auto start = region["start"].as<std::uint64_t>();
      const auto end = region["end"].as<std::uint64_t>();
      if (start >= end) return fail("memory: a region ends before it starts");
      if (start < base) {
        return fail(fmt::format(
            "memory: a region starts at {:#x}, below the machine's memory at {:#x}", start, base));
      }
      top = std::max(top, end);
    }
    if ((top - base) % mib != 0) return fail(fmt::format("memory: the end {:#x} is odd", top));
    return (top - base) / mib;
  } catch (const YAML::BadFile&) {
    return fail("cannot be read");
  } catch (const YAML::Exception& error) {
    return fail(error.what());
  }
}

}  // namespace sel4::run
