// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/cnode.hpp>
#include <sel4/endpoint.hpp>
#include <sel4/untyped.hpp>

#include <cstddef>

/// A server's endpoint, and the capabilities to it that its clients hold: each client's has its
/// number for a badge, so that the server knows who calls.
class ClientTable {
 public:
  /// Makes the endpoint out of `memory` in slot `first_slot` of `cspace`; clients get the slots
  /// after it. Errors: those of Untyped::retype().
  static sel4::Result<ClientTable> create(sel4::Untyped memory, sel4::CNode cspace,
                                          sel4::Word first_slot);

  /// Makes the next client's capability: it can call, and nothing else.
  /// Errors: those of Slot::mint(); then the client's number is not used up.
  sel4::Result<sel4::Endpoint> add();

  /// Takes all clients' capabilities away. Errors: those of Slot::revoke().
  sel4::Result<> remove_all();

  [[nodiscard]] sel4::Word size() const noexcept { return clients_; }
  [[nodiscard]] sel4::Endpoint endpoint() const noexcept { return endpoint_; }

 private:
  ClientTable(sel4::CNode cspace, sel4::Endpoint endpoint) noexcept
      : cspace_(cspace), endpoint_(endpoint) {}

  sel4::CNode cspace_;
  sel4::Endpoint endpoint_;
  sel4::Word clients_ = 0;
};
