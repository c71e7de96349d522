// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "calculator.hpp"

#include <sel4/protection_domain.hpp>
#include <sel4/rpc/client.hpp>

using namespace sel4;
using namespace sel4::microkit;
using namespace calculator;

namespace {

constexpr Channel<0> server;
constexpr rpc::Client<Protocol, Channel<0>> calc;

void init() {
  const auto added = calc.call(Add{.a = 40, .b = 2});
  if (!added) return debug_println("error: ", added.error());
  debug_println("40 + 2 = ", added->sum);

  const auto divided = calc.call(Divide{.dividend = 1, .divisor = 0});
  if (!divided) return debug_println("error: ", divided.error());
  debug_println("1 / 0: ", divided->status == Status::division_by_zero ? "refused" : "?");

  // What a confused or hostile client sends is answered with an error, and the server goes on.
  const Message answer = server.call(Message::of(77, 1, 2));
  debug_println("request 77: ", static_cast<rpc::Error>(answer.label()));
  const Message short_answer = server.call(Message::of(Add::id, 1));
  debug_println("one word short: ", static_cast<rpc::Error>(short_answer.label()));

  if (calc.call(Add{.a = 1, .b = 1}).has_value()) debug_print("TEST_PASS\n");
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
