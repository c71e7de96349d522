// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sel4::codegen {

/// The types that parameters of invocations have: those of libsel4, and those that the interface
/// files and the bitfield files define.
class TypeTable {
 public:
  TypeTable(std::size_t word_bits, const Bitfields& bitfields)
      : word_bits_(word_bits), bitfields_(bitfields) {}

  /// Makes `name` a type of capabilities.
  void add_capability(const std::string& name);

  /// Makes `name` a structure of `members` words. False if there is one already.
  bool add_structure(const std::string& name, std::size_t members);

  [[nodiscard]] std::optional<Type> find(std::string_view name) const;

  [[nodiscard]] std::size_t word_bits() const noexcept { return word_bits_; }

 private:
  std::size_t word_bits_;
  const Bitfields& bitfields_;
  std::map<std::string, Type, std::less<>> own_;
};

/// The enumerator of sel4::Error for an error of libsel4 ("seL4_RangeError" is `range`), if it is
/// one.
[[nodiscard]] std::optional<std::string_view> error_enumerator(std::string_view name) noexcept;

}  // namespace sel4::codegen
