// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// An error that nobody looks at is a warning; the test makes it an error, as our own code does.
// flags: -Werror=unused-result
// error: nodiscard

#include <sel4/tcb.hpp>

using namespace sel4;

void stop(Tcb tcb) {
#ifdef SEL4_NOCOMPILE
  tcb.suspend();
#else
  tcb.suspend().ignore();
#endif
}
