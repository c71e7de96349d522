// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sel4::codegen {

/// An input that cannot be used. what() is the whole message for people but for the word "error: ".
///
/// An exception and not a value: it ends the run from any depth of four recursive readers, and is
/// caught in one place.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A place in an input file, for messages.
struct Place {
  std::string file;
  /// Counted from 1; 0 if no line is to blame.
  std::size_t line = 0;
  /// What was being read there, such as "api/interface seL4_TCB/method Resume"; may be empty.
  std::string path;
};

/// "file:line: path"
[[nodiscard]] std::string describe(const Place& place);

/// Throws InputError "place: what; mend".
[[noreturn]] void fail(const Place& place, std::string_view what, std::string_view mend);

}  // namespace sel4::codegen
