// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "check.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace sel4::mk {

void check_variables(const Checked& checked, const System& system) {
  for (const ProtectionDomain& domain : system.domains) {
    for (const SetVar& variable : domain.variables) {
      const MemoryRegion* region = nullptr;
      if (!std::holds_alternative<std::uint64_t>(variable.value)) {
        region = &system.regions[variable.region];
      }
      if (std::holds_alternative<SetVar::PrefillSize>(variable.value) && !region->prefilled) {
        checked.error(variable.span,
                      fmt::format("'{}' wants the size of the contents of '{}', which has none",
                                  variable.symbol, region->name),
                      "give the region a prefill_path, or use setvar_size",
                      {{region->span, "the region"}});
      }
      if (std::holds_alternative<SetVar::RegionPhys>(variable.value) && !region->phys &&
          checked.target.arch == Arch::x86_64) {
        checked.error(
            variable.region_span,
            fmt::format("'{}' wants the physical address of '{}', which has none", variable.symbol,
                        region->name),
            "memory of x86_64 machines is known at boot only; give the region a phys_addr",
            {{region->span, "the region"}});
      }
    }
    std::unordered_map<std::uint64_t, Span> slots;
    for (const CapMap& cap : domain.caps) {
      const auto [other, added] = slots.try_emplace(cap.slot, cap.span);
      if (added) continue;
      checked.error(cap.span,
                    fmt::format("slot {} of protection domain '{}' gets two capabilities", cap.slot,
                                domain.name),
                    "give each its own slot", {{other->second, "the other"}});
    }
  }
}

}  // namespace sel4::mk
