// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

/// Reads the declarations; domains without an id get the free ones in the order of the file.
void read_declarations(Reader& reader, const XmlElement& element, DomainPlan& plan) {
  const std::uint32_t most = reader.target.domains;
  std::vector<bool> taken(most);
  std::vector<std::size_t> without_id;
  for (const XmlElement& child : element.children) {
    if (child.name != "domain") continue;
    Attributes attributes(reader, child, {"name", "id"});
    no_children(reader, child);
    DomainPlan::Entry entry;
    entry.span = child.span;
    entry.name = attributes.required_name("name");
    if (!attributes.has("name")) continue;
    const auto same = std::ranges::find(plan.domains, entry.name, &DomainPlan::Entry::name);
    if (same != plan.domains.end()) {
      reader.error(attributes.span("name"),
                   fmt::format("the domain '{}' is declared twice", entry.name), "remove one",
                   {{same->span, "the other"}});
      continue;
    }
    if (!attributes.has("id")) {
      without_id.push_back(plan.domains.size());
      plan.domains.push_back(std::move(entry));
      continue;
    }
    const std::uint64_t id = attributes.number("id", 0);
    if (id >= most) {
      reader.error(attributes.span("id"),
                   fmt::format("the domain id {} is not there; the kernel of {} has {} domains", id,
                               reader.target.name, most),
                   "configure it with a larger KernelNumDomains");
      // Known all the same: whoever names it makes no second mistake.
      plan.domains.push_back(std::move(entry));
      continue;
    }
    if (taken[id]) {
      reader.error(attributes.span("id"), fmt::format("another domain has the id {}", id),
                   "give each its own");
      continue;
    }
    taken[id] = true;
    entry.id = static_cast<std::uint8_t>(id);
    plan.domains.push_back(std::move(entry));
  }
  std::size_t next = 0;
  for (const std::size_t index : without_id) {
    while (next < most && taken[next]) ++next;
    if (next == most) {
      reader.error(plan.domains[index].span,
                   fmt::format("there are more domains than the kernel of {} has, {}",
                               reader.target.name, most),
                   "configure it with a larger KernelNumDomains");
      return;
    }
    taken[next] = true;
    plan.domains[index].id = static_cast<std::uint8_t>(next);
  }
}

std::optional<capdl::DomainEntry> read_entry(Reader& reader, const XmlElement& element,
                                             const DomainPlan& plan) {
  Attributes attributes(reader, element, {"domain", "duration"});
  no_children(reader, element);
  const std::string name = attributes.required("domain");
  const std::string duration = attributes.required("duration");
  if (!attributes.has("domain") || !attributes.has("duration")) return std::nullopt;
  capdl::DomainEntry entry;
  const auto domain = std::ranges::find(plan.domains, name, &DomainPlan::Entry::name);
  if (domain == plan.domains.end()) {
    reader.error(attributes.span("domain"), fmt::format("the domain '{}' is not declared", name),
                 fmt::format("add <domain name=\"{}\"/>", name));
    return std::nullopt;
  }
  entry.domain = domain->id;
  const Span span = attributes.span("duration");
  const std::size_t space = duration.find(' ');
  const std::string unit = space == std::string::npos ? "" : duration.substr(space + 1);
  if (unit != "us" && unit != "ticks") {
    reader.error(span,
                 fmt::format("'duration': expected a number and 'us' or 'ticks', found '{}'",
                             duration.substr(0, 40)),
                 "write for example 1000 us");
    return std::nullopt;
  }
  std::string problem;
  const auto value = parse_number(std::string_view(duration).substr(0, space), problem);
  if (!value || *value == 0) {
    reader.error(span,
                 fmt::format("'duration': expected a number above 0, found '{}'",
                             duration.substr(0, std::min<std::size_t>(space, 40))),
                 problem);
    return std::nullopt;
  }
  if (unit == "us") {
    entry.duration = capdl::Microseconds{*value};
  } else {
    entry.duration = capdl::Ticks{*value};
  }
  return entry;
}

void read_schedule(Reader& reader, const XmlElement& element, DomainPlan& plan) {
  Attributes attributes(reader, element, {"index_shift", "start_index"});
  plan.start_index = attributes.number("start_index", 0);
  if (attributes.has("index_shift")) plan.index_shift = attributes.number("index_shift", 0);
  std::size_t count = 0;
  for (const XmlElement& child : element.children) {
    if (child.name == "schedule_entry") {
      ++count;
      if (auto entry = read_entry(reader, child, plan)) plan.schedule.push_back(*entry);
    } else if (child.name == "schedule_end_marker") {
      ++count;
      const Attributes none(reader, child, {});
      no_children(reader, child);
      plan.schedule.push_back({.domain = 0, .duration = capdl::EndMarker{}});
    } else {
      unexpected_element(reader, element, child, {"schedule_entry", "schedule_end_marker"});
    }
  }
  const std::uint64_t most = reader.target.domain_schedules;
  const char* mend = "configure the kernel with a larger KernelNumDomainSchedules";
  if (count >= most) {
    reader.error(element.span,
                 fmt::format("the schedule has {} entries, the kernel of {} takes {}", count,
                             reader.target.name, most == 0 ? 0 : most - 1),
                 mend);
    return;
  }
  if (plan.start_index >= count) {
    reader.error(
        attributes.span("start_index"),
        fmt::format("the schedule starts at entry {}, but has {}", plan.start_index, count),
        "entries count from 0");
  }
  if (plan.index_shift && (*plan.index_shift >= most || *plan.index_shift + count >= most)) {
    reader.error(attributes.span("index_shift"),
                 fmt::format("shifted by {}, {} entries do not fit in the kernel's {}",
                             *plan.index_shift, count, most),
                 mend);
  }
}

}  // namespace

DomainPlan read_plan(Reader& reader, const XmlElement& element) {
  const Attributes attributes(reader, element, {});
  DomainPlan plan;
  if (reader.target.cores != 1) {
    reader.error(element.span,
                 fmt::format("the kernel of {} has {} cores, and no domain schedule then",
                             reader.target.name, reader.target.cores),
                 "use a kernel for one core");
  }
  const XmlElement* schedule = nullptr;
  for (const XmlElement& child : element.children) {
    if (child.name == "domain_schedule") {
      if (schedule != nullptr) {
        reader.error(child.span, "domain_schedule must be there only once", "remove one",
                     {{schedule->span, "the other"}});
        continue;
      }
      schedule = &child;
    } else if (child.name != "domain") {
      unexpected_element(reader, element, child, {"domain", "domain_schedule"});
    }
  }
  read_declarations(reader, element, plan);
  if (schedule == nullptr) {
    reader.error(element.span, "missing element 'domain_schedule' in 'domains'",
                 "add one with a schedule_entry for each domain");
  } else {
    read_schedule(reader, *schedule, plan);
  }
  return plan;
}

}  // namespace sel4::mk
