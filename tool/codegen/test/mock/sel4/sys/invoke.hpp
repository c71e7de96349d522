// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Stands in for lib/sys's header, which needs an installed kernel: notes the call and answers with
// what the test has laid out.

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/sys/invocation_label.hpp>
#include <sel4/sys/registers.hpp>

#include <string_view>

namespace sel4 {

enum class Error : std::uintptr_t { none, invalid_argument };

constexpr std::string_view describe(Error) noexcept { return "error"; }

namespace sys {

struct Call {
  Word service = 0;
  InvocationLabel label{};
  Word extra_caps = 0;
  Word length = 0;
  ShortMessage words;
};

inline Call last_call;
inline Registers answer;

inline Registers invoke(CPtr service, InvocationLabel label, Word extra_caps, Word length,
                        ShortMessage words = {}) noexcept {
  last_call = {service.bits(), label, extra_caps, length, words};
  return answer;
}

inline Error reply_error(const Registers& reply) noexcept { return static_cast<Error>(reply.info); }

}  // namespace sys
}  // namespace sel4
