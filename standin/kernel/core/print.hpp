// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel {

/// A number to print in base 16, with 0x.
struct Hex {
  Word value;
};

void print_one(const char* text);
void print_one(char character);
void print_one(Hex number);
void print_one(Word number);
inline void print_one(int number) { print_one(static_cast<Word>(number)); }
inline void print_one(unsigned number) { print_one(Word{number}); }

/// Prints its arguments one after the other on the console.
template <class... Values>
void print(Values... values) {
  (print_one(values), ...);
}

/// Prints a reason and stops the machine: only for what must not happen.
[[noreturn]] void halt(const char* reason);

}  // namespace sel4::kernel
