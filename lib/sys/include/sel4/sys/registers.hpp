// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/arch/any_word.hpp>
#include <sel4/sys/types.hpp>

#include <cstddef>

namespace sel4::sys {

/// How many message words travel in registers; the rest go through the IPC buffer.
inline constexpr std::size_t register_words = 4;

/// What goes into the kernel and comes out of it in registers. `cap` is the capability on the way
/// in and the badge on the way out.
struct Registers {
  /// In: the capability's address. Out: the badge.
  Word cap;
  /// The word of a MessageInfo.
  Word info;
  /// Message word 0.
  Word mr0;
  /// Message word 1.
  Word mr1;
  /// Message word 2.
  Word mr2;
  /// Message word 3.
  Word mr3;
};

/// The message words of a short message. Those that are not given are any_word(), so that no
/// instruction is spent on them; nobody reads them, for the message's length leaves them out.
struct ShortMessage {
  /// Message word 0.
  Word mr0 = any_word();
  /// Message word 1.
  Word mr1 = any_word();
  /// Message word 2.
  Word mr2 = any_word();
  /// Message word 3.
  Word mr3 = any_word();
};

}  // namespace sel4::sys
