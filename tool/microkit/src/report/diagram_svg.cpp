// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "diagram.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

/// The picture without Graphviz: interrupts, domains by priority, regions, in three columns;
/// channels as arcs left of the domains.
namespace sel4::mk {

namespace {

constexpr int row = 70;
constexpr int top = 50;
constexpr int box_height = 44;
constexpr int irq_x = 10;
constexpr int arc_room = 130;
constexpr int box_width = 230;
constexpr int region_width = 210;
constexpr int gap = 260;

class Picture {
 public:
  explicit Picture(const System& system) : system_(system) {
    order_.resize(system.domains.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, std::ranges::greater{},
                             [&](std::size_t i) { return system.domains[i].scheduling.priority; });
    rows_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) rows_[order_[i]] = static_cast<int>(i);
    const bool irqs = std::ranges::any_of(
        system.domains, [](const ProtectionDomain& domain) { return !domain.irqs.empty(); });
    domain_x_ = irq_x + (irqs ? 120 : 0) + (system.channels.empty() ? 20 : arc_room);
    region_x_ = domain_x_ + box_width + gap;
  }

  std::string run() {
    const std::size_t rows = std::max(system_.domains.size(), system_.regions.size());
    const int height = top + static_cast<int>(rows) * row + 20;
    const int width = region_x_ + region_width + 20;
    body_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" font-family=\"sans-serif\" font-size=\"12\">\n"
        "<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" "
        "markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\"/></marker>"
        "</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        width, height);
    text(domain_x_, 25, "protection domains, highest priority first", "gray");
    if (!system_.regions.empty()) text(region_x_, 25, "memory regions", "gray");
    for (std::size_t i = 0; i < system_.domains.size(); ++i) draw_maps(i);
    for (std::size_t i = 0; i < system_.channels.size(); ++i) draw_channel(i);
    for (std::size_t i = 0; i < system_.domains.size(); ++i) draw_domain(i);
    for (std::size_t i = 0; i < system_.regions.size(); ++i) draw_region(i);
    return body_ + "</svg>\n";
  }

 private:
  int domain_y(std::size_t index) const { return top + rows_[index] * row; }
  static int region_y(std::size_t index) { return top + static_cast<int>(index) * row; }

  void text(int x, int y, std::string_view words, std::string_view color = "black") {
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\">{}</text>\n", x, y, color,
                         xml_escaped(words));
  }

  void box(int x, int y, int width, std::string_view fill, bool dashed) {
    body_ += fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{}\" "
        "stroke=\"black\"{}/>\n",
        x, y, width, box_height, fill, dashed ? " stroke-dasharray=\"5 3\"" : "");
  }

  void draw_domain(std::size_t index) {
    const ProtectionDomain& domain = system_.domains[index];
    const int y = domain_y(index);
    box(domain_x_, y, box_width, "#eef4ff", domain.passive);
    std::string name = domain.name;
    if (domain.parent) {
      name += fmt::format(" (child {} of {})", domain.id, system_.domains[*domain.parent].name);
    }
    if (domain.vm) name += fmt::format(" [guest {}]", domain.vm->name);
    text(domain_x_ + 8, y + 18, name);
    text(domain_x_ + 8, y + 35, domain_label(domain), "#444");
    for (std::size_t k = 0; k < domain.irqs.size(); ++k) {
      text(irq_x, y + 14 + static_cast<int>(k) * 14, irq_label(domain.irqs[k]), "#a00");
    }
  }

  void draw_region(std::size_t index) {
    const MemoryRegion& region = system_.regions[index];
    box(region_x_, region_y(index), region_width, "#f4f4e8", false);
    text(region_x_ + 8, region_y(index) + 18, region.name);
    std::string size = human_size(region.size);
    if (region.phys) size += fmt::format(" at {:#x}", *region.phys);
    text(region_x_ + 8, region_y(index) + 35, size, "#444");
  }

  void draw_maps(std::size_t index) {
    const ProtectionDomain& domain = system_.domains[index];
    const auto draw = [&](const Map& map, bool guest) {
      const int y1 = domain_y(index) + box_height / 2;
      const int y2 = region_y(map.region) + box_height / 2;
      const int x1 = domain_x_ + box_width;
      body_ += fmt::format(
          "<path d=\"M{} {} C{} {} {} {} {} {}\" fill=\"none\" stroke=\"{}\"{}/>\n", x1, y1,
          x1 + gap / 3, y1, region_x_ - gap / 3, y2, region_x_, y2,
          map.permissions.write ? "#060" : "#999", guest ? " stroke-dasharray=\"2 3\"" : "");
      text(region_x_ - 60, y2 - 4, map_label(map), map.permissions.write ? "#060" : "#666");
    };
    for (const Map& map : domain.maps) draw(map, false);
    if (!domain.vm) return;
    for (const Map& map : domain.vm->maps) draw(map, true);
  }

  void draw_channel(std::size_t index) {
    const Channel& channel = system_.channels[index];
    const int y1 = domain_y(channel.a.domain) + box_height / 2 + static_cast<int>(index % 3) * 5;
    const int y2 = domain_y(channel.b.domain) + box_height / 2 + static_cast<int>(index % 3) * 5;
    const int bow = domain_x_ - 40 - static_cast<int>(index % 5) * 20;
    const bool call = channel.a.call || channel.b.call;
    const bool to_b = channel.a.notify || channel.a.call;
    const bool to_a = channel.b.notify || channel.b.call;
    body_ += fmt::format(
        "<path d=\"M{0} {1} C{2} {1} {2} {3} {0} {3}\" fill=\"none\" stroke=\"{4}\"{5}{6}/>\n",
        domain_x_, y1, bow, y2, call ? "blue" : "black", to_a ? " marker-start=\"url(#a)\"" : "",
        to_b ? " marker-end=\"url(#a)\"" : "");
    text(domain_x_ - 66, y1 - 3, end_label(channel.a), "#446");
    text(domain_x_ - 66, y2 - 3, end_label(channel.b), "#446");
  }

  const System& system_;
  std::vector<std::size_t> order_;
  std::vector<int> rows_;
  int domain_x_ = 0;
  int region_x_ = 0;
  std::string body_;
};

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string diagram_svg(const System& system) { return Picture(system).run(); }

}  // namespace sel4::mk
