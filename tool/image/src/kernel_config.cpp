// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/inputs.hpp>

#include <charconv>
#include <nlohmann/json.hpp>

namespace sel4::image {

namespace {

using Json = nlohmann::json;

constexpr const char* reinstall_config =
    "use the gen_config.json that the kernel's build installed";

Outcome<Json> parse_object(const std::string& name, std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(name, {}, "this is not JSON");
  if (!json.is_object()) return fail(name, {}, "this is not a JSON object");
  return json;
}

Outcome<bool> flag(const std::string& name, const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return fail(name, key, "the key is missing", reinstall_config);
  if (!found->is_boolean())
    return fail(name, key, "the value is not true or false", reinstall_config);
  return found->get<bool>();
}

Outcome<std::string> string(const std::string& name, const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return fail(name, key, "the key is missing", reinstall_config);
  if (!found->is_string()) return fail(name, key, "the value is not a string", reinstall_config);
  return found->get<std::string>();
}

Outcome<std::uint64_t> number(const std::string& name, const Json& json, const char* key) {
  const std::string text = SEL4_IMAGE_TRY(string(name, json, key));
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return fail(name, key, "'" + text + "' is not a number", reinstall_config);
  }
  return value;
}

}  // namespace

Outcome<KernelConfig> parse_kernel_config(const std::string& name, std::string_view text) {
  const Json json = SEL4_IMAGE_TRY(parse_object(name, text));
  KernelConfig config;
  config.architecture = SEL4_IMAGE_TRY(string(name, json, "SEL4_ARCH"));
  config.platform = SEL4_IMAGE_TRY(string(name, json, "PLAT"));
  const std::uint64_t cores = SEL4_IMAGE_TRY(number(name, json, "MAX_NUM_NODES"));
  if (cores == 0 || cores > payload::max_cores) {
    return fail(name, "MAX_NUM_NODES",
                std::to_string(cores) + " is not in 1.." + std::to_string(payload::max_cores));
  }
  config.cores = static_cast<std::uint32_t>(cores);
  config.smp = SEL4_IMAGE_TRY(flag(name, json, "ENABLE_SMP_SUPPORT"));
  if (config.architecture == "aarch64") {
    config.machine = elf::Machine::aarch64;
    config.hypervisor = SEL4_IMAGE_TRY(flag(name, json, "ARM_HYPERVISOR_SUPPORT"));
    // As in seL4_UserTop of libsel4: the size of a guest-physical or of a user address space.
    if (!config.hypervisor) {
      config.user_top = 0x8000'0000'0000;
    } else if (SEL4_IMAGE_TRY(flag(name, json, "ARM_PA_SIZE_BITS_40"))) {
      config.user_top = 0x100'0000'0000;
    } else if (SEL4_IMAGE_TRY(flag(name, json, "ARM_PA_SIZE_BITS_44"))) {
      config.user_top = 0x1000'0000'0000;
    } else {
      return fail(name, "ARM_PA_SIZE_BITS_40", "physical addresses have neither 40 nor 44 bits");
    }
  } else if (config.architecture == "riscv64") {
    config.machine = elf::Machine::riscv;
    config.user_top = 0x3f'ffff'f000;
    config.first_hart = SEL4_IMAGE_TRY(number(name, json, "FIRST_HART_ID"));
    config.timer_frequency = SEL4_IMAGE_TRY(number(name, json, "TIMER_FREQUENCY"));
    const std::uint64_t levels = SEL4_IMAGE_TRY(number(name, json, "PT_LEVELS"));
    if (levels != 3) {
      return fail(name, "PT_LEVELS", "the loader supports Sv39 (3 levels) only",
                  "configure the kernel with 3 levels");
    }
  } else if (config.architecture == "x86_64") {
    config.machine = elf::Machine::x86_64;
    config.user_top = 0x7fff'ffff'f000;
  } else {
    return fail(name, "SEL4_ARCH", "'" + config.architecture + "' is not supported",
                "aarch64, riscv64 and x86_64 are");
  }
  return config;
}

Outcome<LoaderSettings> parse_loader_settings(const std::string& name, std::string_view text) {
  const Json json = SEL4_IMAGE_TRY(parse_object(name, text));
  LoaderSettings settings;
  for (const auto& [key, value] : json.items()) {
    if (key == "log_level") {
      constexpr std::string_view levels[] = {"off", "error", "warn", "info", "debug"};
      bool known = false;
      for (std::uint32_t i = 0; i < std::size(levels); ++i) {
        if (value.is_string() && value.get_ref<const std::string&>() == levels[i]) {
          settings.log_level = static_cast<payload::LogLevel>(i);
          known = true;
        }
      }
      if (!known) {
        return fail(name, key, value.dump() + " is no log level",
                    "use \"off\", \"error\", \"warn\", \"info\" or \"debug\"");
      }
    } else if (key == "verify_data" || key == "in_place") {
      if (!value.is_boolean()) return fail(name, key, "the value is not true or false");
      (key == "in_place" ? settings.in_place : settings.verify_data) = value.get<bool>();
    } else {
      return fail(name, key, "unknown key", "the keys are log_level, verify_data and in_place");
    }
  }
  return settings;
}

}  // namespace sel4::image
