// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace sel4::symbolize {

/// What is wrong with a program's file; the message is for the user.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where an address is in the source. Several for one address: inlined functions, innermost first.
struct Location {
  std::string function;  ///< demangled; empty if not known
  std::string file;      ///< empty if not known
  int line = 0;          ///< 0 if not known
  bool inlined = false;  ///< into the next location's function
};

/// A program's ELF file and its DWARF debug information.
class Program {
 public:
  /// Throws Error: the file cannot be read, is no ELF file, or has no debug information.
  explicit Program(const std::string& path);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The locations of the instruction at `address`; nothing if that is in no loaded segment. At
  /// least one if it is, perhaps without names.
  [[nodiscard]] std::optional<std::vector<Location>> find(std::uint64_t address) const;

  /// The loaded segments, for messages: "0x400000-0x40a000, ...".
  [[nodiscard]] std::string ranges() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace sel4::symbolize
