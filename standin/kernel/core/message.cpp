// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/fault.hpp>
#include <array>
#include <core/message.hpp>
#include <core/sched_context.hpp>
#include <span>

namespace sel4::kernel {

bool find_extra_caps(const Tcb& sender, MessageInfo info, ExtraCaps& caps, Word& bad_address) {
  caps.count = 0;
  const Word* buffer = buffer_of(sender, false);
  if (buffer == nullptr) return true;
  for (unsigned i = 0; i < info.extra_caps(); ++i) {
    const Word address = buffer[BufferWord::caps + i];
    Slot* slot = lookup_slot(sender, address);
    if (slot == nullptr) {
      bad_address = address;
      return false;
    }
    caps.slots[caps.count++] = slot;
  }
  return true;
}

namespace {

/// The empty slot that a receiver has set aside for a capability, or null.
Slot* receive_slot(const Tcb& receiver, const Word* buffer) {
  const Slot* root = lookup_slot(receiver, buffer[BufferWord::receive_cnode]);
  if (root == nullptr || !root->cap.is(Kind::cnode)) return nullptr;
  const Word depth = buffer[BufferWord::receive_depth];
  if (depth < 1 || depth > word_bits) return nullptr;
  const Found found =
      resolve(root->cap, buffer[BufferWord::receive_index], static_cast<unsigned>(depth));
  if (found.slot == nullptr || found.bits_left != 0 || !found.slot->is_empty()) return nullptr;
  return found.slot;
}

struct Passed {
  Word count = 0;
  Word unwrapped = 0;
};

Passed pass_caps(const ExtraCaps& caps, const Endpoint* endpoint, const Tcb& receiver,
                 Word* buffer) {
  Passed passed;
  if (caps.count == 0 || buffer == nullptr) return passed;
  Slot* destination = receive_slot(receiver, buffer);
  for (; passed.count < caps.count; ++passed.count) {
    Slot& slot = *caps.slots[passed.count];
    if (endpoint != nullptr && slot.cap.is(Kind::endpoint) &&
        &object_of<Endpoint>(slot.cap) == endpoint) {
      buffer[BufferWord::caps + passed.count] = slot.cap.badge();
      passed.unwrapped |= bit(static_cast<unsigned>(passed.count));
      continue;
    }
    if (destination == nullptr) break;
    Cap copy;
    if (derive(slot, slot.cap, copy) != seL4_NoError || copy.is_null()) break;
    place_copy(slot, *destination, copy);
    destination = nullptr;
  }
  return passed;
}

Word copy_words(Tcb& from, const Word* from_buffer, Tcb& to, Word* to_buffer, Word length) {
  for (unsigned i = 0; i < message_registers && i < length; ++i) {
    to.context.message(i) = from.context.message(i);
  }
  if (length <= message_registers) return length;
  if (from_buffer == nullptr || to_buffer == nullptr) return message_registers;
  for (Word i = message_registers; i < length; ++i) {
    to_buffer[BufferWord::message + i] = from_buffer[BufferWord::message + i];
  }
  return length;
}

[[gnu::noinline]] void transfer_long_message(Tcb& sender, const Endpoint* endpoint, bool can_grant,
                                             Tcb& receiver) {
  const MessageInfo info{sender.context.info()};
  ExtraCaps caps;
  Word bad_address = 0;
  if (can_grant && !find_extra_caps(sender, info, caps, bad_address)) caps.count = 0;
  Word* buffer = buffer_of(receiver, true);
  const Word length = copy_words(sender, buffer_of(sender, false), receiver, buffer, info.length());
  const Passed passed = pass_caps(caps, endpoint, receiver, buffer);
  receiver.context.info() =
      MessageInfo::of(info.label(), length, passed.count, passed.unwrapped).raw;
}

inline void transfer_message(Tcb& sender, const Endpoint* endpoint, Word badge, bool can_grant,
                             Tcb& receiver) {
  const Word info = sender.context.info();
  receiver.context.badge() = badge;
  // Length and number of capabilities at once.
  const Word length = info & low_bits(9);
  if (length > message_registers) [[unlikely]] {
    transfer_long_message(sender, endpoint, can_grant, receiver);
    return;
  }
  receiver.context.info() = (info & ~low_bits(12)) | length;
  for (unsigned i = 0; i < length; ++i) receiver.context.message(i) = sender.context.message(i);
}

/// Whether an answer's label other than zero leaves the thread stopped.
constexpr bool label_decides(Word type) {
  return type == seL4_Fault_UnknownSyscall || type == seL4_Fault_UserException ||
         type == seL4_Fault_Timeout;
}

/// Registers with which the message of a fault begins.
std::span<const std::uint8_t> fault_registers(Word type) {
  const std::span<const std::uint8_t> of_exception{arch::exception_registers};
  switch (type) {
    case seL4_Fault_UnknownSyscall:
      return arch::syscall_registers;
    case seL4_Fault_UserException:
      return of_exception;
    case seL4_Fault_Timeout:
      return {};
    default:
      return of_exception.first(1);
  }
}

constexpr auto timeout_reply_registers = [] {
  std::array<std::uint8_t, seL4_TimeoutReply_Length> result{};
  for (unsigned i = 0; i < result.size(); ++i) result[i] = static_cast<std::uint8_t>(i);
  return result;
}();
/// Registers that the answer to a fault sets.
std::span<const std::uint8_t> fault_reply_registers(Word type) {
  if (type == seL4_Fault_Timeout) return timeout_reply_registers;
  return label_decides(type) ? fault_registers(type) : std::span<const std::uint8_t>{};
}

void transfer_fault(Tcb& sender, Word badge, Tcb& receiver) {
  Word* buffer = buffer_of(receiver, true);
  Word length = 0;
  const auto put = [&](Word value) {
    if (put_word(receiver, buffer, static_cast<unsigned>(length), value)) ++length;
  };
  const Fault& fault = sender.fault;
  for (const unsigned n : fault_registers(fault.type)) {
    put(arch::read_register(sender.context, n));
  }
  for (Word i = 0; i < fault.count; ++i) put(fault.words[i]);
  receiver.context.badge() = badge;
  receiver.context.info() = MessageInfo::of(fault.type, length).raw;
}

}  // namespace

void transfer(Tcb& sender, Endpoint* endpoint, Word badge, bool can_grant, Tcb& receiver) {
  if (sender.fault.type != seL4_Fault_NullFault) [[unlikely]] {
    transfer_fault(sender, badge, receiver);
  } else {
    transfer_message(sender, endpoint, badge, can_grant, receiver);
  }
}

bool transfer_reply(Tcb& sender, bool can_grant, Tcb& receiver) {
  if (receiver.fault.type == seL4_Fault_NullFault) [[likely]] {
    transfer_message(sender, nullptr, 0, can_grant, receiver);
    return true;
  }
  const Word type = receiver.fault.type;
  receiver.fault.type = seL4_Fault_NullFault;
  const MessageInfo info{sender.context.info()};
  const Word* buffer = buffer_of(sender, false);
  Word n = 0;
  for (const unsigned reg : fault_reply_registers(type)) {
    if (n >= info.length()) break;
    if (n < message_registers) {
      arch::write_register(receiver.context, reg, sender.context.message(static_cast<unsigned>(n)));
    } else if (buffer != nullptr) {
      arch::write_register(receiver.context, reg, buffer[BufferWord::message + n]);
    } else {
      break;
    }
    ++n;
  }
  return !label_decides(type) || info.label() == 0;
}

void answer_error(Tcb& caller, Error error) {
  Word count = 0;
  Word* buffer = buffer_of(caller, true);
  switch (error) {
    case seL4_InvalidArgument:
    case seL4_InvalidCapability:
    case seL4_RangeError:
    case seL4_FailedLookup:
    case seL4_NotEnoughMemory:
      while (count < problem.count &&
             put_word(caller, buffer, static_cast<unsigned>(count), problem.words[count])) {
        ++count;
      }
      break;
    default:
      break;
  }
  caller.context.badge() = 0;
  caller.context.info() = MessageInfo::of(static_cast<Word>(error), count).raw;
}

void answer(Tcb& caller, const Word* words, unsigned count) {
  Word* buffer = count > message_registers ? buffer_of(caller, true) : nullptr;
  unsigned written = 0;
  while (written < count && put_word(caller, buffer, written, words[written])) ++written;
  caller.context.badge() = 0;
  caller.context.info() = MessageInfo::of(0, written).raw;
}

}  // namespace sel4::kernel
