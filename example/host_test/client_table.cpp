// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "client_table.hpp"

using sel4::Badge;
using sel4::Endpoint;
using sel4::Result;
using sel4::Rights;
using sel4::Word;

Result<ClientTable> ClientTable::create(sel4::Untyped memory, sel4::CNode cspace, Word first_slot) {
  const Endpoint endpoint = SEL4_TRY(memory.retype<Endpoint>(cspace.slot(first_slot)));
  return ClientTable{cspace, endpoint};
}

Result<Endpoint> ClientTable::add() {
  const Word number = clients_ + 1;
  const Endpoint client =
      SEL4_TRY(cspace_.slot(endpoint_.cptr().bits() + number)
                   .mint(endpoint_,
                         {.rights = Rights::write | Rights::grant_reply, .badge = Badge{number}}));
  clients_ = number;
  return client;
}

Result<> ClientTable::remove_all() {
  SEL4_TRY(cspace_.slot(endpoint_).revoke());
  clients_ = 0;
  return {};
}
