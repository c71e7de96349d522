// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sel4::codegen {

/// How many message words travel in registers, on every architecture that we support.
inline constexpr std::size_t register_words = 4;

/// Where a parameter is in a message.
struct Slot {
  const Parameter* parameter;
  std::size_t word;
  /// Bits above the word's lowest.
  std::size_t shift;
};

/// A message's layout. The parameters must outlive it.
struct Message {
  /// Data parameters but for the structure, in order; no capabilities.
  std::vector<Slot> slots;
  /// How many words they take.
  std::size_t words = 0;
  /// The structure that follows from word `words` on, or nullptr.
  const Parameter* structure = nullptr;
};

/// Lays out the data parameters: each at the next bit that is a multiple of its own size, or of the
/// word if that is smaller; so neighbours smaller than a word share one.
[[nodiscard]] Message pack(const std::vector<Parameter>& parameters, std::size_t word_bits);

/// What an expression is written in.
enum class Language { cpp, c };

/// The expression for message word `word`, made of the parameters in it. 64-bit values on 32-bit
/// machines travel low word first.
[[nodiscard]] std::string word_expression(const Message& message, std::size_t word,
                                          std::size_t word_bits, Language language = Language::cpp);

/// The expression that takes a parameter out of a message whose word N is `words[N]`. For a
/// bitfield in C it is that of its only word.
[[nodiscard]] std::string value_expression(const Slot& slot, const std::vector<std::string>& words,
                                           std::size_t word_bits,
                                           Language language = Language::cpp);

}  // namespace sel4::codegen
