// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fdt/tree.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

/// Whatever parse() accepts must be safe to walk, in a time that grows with its size only.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::fdt;
  const auto tree = Tree::parse(std::as_bytes(std::span(data, size)));
  if (!tree) {
    (void)message(tree.error().problem);
    return 0;
  }
  std::array<Range, 16> ranges{};
  (void)tree->memory(ranges);
  (void)tree->reserved(ranges);
  (void)tree->find("/soc/serial@1000");
  (void)tree->find_compatible("ns16550a");
  std::size_t nodes = 0;
  for (std::optional<Node> node = tree->root(); node; node = node->next()) {
    (void)node->enabled();
    (void)node->property("reg");
    if (node->depth() >= Tree::max_depth || ++nodes > size) __builtin_trap();
  }
  return 0;
}
