// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/panic.hpp>
#include <sel4/microkit/event_loop.hpp>
#include <sel4/print.hpp>

#include <string_view>

// With their lengths: programs without a C library have no strlen().
using namespace std::string_view_literals;

namespace sel4::microkit::detail {

void refuse(std::string_view what, Word number) noexcept {
  println(name(), ": the system description gives no "sv, what, ' ', number);
  panic("a domain used what it was not given"sv);
}

void unhandled(Word badge) noexcept {
  println(name(), ": no handler for the event with badge "sv, hex(badge));
  panic("an event without a handler"sv);
}

void handler_failed(Error error) noexcept { panic("a handler failed"sv, describe(error)); }

}  // namespace sel4::microkit::detail
