// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/model.hpp>
#include <sel4/capdl/reader.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// Specifications for people to look at. Host only.
namespace sel4::capdl {

/// A specification as lines of text: an object and what it holds.
[[nodiscard]] std::string dump_text(const Spec& spec);
/// An image as lines of text: its tables in the order in which the initializer goes through them.
[[nodiscard]] std::string dump_text(const Image& image);

/// Objects and who holds capabilities to whom.
struct Graph {
  struct Node {
    std::string name{};
    /// One of object_kind_names, or empty where that is not known.
    std::string kind{};
    /// Shown below the name.
    std::string note{};
  };
  struct Edge {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string label{};
  };
  std::vector<Node> nodes{};
  std::vector<Edge> edges{};
};

/// Frames and the tables below roots are left out, and counted in the notes of their VSpaces,
/// unless `with_memory`.
[[nodiscard]] Graph make_graph(const Spec& spec, bool with_memory);
[[nodiscard]] Graph make_graph(const Image& image, bool with_memory);

/// The graph in the language of Graphviz.
[[nodiscard]] std::string dot(const Graph& graph);

}  // namespace sel4::capdl
