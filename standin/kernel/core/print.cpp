// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/print.hpp>

namespace sel4::kernel {

void print_one(char character) { arch::console_put(character); }

void print_one(const char* text) {
  while (*text != 0) print_one(*text++);
}

void print_one(Hex number) {
  print_one("0x");
  int shift = 60;
  while (shift > 0 && (number.value >> shift) == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) print_one("0123456789abcdef"[number.value >> shift & 15]);
}

void print_one(Word number) {
  char digits[20];
  unsigned count = 0;
  do {
    digits[count++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  while (count > 0) print_one(digits[--count]);
}

void halt(const char* reason) {
  print("\n", reason, "\nhalting...\n");
  arch::stop();
}

}  // namespace sel4::kernel
