// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A slot has one owner.
// error: deleted

#include <sel4/endpoint.hpp>
#include <sel4/owned_cap.hpp>

using namespace sel4;

OwnedCap<Endpoint> pass(OwnedCap<Endpoint>&& owner) {
#ifdef SEL4_NOCOMPILE
  const OwnedCap<Endpoint>& other = owner;
  return other;
#else
  return static_cast<OwnedCap<Endpoint>&&>(owner);
#endif
}
