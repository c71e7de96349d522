// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/inputs.hpp>

#include <algorithm>

namespace sel4::image {

namespace {

Outcome<std::uint64_t> hardware_id(const std::string& name, const fdt::Node& cpus,
                                   const fdt::Node& cpu) {
  const auto reg = cpu.reg(cpus, 0);
  if (!reg) {
    return fail(name, "/cpus/" + std::string(cpu.name()),
                std::string(fdt::message(reg.error().problem)));
  }
  if (!*reg) return fail(name, "/cpus/" + std::string(cpu.name()), "the property reg is missing");
  return (*reg)->start;
}

Outcome<payload::CoreStart> psci_conduit(const std::string& name, const fdt::Tree& tree) {
  const auto psci = tree.find("/psci");
  const auto method = psci ? psci->property("method") : std::nullopt;
  if (!method) return fail(name, "/psci", "the property method is missing");
  if (method->string() == "hvc") return payload::CoreStart::psci_hvc;
  if (method->string() == "smc") return payload::CoreStart::psci_smc;
  return fail(name, "/psci/method", "neither 'hvc' nor 'smc'");
}

}  // namespace

Outcome<CoreList> read_cores(const std::string& name, const fdt::Tree& tree,
                             const KernelConfig& config) {
  CoreList list;
  const auto cpus = tree.find("/cpus");
  if (!cpus) return fail(name, "/cpus", "the node is missing");
  for (auto cpu = cpus->first_child(); cpu; cpu = cpu->next_sibling()) {
    const auto type = cpu->property("device_type");
    if (!type || type->string() != "cpu" || !cpu->enabled()) continue;
    payload::Core core{.hardware_id = SEL4_IMAGE_TRY(hardware_id(name, *cpus, *cpu)),
                       .release_address = 0};
    for (const payload::Core& other : list.cores) {
      if (other.hardware_id == core.hardware_id) {
        return fail(name, "/cpus/" + std::string(cpu->name()), "the same reg as another core");
      }
    }
    if (config.cores > 1 && config.machine == elf::Machine::aarch64) {
      const auto method = cpu->property("enable-method");
      payload::CoreStart start = payload::CoreStart::none;
      if (method && method->string() == "psci") {
        start = SEL4_IMAGE_TRY(psci_conduit(name, tree));
      } else if (method && method->string() == "spin-table") {
        start = payload::CoreStart::spin_table;
        const auto address = cpu->property("cpu-release-addr");
        const auto value = address ? address->number() : std::nullopt;
        if (!value || *value % 8 != 0) {
          return fail(name, "/cpus/" + std::string(cpu->name()),
                      "the property cpu-release-addr is missing or no aligned address");
        }
        core.release_address = *value;
      } else {
        return fail(name, "/cpus/" + std::string(cpu->name()),
                    "the property enable-method is neither 'psci' nor 'spin-table'",
                    "the kernel is for " + std::to_string(config.cores) +
                        " cores; give the device tree of a machine that starts them");
      }
      if (!list.cores.empty() && start != list.start) {
        return fail(name, "/cpus/" + std::string(cpu->name()),
                    "another enable-method than the core before it");
      }
      list.start = start;
    }
    list.cores.push_back(core);
    if (list.cores.size() > 1024) return fail(name, "/cpus", "more than 1024 cores");
  }
  if (list.cores.empty()) return fail(name, "/cpus", "there is no enabled core");
  if (config.machine == elf::Machine::riscv) {
    if (config.cores > 1) list.start = payload::CoreStart::sbi_hsm;
    const auto first =
        std::ranges::find(list.cores, config.first_hart, &payload::Core::hardware_id);
    if (first == list.cores.end()) {
      return fail(name, "/cpus",
                  "hart " + std::to_string(config.first_hart) + " (FIRST_HART_ID) is not there");
    }
    std::rotate(list.cores.begin(), first, first + 1);
  }
  if (list.cores.size() < config.cores) {
    return fail(name, "/cpus",
                "the kernel waits for " + std::to_string(config.cores) + " cores, but there are " +
                    std::to_string(list.cores.size()),
                "configure the kernel with KernelMaxNumNodes=" + std::to_string(list.cores.size()));
  }
  list.cores.resize(config.cores);
  return list;
}

}  // namespace sel4::image
