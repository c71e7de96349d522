// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// std::terminate without exceptions: the library's would bring in what catches them.

#include <sel4/base/panic.hpp>

#include <atomic>
#include <exception>

namespace {
constinit std::atomic<std::terminate_handler> handler{nullptr};
}

namespace std {

void terminate() noexcept {
  if (const terminate_handler chosen = handler.load(); chosen != nullptr) chosen();
  sel4::panic("std::terminate called");
}

terminate_handler set_terminate(terminate_handler chosen) noexcept {
  return handler.exchange(chosen);
}

terminate_handler get_terminate() noexcept { return handler.load(); }

}  // namespace std
