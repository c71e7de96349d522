// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/arch/registers.hpp>
#include <sel4/conformance/handler.hpp>
#include <sel4/user_context.hpp>

extern "C" {
/// A page of assembly: see probes.S.
extern const char sel4_probes[];
extern const char sel4_probe_syscall[];
extern const char sel4_probe_trap[];
extern const char sel4_probe_undefined[];
extern const char sel4_probe_breakpoint[];
extern const char sel4_probe_load[];
extern const char sel4_probe_store[];
extern const char sel4_probe_jump[];
extern const char sel4_probe_privileged[];
extern const char sel4_probe_float[];
extern const char sel4_probe_spin[];
extern const char sel4_probe_finish[];
extern const char sel4_probe_return[];
extern const char sel4_probes_end[];
}

namespace sel4::conformance {

[[nodiscard]] inline Word address_of(const char* probe) noexcept {
  return reinterpret_cast<Word>(probe);
}

/// An address that is the kernel's.
inline constexpr Word kernel_address = ~Word{0} << 30;

/// A thread that runs probes with registers that are all known, so that every word of its faults
/// is.
class Prober {
 public:
  explicit Prober(Scratch& scratch, ActorOptions options = {}) noexcept
      : handler_(scratch), actor_(scratch, with_handler(options, handler_.cap())) {}

  [[nodiscard]] CPtr tcb() const noexcept { return actor_.tcb(); }
  [[nodiscard]] const Actor& actor() const noexcept { return actor_; }
  [[nodiscard]] Handler& handler() noexcept { return handler_; }

  /// The registers at a probe's start: each its own number, and what the arguments say.
  [[nodiscard]] static ::seL4_UserContext registers(const char* probe, Word first = 0x71,
                                                    Word second = 0x72) noexcept {
    using Access = arch::UserContextAccess;
    ::seL4_UserContext context{};
    auto* const words = reinterpret_cast<Word*>(&context);
    for (std::size_t i = 0; i < sizeof context / sizeof(Word); ++i) words[i] = 0x1000 + i;
    Access::pc(context) = address_of(probe);
    Access::sp(context) = 0x5000;
    clear_flags<Access>(context);
    Access::argument(context, 0) = first;
    Access::argument(context, 1) = second;
    return context;
  }

  void start(const ::seL4_UserContext& registers) noexcept {
    sys::tcb_write_registers(sys::ThreadIpc{}, tcb(), true, 0, sizeof registers / sizeof(Word),
                             registers)
        .or_panic("a prober does not start");
  }
  void start(const char* probe, Word first = 0x71, Word second = 0x72) noexcept {
    start(registers(probe, first, second));
  }

  /// Adds the next fault, all words; addresses in the probes are `P+<offset>`.
  bool take(Text& text) noexcept {
    if (!handler_.take(text)) {
      text.add("no fault");
      return false;
    }
    text.add(':');
    const Word length = handler_.info().length();
    const bool is_in_kernel = length == 4 && handler_.word(1) >= kernel_address;
    for (Word i = 0; i < length; ++i) {
      const Word word = handler_.word(i);
      text.add(' ');
      if (machine::is_lost_word(i, length)) {
        text.add('-');
        continue;
      }
      add_word(text, i == 3 && is_in_kernel ? without_level(word) : word);
    }
    return true;
  }

  static void add_word(Text& text, Word word) noexcept {
    if (word >= address_of(sel4_probes) && word < address_of(sel4_probes_end)) {
      text.add("P+", word - address_of(sel4_probes));
    } else {
      text.add(hex(word));
    }
  }

  /// Answers the last fault: message words 0 ... from `words`.
  void answer(Word label, std::span<const Word> words) noexcept {
    IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
    for (std::size_t i = 0; i < words.size(); ++i) buffer.msg[i] = words[i];
    const MessageInfo info{{.label = label, .length = words.size()}};
    sys::send(handler_.reply(), info, sys::load_words(buffer));
  }

  /// All registers now, as the kernel tells them.
  void add_registers(Text& text) const noexcept {
    const auto read = sys::tcb_read_registers(sys::ThreadIpc{}, tcb(), false, 0,
                                              sizeof(::seL4_UserContext) / sizeof(Word));
    if (!read) {
      text.add(read.error());
      return;
    }
    const auto* const words = reinterpret_cast<const Word*>(&*read);
    for (std::size_t i = 0; i < sizeof(::seL4_UserContext) / sizeof(Word); ++i) {
      text.add(' ');
      if (machine::is_lost_register(i)) {
        text.add('-');
        continue;
      }
      add_word(text, words[i]);
    }
  }

 private:
  /// The status of a fault. On aarch64 the last digit is the level at which a table or block
  /// refused: at the kernel's addresses that depends on how it maps itself, which differs between
  /// builds. Elsewhere there is but one digit.
  static constexpr Word without_level(Word status) noexcept {
    return status < 0x10 ? status : status & ~Word{0xf};
  }

  /// Where there is such a register: not every value of it is one for programs.
  template <class Access, class Context>
  static void clear_flags(Context& context) noexcept {
    if constexpr (requires { Access::flags(context); }) Access::flags(context) = 0;
  }

  static ActorOptions with_handler(ActorOptions options, CPtr handler) noexcept {
    options.has_ipc_buffer = false;
    options.fault_handler = handler;
    return options;
  }

  Handler handler_;
  Actor actor_;
};

}  // namespace sel4::conformance
