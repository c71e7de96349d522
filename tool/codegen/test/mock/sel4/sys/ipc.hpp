// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Stands in for lib/sys's header, which needs an installed kernel.

#pragma once

#include <sel4/sys/types.hpp>

#include <concepts>

/// The structure of the fixture, which libsel4 would define.
struct seL4_ToyBox {
  sel4::Word a;
  sel4::Word b;
  sel4::Word c;
};

namespace sel4 {

struct IpcBuffer {
  Word msg[120];
  Word caps_or_badges[3];
};

namespace sys {

template <class T>
concept IpcContext = requires(const T context) {
  { context.buffer() } -> std::same_as<IpcBuffer&>;
};

struct GivenIpc {
  IpcBuffer* pointer;
  [[nodiscard]] IpcBuffer& buffer() const noexcept { return *pointer; }
};

struct NoIpc {
  IpcBuffer& buffer() const = delete;
};

}  // namespace sys
}  // namespace sel4
