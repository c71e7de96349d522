// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/bitfields.hpp>

namespace sel4 {

/// What a capability allows (seL4 manual, "Capability rights"). Rights are always stated, never a
/// default: `Rights::read | Rights::write`.
class Rights {
 public:
  /// Send, signal; for frames: map writable.
  static const Rights write;
  /// Receive, wait; for frames: map readable.
  static const Rights read;
  /// Send capabilities along with a message, and any reply.
  static const Rights grant;
  /// Send only a reply capability: enough for Call.
  static const Rights grant_reply;
  /// None of the four.
  static const Rights none;
  /// read and write.
  static const Rights rw;
  /// All four.
  static const Rights all;

  /// Whether all rights of `other` are in these.
  [[nodiscard]] constexpr bool contains(Rights other) const noexcept {
    return (bits_ & other.bits_) == other.bits_;
  }
  /// These but those of `other`.
  [[nodiscard]] constexpr Rights without(Rights other) const noexcept {
    return Rights{bits_ & ~other.bits_};
  }

  /// As an invocation takes them.
  [[nodiscard]] constexpr sys::CapRights raw() const noexcept {
    return sys::CapRights::from_words({bits_});
  }

  friend constexpr Rights operator|(Rights a, Rights b) noexcept {
    return Rights{a.bits_ | b.bits_};
  }
  friend constexpr Rights operator&(Rights a, Rights b) noexcept {
    return Rights{a.bits_ & b.bits_};
  }
  friend constexpr bool operator==(Rights, Rights) noexcept = default;

 private:
  constexpr explicit Rights(Word bits) noexcept : bits_(bits) {}
  constexpr explicit Rights(sys::CapRights raw) noexcept : bits_(raw.words()[0]) {}

  Word bits_;
};

inline constexpr Rights Rights::write{sys::CapRights{{.cap_allow_write = 1}}};
inline constexpr Rights Rights::read{sys::CapRights{{.cap_allow_read = 1}}};
inline constexpr Rights Rights::grant{sys::CapRights{{.cap_allow_grant = 1}}};
inline constexpr Rights Rights::grant_reply{sys::CapRights{{.cap_allow_grant_reply = 1}}};
inline constexpr Rights Rights::none{Word{0}};
inline constexpr Rights Rights::rw = Rights::read | Rights::write;
inline constexpr Rights Rights::all = Rights::rw | Rights::grant | Rights::grant_reply;

}  // namespace sel4
