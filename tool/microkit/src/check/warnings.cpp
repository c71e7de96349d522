// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/system.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

struct Warner {
  const Source& source;
  const Target& target;
  const System& system;
  Diagnostics& diagnostics;

  void warn(Span span, std::string what, std::string mend,
            const std::vector<Note>& notes = {}) const {
    diagnostics.warning(source, span, std::move(what), std::move(mend), notes);
  }
};

/// A caller that lends its budget to a passive server and runs out of it blocks everyone who calls
/// the server, whatever their priority, until its next period.
void warn_of_inversion(const Warner& warner) {
  const System& system = warner.system;
  for (std::size_t server = 0; server < system.domains.size(); ++server) {
    if (!system.domains[server].passive) continue;
    std::vector<std::size_t> callers;
    for (const Channel& channel : system.channels) {
      if (channel.a.call && channel.b.domain == server) callers.push_back(channel.a.domain);
      if (channel.b.call && channel.a.domain == server) callers.push_back(channel.b.domain);
    }
    for (const std::size_t low : callers) {
      const ProtectionDomain& limited = system.domains[low];
      if (limited.scheduling.budget_us == limited.scheduling.period_us) continue;
      const auto high = std::ranges::find_if(callers, [&](std::size_t other) {
        return system.domains[other].scheduling.priority > limited.scheduling.priority;
      });
      if (high == callers.end()) continue;
      const ProtectionDomain& waiting = system.domains[*high];
      warner.warn(
          limited.span,
          fmt::format("priority inversion: '{}' (priority {}) may run out of its budget of {} us "
                      "inside '{}', and '{}' (priority {}) waits then for up to {} us",
                      limited.name, limited.scheduling.priority, limited.scheduling.budget_us,
                      system.domains[server].name, waiting.name, waiting.scheduling.priority,
                      limited.scheduling.period_us - limited.scheduling.budget_us),
          fmt::format("give '{}' a budget of its own, or '{}' one without limit",
                      system.domains[server].name, limited.name),
          {{system.domains[server].span, "the passive server"},
           {waiting.span, "the domain that waits"}});
      break;
    }
  }
}

void warn_of_channels(const Warner& warner) {
  for (const Channel& channel : warner.system.channels) {
    const bool silent =
        !channel.a.notify && !channel.b.notify && !channel.a.call && !channel.b.call;
    if (silent) {
      warner.warn(channel.span,
                  fmt::format("unreachable channel: neither '{}' nor '{}' can use it",
                              channel.a.domain_name, channel.b.domain_name),
                  "set notify or pp at one end, or remove it");
    } else if (channel.a.domain == channel.b.domain) {
      warner.warn(channel.span, fmt::format("'{}' has a channel to itself", channel.a.domain_name),
                  "a domain can call its own functions");
    }
  }
}

void warn_of_executable(const Warner& warner) {
  const System& system = warner.system;
  // Who writes a region that others execute decides what they do.
  std::vector<const Map*> writer(system.regions.size());
  std::vector<const ProtectionDomain*> writing_domain(system.regions.size());
  for (const ProtectionDomain& domain : system.domains) {
    for (const Map& map : domain.maps) {
      if (map.permissions.write && map.permissions.execute) {
        warner.warn(
            map.permissions_span,
            fmt::format("'{}' is writable and executable in '{}'", map.region_name, domain.name),
            "map it rw to fill it and rx in another domain, or remove w or x");
      } else if (map.permissions.write && writer[map.region] == nullptr) {
        writer[map.region] = &map;
        writing_domain[map.region] = &domain;
      }
    }
  }
  for (const ProtectionDomain& domain : system.domains) {
    for (const Map& map : domain.maps) {
      if (!map.permissions.execute || map.permissions.write || writer[map.region] == nullptr) {
        continue;
      }
      warner.warn(map.permissions_span,
                  fmt::format("'{}' executes '{}', which '{}' can write", domain.name,
                              map.region_name, writing_domain[map.region]->name),
                  "make sure that this is wanted",
                  {{writer[map.region]->span, "where it is writable"}});
    }
  }
}

/// Budgets that the kernel refuses or rounds, and those that leave others nothing.
void warn_of_budgets(const Warner& warner) {
  const System& system = warner.system;
  for (const ProtectionDomain& domain : system.domains) {
    if (domain.scheduling.budget_us < warner.target.minimum_budget_us) {
      warner.warn(
          domain.span,
          fmt::format("the budget of '{}' is {} us; the kernel takes {} us or more", domain.name,
                      domain.scheduling.budget_us, warner.target.minimum_budget_us),
          "give it a larger budget");
    }
  }
  // What domains of higher priority on the same core may take by budgets that the description
  // gives. A domain without a budget is taken to block often; nothing is known of it.
  for (const ProtectionDomain& low : system.domains) {
    double used = 0;
    std::vector<Note> notes;
    for (const ProtectionDomain& high : system.domains) {
      if (high.cpu != low.cpu || high.domain != low.domain || high.passive) continue;
      if (high.scheduling.priority <= low.scheduling.priority || !high.scheduling.budget_given) {
        continue;
      }
      used += static_cast<double>(high.scheduling.budget_us) /
              static_cast<double>(high.scheduling.period_us);
      notes.push_back(
          {high.span, fmt::format("'{}' may take {} of every {} us", high.name,
                                  high.scheduling.budget_us, high.scheduling.period_us)});
    }
    if (used < 1.0) continue;
    constexpr std::size_t most_notes = 4;
    if (notes.size() > most_notes) notes.resize(most_notes);
    warner.warn(low.span,
                fmt::format("'{}' may starve: domains of higher priority on core {} have budgets "
                            "for {:.0f}% of the time",
                            low.name, low.cpu, used * 100),
                "lower their budgets, or raise its priority", notes);
  }
}

void warn_of_plan(const Warner& warner) {
  const DomainPlan& plan = warner.system.plan;
  if (!plan.given()) return;
  const auto scheduled = [&](std::uint8_t id) {
    return std::ranges::any_of(plan.schedule, [&](const capdl::DomainEntry& entry) {
      return entry.domain == id && !std::holds_alternative<capdl::EndMarker>(entry.duration);
    });
  };
  for (const ProtectionDomain& domain : warner.system.domains) {
    if (!domain.domain || scheduled(*domain.domain)) continue;
    warner.warn(domain.span,
                fmt::format("'{}' never runs: its domain is not in the schedule", domain.name),
                "add a schedule_entry");
  }
  if (!scheduled(0)) {
    warner.warn(plan.domains.front().span,
                "the monitor never runs: domain 0 is not in the schedule",
                "add a schedule_entry for it; faults are reported by the monitor");
  }
}

}  // namespace

void warn(const Source& source, const Target& target, const System& system,
          Diagnostics& diagnostics) {
  const Warner warner{source, target, system, diagnostics};
  warn_of_inversion(warner);
  warn_of_channels(warner);
  warn_of_executable(warner);
  warn_of_budgets(warner);
  warn_of_plan(warner);
}

}  // namespace sel4::mk
