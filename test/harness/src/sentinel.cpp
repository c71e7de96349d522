// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>
#include <sel4/test/sentinel.hpp>

// The second line is SOH DLE ACK EOT or SOH DLE NAK EOT: four bytes that occur in no text, which a
// watcher therefore finds with other threads' output in between.
void sel4::test::announce(bool passed) noexcept {
  if (passed) {
    print("TEST_PASS\n\x01\x10\x06\x04\n");
  } else {
    print("TEST_FAIL\n\x01\x10\x15\x04\n");
  }
}
