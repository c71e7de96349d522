// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/dump.hpp>

namespace sel4::capdl {

namespace {

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result;
}

/// Shape and colour of a kind, so that a picture is readable without the words.
const char* style_of(const std::string& kind) {
  if (kind == "Tcb") return "shape=ellipse,fillcolor=lightblue";
  if (kind == "CNode") return "shape=box,fillcolor=lightyellow";
  if (kind == "Endpoint") return "shape=diamond,fillcolor=lightpink";
  if (kind == "Notification") return "shape=diamond,fillcolor=palegreen";
  if (kind == "PageTable" || kind == "IOPageTable" || kind == "IOSpace") {
    return "shape=folder,fillcolor=lavender";
  }
  if (kind == "SchedContext") return "shape=octagon,fillcolor=wheat";
  if (kind == "Frame" || kind == "Untyped") return "shape=note,fillcolor=gray95";
  return "shape=box,fillcolor=white";
}

}  // namespace

std::string dot(const Graph& graph) {
  std::string text = "digraph capdl {\n  rankdir=LR;\n  node [style=filled,fontname=\"sans\"];\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Graph::Node& node = graph.nodes[i];
    text += "  n" + std::to_string(i) + " [label=\"" + escaped(node.name);
    if (!node.kind.empty()) text += "\\n" + node.kind;
    if (!node.note.empty()) text += "\\n" + escaped(node.note);
    text += "\"," + std::string(style_of(node.kind)) + "];\n";
  }
  for (const Graph::Edge& edge : graph.edges) {
    text += "  n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to) + " [label=\"" +
            escaped(edge.label) + "\"];\n";
  }
  return text + "}\n";
}

}  // namespace sel4::capdl
