// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/board.hpp>

namespace sel4::conformance {

/// Capabilities of every kind copied, minted, moved, mutated and rotated, deleted and revoked.
void copies(Board& board);
/// CNodes in CNodes, in themselves and in each other, and what deleting them takes along.
void nodes(Board& board);
/// Revoking and deleting what threads use, and sends taken back by badge.
void threads(Board& board);
/// A long random series of all these.
void anything(Board& board);

/// A capability of each kind that the board can hold: `make` puts it at slot 0.
struct Kind {
  std::string_view name;
  void (*make)(Board& board);
};
std::span<const Kind> all_kinds() noexcept;

}  // namespace sel4::conformance
