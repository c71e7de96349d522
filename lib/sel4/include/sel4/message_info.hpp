// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/badge.hpp>
#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/registers.hpp>

namespace sel4 {

/// A message's label, length in words (at most seL4_MsgMaxLength), number of capabilities sent
/// along (at most seL4_MsgMaxExtraCaps) and, on receipt, which of them were unwrapped to badges:
/// `MessageInfo{{.label = 7, .length = 2}}`.
using MessageInfo = sys::MessageInfo;

/// The message words that travel in registers. Those that are not given cost nothing.
using ShortMessage = sys::ShortMessage;

/// A received message whose words are in the IPC buffer.
struct Received {
  /// Label, length and what came of the capabilities.
  MessageInfo info;
  /// Of the capability that the message was sent with.
  Badge badge;
};

/// A received message with its first words as they came in registers; words beyond them are in the
/// IPC buffer.
struct ReceivedWords {
  /// Label, length and what came of the capabilities.
  MessageInfo info;
  /// Of the capability that the message was sent with.
  Badge badge;
  /// Those beyond the message's length mean nothing.
  ShortMessage words;
};

/// An answer with its first words as they came in registers.
struct AnswerWords {
  /// Label, length and what came of the capabilities.
  MessageInfo info;
  /// Those beyond the message's length mean nothing.
  ShortMessage words;
};

}  // namespace sel4
