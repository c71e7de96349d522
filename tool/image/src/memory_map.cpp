// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/output.hpp>

#include <nlohmann/json.hpp>

namespace sel4::image {

namespace {

std::string padded(std::uint64_t value) {
  std::string digits = hex(value).substr(2);
  return std::string(12 - std::min<std::size_t>(digits.size(), 12), '0') + digits;
}

}  // namespace

std::string memory_map_text(const Placement& placement, std::uint64_t payload_size) {
  std::string text;
  const auto line = [&](Range range, const std::string& what) {
    text += padded(range.start) + ".." + padded(range.end) + "  " + what + "\n";
  };
  for (const Range& range : placement.platform.memory) line(range, "memory");
  for (const Range& range : placement.reserved) line(range, "reserved by the device tree");
  for (const Use& use : uses(placement, payload_size)) line(use.range, use.what);
  return text;
}

std::string memory_map_json(const Placement& placement, std::uint64_t payload_size) {
  nlohmann::ordered_json json;
  const auto entry = [](Range range) {
    return nlohmann::ordered_json{{"start", range.start}, {"end", range.end}};
  };
  json["memory"] = nlohmann::ordered_json::array();
  for (const Range& range : placement.platform.memory) json["memory"].push_back(entry(range));
  json["reserved"] = nlohmann::ordered_json::array();
  for (const Range& range : placement.reserved) json["reserved"].push_back(entry(range));
  json["uses"] = nlohmann::ordered_json::array();
  for (const Use& use : uses(placement, payload_size)) {
    nlohmann::ordered_json item{{"what", use.what}};
    item.update(entry(use.range));
    json["uses"].push_back(std::move(item));
  }
  return json.dump(2) + "\n";
}

}  // namespace sel4::image
