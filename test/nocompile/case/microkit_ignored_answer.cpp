// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The answer of a protected call is looked at.
// error: ignoring return value|unused-result
// flags: -Werror

#include <sel4/microkit/channel.hpp>

using namespace sel4::microkit;

void ask() {
#ifdef SEL4_NOCOMPILE
  Channel<1>{}.call({});
#else
  static_cast<void>(Channel<1>{}.call({}));
#endif
}
