// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/file.hpp>
#include <sel4/image/inputs.hpp>
#include <sel4/mk/target.hpp>

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sel4::mk {

namespace {

using Json = nlohmann::json;

constexpr std::size_t text_limit = std::size_t{1} << 24;
constexpr const char* reinstall = "use the file that the kernel's build installed";

/// The values of one JSON file; whatever is missing is reported, with a harmless value instead.
class Values {
 public:
  Values(std::string file, std::string_view text, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {
    json_ = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (json_.is_object()) return;
    diagnostics.error(file_, json_.is_discarded() ? "this is not JSON" : "this is no JSON object",
                      reinstall);
    json_ = Json::object();
    broken_ = true;
  }

  bool has(const char* key) const { return json_.contains(key); }

  bool flag(const char* key) {
    const Json* value = find(key);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    complain(key, "the value is not true or false");
    return false;
  }

  std::string word(const char* key) {
    const Json* value = find(key);
    if (value == nullptr) return {};
    if (value->is_string()) return value->get<std::string>();
    complain(key, "the value is not a text");
    return {};
  }

  /// Numbers are texts in a kernel's configuration, and numbers in an SDK's files.
  std::uint64_t number(const char* key, std::uint64_t least, std::uint64_t most) {
    const Json* value = find(key);
    if (value == nullptr) return least;
    std::uint64_t number = 0;
    if (value->is_number_unsigned()) {
      number = value->get<std::uint64_t>();
    } else if (value->is_string()) {
      const std::string& text = value->get_ref<const std::string&>();
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc{} || end != text.data() + text.size()) {
        complain(key, "the value is not a number");
        return least;
      }
    } else {
      complain(key, "the value is not a number");
      return least;
    }
    if (number < least || number > most) {
      complain(key, fmt::format("expected {} to {}, found {}", least, most, number));
      return least;
    }
    return number;
  }

  std::uint8_t bits(const char* key, std::uint8_t least, std::uint8_t most) {
    return static_cast<std::uint8_t>(number(key, least, most));
  }

  void complain(const char* key, std::string what) {
    diagnostics_.error(fmt::format("{}: {}", file_, key), std::move(what), reinstall);
  }

 private:
  const Json* find(const char* key) {
    const auto found = json_.find(key);
    if (found != json_.end()) return &*found;
    if (!broken_) complain(key, "the key is missing");
    return nullptr;
  }

  std::string file_;
  Diagnostics& diagnostics_;
  Json json_;
  bool broken_ = false;
};

void read_aarch64(Values& values, Target& target) {
  target.arch = Arch::aarch64;
  target.hypervisor = values.flag("ARM_HYPERVISOR_SUPPORT");
  target.smc = values.flag("ALLOW_SMC_CALLS");
  const bool pa40 = values.flag("ARM_PA_SIZE_BITS_40");
  if (!pa40 && !values.flag("ARM_PA_SIZE_BITS_44")) {
    values.complain("ARM_PA_SIZE_BITS_44", "physical addresses have neither 40 nor 44 bits");
  }
  target.max_untyped_bits = 47;
  // A hypervisor's user programs have guest physical addresses.
  if (!target.hypervisor) {
    target.user_top = 0x7fff'ffff'ffff;
    target.kernel_offset = 0xffff'ff80'0000'0000;
  } else {
    target.user_top = pa40 ? 0xff'ffff'ffff : 0xfff'ffff'ffff;
    target.kernel_offset = 0x80'0000'0000;
    if (pa40) {
      target.root_level = 1;
      target.root_index_bits = 10;
      target.sizes.vspace = 13;
    }
  }
  const bool debug_registers = values.flag("HARDWARE_DEBUG_API");
  const bool saved_registers = target.hypervisor &&
                               values.has("ARM_HYP_ENABLE_VCPU_CP14_SAVE_AND_RESTORE") &&
                               values.flag("ARM_HYP_ENABLE_VCPU_CP14_SAVE_AND_RESTORE");
  target.sizes.tcb = debug_registers || saved_registers ? 12 : 11;
}

void read_riscv64(Values& values, Target& target) {
  target.arch = Arch::riscv64;
  target.user_top = 0x3f'ffff'efff;
  target.kernel_offset = 0xffff'ffc0'0000'0000;
  target.max_untyped_bits = 38;
  target.levels = 3;
  target.sizes.tcb = values.flag("HAVE_FPU") ? 11 : 10;
  const std::uint64_t levels = values.number("PT_LEVELS", 2, 5);
  if (levels != 3) {
    values.complain("PT_LEVELS",
                    fmt::format("the kernel has {} levels of page tables, not 3", levels));
  }
}

void read_x86_64(Values& values, Target& target) {
  target.arch = Arch::x86_64;
  target.user_top = 0x7fff'ffff'efff;
  target.kernel_offset = 0xffff'ff80'0000'0000;
  target.hypervisor = values.flag("VTX");
  target.iommu = values.flag("IOMMU");
  target.sizes.tcb = values.number("XSAVE_SIZE", 0, 0x10000) >= 832 ? 12 : 11;
  target.sizes.vcpu = 14;
}

std::optional<std::string> read_text(const std::string& path, Diagnostics& diagnostics) {
  const auto bytes = image::read_file(path, text_limit);
  if (!bytes) {
    diagnostics.error(bytes.error().object, bytes.error().what, bytes.error().mend);
    return std::nullopt;
  }
  return std::string(image::as_text(*bytes));
}

/// What an SDK says of the sizes, which is what the kernel was built with.
void read_sdk_sizes(const TargetFiles& files, Target& target, Diagnostics& diagnostics) {
  if (!files.object_sizes.empty()) {
    if (const auto text = read_text(files.object_sizes, diagnostics)) {
      Values values(files.object_sizes, *text, diagnostics);
      target.sizes.tcb = values.bits("tcb", 8, 16);
      target.sizes.endpoint = values.bits("endpoint", 4, 12);
      target.sizes.notification = values.bits("notification", 4, 12);
      target.sizes.reply = values.bits("reply", 4, 12);
      target.sizes.vspace = values.bits("vspace", 12, 16);
      target.sizes.page_table = values.bits("page_table", 12, 16);
      target.sizes.asid_pool = values.bits("asid_pool", 12, 16);
      if (values.has("vcpu")) target.sizes.vcpu = values.bits("vcpu", 10, 16);
      if (values.has("io_page_table")) {
        target.sizes.io_page_table = values.bits("io_page_table", 12, 16);
      }
    }
  }
  if (!files.address_space.empty()) {
    if (const auto text = read_text(files.address_space, diagnostics)) {
      Values values(files.address_space, *text, diagnostics);
      target.user_top = values.number("vspace_user_top", 0x100'0000, ~std::uint64_t{0} >> 8);
      if (values.has("vspace_index_bits")) {
        target.root_index_bits = values.bits("vspace_index_bits", 9, 12);
      }
    }
  }
}

void read_platform(const TargetFiles& files, Target& target, Diagnostics& diagnostics) {
  const auto text = read_text(files.platform, diagnostics);
  if (!text) return;
  // The YAML reader takes JSON, too.
  const auto platform = image::parse_platform_info(files.platform, *text);
  if (!platform) {
    const image::Error& error = platform.error();
    diagnostics.error(error.place.empty() ? error.object : error.object + ": " + error.place,
                      error.what, error.mend);
    return;
  }
  for (const auto& range : platform->memory) target.memory.push_back({range.start, range.end});
  for (const auto& range : platform->devices) target.devices.push_back({range.start, range.end});
}

}  // namespace

std::optional<Target> parse_target(const std::string& file, std::string_view config,
                                   Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  Values values(file, config, diagnostics);
  Target target;
  const std::string arch = values.word("SEL4_ARCH");
  if (arch == "aarch64") {
    read_aarch64(values, target);
  } else if (arch == "riscv64") {
    read_riscv64(values, target);
  } else if (arch == "x86_64") {
    read_x86_64(values, target);
  } else if (!arch.empty()) {
    values.complain("SEL4_ARCH", fmt::format("'{}' is not supported", arch.substr(0, 40)));
  }
  target.mcs = values.flag("KERNEL_MCS");
  if (!target.mcs && diagnostics.error_count() == errors) {
    diagnostics.error(file + ": KERNEL_MCS", "the kernel has no scheduling contexts (MCS)",
                      "configure it with KernelIsMCS=ON; Microkit needs them");
  }
  target.debug = values.flag("DEBUG_BUILD");
  target.printing = values.flag("PRINTING");
  target.cores = values.flag("ENABLE_SMP_SUPPORT")
                     ? static_cast<std::uint32_t>(values.number("MAX_NUM_NODES", 1, 256))
                     : 1;
  target.domains = static_cast<std::uint32_t>(values.number("NUM_DOMAINS", 1, 256));
  target.domain_schedules =
      static_cast<std::uint32_t>(values.number("NUM_DOMAIN_SCHEDULES", 1, 0x10000));
  target.root_cnode_bits = values.bits("ROOT_CNODE_SIZE_BITS", 4, 27);
  target.max_untypeds =
      static_cast<std::uint32_t>(values.number("MAX_NUM_BOOTINFO_UNTYPED_CAPS", 1, 0x10000));
  target.device_top = values.number("PADDR_USER_DEVICE_TOP", 1, ~std::uint64_t{0});
  // Twice the kernel's worst case execution time, 10 us and a scale.
  target.minimum_budget_us = 20 * values.number("KERNEL_WCET_SCALE", 1, 0xffff);
  if (diagnostics.error_count() != errors) return std::nullopt;
  return target;
}

std::optional<Target> read_target(const TargetFiles& files, std::string name,
                                  Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const auto text = read_text(files.config, diagnostics);
  if (!text) return std::nullopt;
  auto target = parse_target(files.config, *text, diagnostics);
  if (!target) return std::nullopt;
  target->name = std::move(name);
  read_sdk_sizes(files, *target, diagnostics);
  if (target->arch != Arch::x86_64) read_platform(files, *target, diagnostics);
  if (diagnostics.error_count() != errors) return std::nullopt;
  return target;
}

}  // namespace sel4::mk
