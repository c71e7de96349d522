// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/inputs.hpp>

#include <charconv>
#include <set>
#include <yaml-cpp/yaml.h>

namespace sel4::image {

namespace {

constexpr const char* reinstall_platform =
    "use the platform_gen.yaml that the kernel's build installed";

std::string place(const YAML::Node& node) { return "line " + std::to_string(node.Mark().line + 1); }

/// Every key of a map once, all of them among `known`.
Outcome<> check_keys(const std::string& name, const YAML::Node& map,
                     const std::set<std::string>& known) {
  std::set<std::string> seen;
  for (const auto& entry : map) {
    if (!entry.first.IsScalar())
      return fail(name, place(map), "a key is not a name", reinstall_platform);
    const std::string& key = entry.first.Scalar();
    if (!known.contains(key)) {
      return fail(name, place(entry.first), "unknown key '" + key + "'", reinstall_platform);
    }
    if (!seen.insert(key).second) {
      return fail(name, place(entry.first), "the key '" + key + "' is there twice",
                  reinstall_platform);
    }
  }
  for (const std::string& key : known) {
    if (!seen.contains(key)) {
      return fail(name, place(map), "the key '" + key + "' is missing", reinstall_platform);
    }
  }
  return {};
}

Outcome<std::uint64_t> number(const std::string& name, const YAML::Node& node) {
  if (!node.IsScalar()) return fail(name, place(node), "this is not a number", reinstall_platform);
  std::string_view text = node.Scalar();
  int base = 10;
  if (text.starts_with("0x")) {
    text.remove_prefix(2);
    base = 16;
  }
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
    return fail(name, place(node),
                "'" + node.Scalar().substr(0, 40) + "' is not a number below 2^64",
                reinstall_platform);
  }
  return value;
}

Outcome<std::vector<Range>> ranges(const std::string& name, const YAML::Node& list,
                                   const char* key) {
  if (!list.IsSequence()) {
    return fail(name, place(list), "'" + std::string(key) + "' is not a list", reinstall_platform);
  }
  std::vector<Range> found;
  for (const auto& entry : list) {
    if (!entry.IsMap()) return fail(name, place(entry), "this is not a range", reinstall_platform);
    SEL4_IMAGE_TRY(check_keys(name, entry, {"start", "end"}));
    const Range range{SEL4_IMAGE_TRY(number(name, entry["start"])),
                      SEL4_IMAGE_TRY(number(name, entry["end"]))};
    if (range.start >= range.end) {
      return fail(name, place(entry), "the range " + hex(range) + " is empty or inverted",
                  reinstall_platform);
    }
    if (range.start % payload::page_size != 0 || range.end % payload::page_size != 0) {
      return fail(name, place(entry), "the range " + hex(range) + " is not page aligned",
                  reinstall_platform);
    }
    if (!found.empty() && range.start < found.back().end) {
      return fail(name, place(entry),
                  "the range " + hex(range) + " overlaps or precedes " + hex(found.back()),
                  reinstall_platform);
    }
    found.push_back(range);
  }
  return found;
}

Outcome<PlatformInfo> read(const std::string& name, const YAML::Node& root) {
  if (!root.IsMap()) return fail(name, "line 1", "this is not a map", reinstall_platform);
  SEL4_IMAGE_TRY(check_keys(name, root, {"devices", "memory"}));
  PlatformInfo info;
  info.memory = SEL4_IMAGE_TRY(ranges(name, root["memory"], "memory"));
  if (info.memory.empty()) {
    return fail(name, place(root["memory"]), "there is no memory", reinstall_platform);
  }
  if (info.memory.size() > payload::max_memory_ranges) {
    return fail(name, place(root["memory"]),
                "more than " + std::to_string(payload::max_memory_ranges) + " memory ranges");
  }
  info.devices = SEL4_IMAGE_TRY(ranges(name, root["devices"], "devices"));
  std::size_t next = 0;
  for (const Range& memory : info.memory) {
    while (next < info.devices.size() && info.devices[next].end <= memory.start) ++next;
    if (next < info.devices.size() && info.devices[next].start < memory.end) {
      return fail(name, {},
                  "the memory " + hex(memory) + " overlaps the devices " + hex(info.devices[next]),
                  reinstall_platform);
    }
  }
  return info;
}

}  // namespace

Outcome<PlatformInfo> parse_platform_info(const std::string& name, std::string_view text) {
  // yaml-cpp reports by exceptions, and only by them; they end here.
  try {
    return read(name, YAML::Load(std::string(text)));
  } catch (const YAML::Exception& error) {
    return fail(name, "line " + std::to_string(error.mark.line + 1), "not YAML: " + error.msg,
                reinstall_platform);
  }
}

}  // namespace sel4::image
