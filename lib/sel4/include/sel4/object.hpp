// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/ipc.hpp>
#include <sel4/sys/types.hpp>

#include <concepts>
#include <type_traits>

namespace sel4 {

/// What all capabilities have in common: an address in the calling thread's CSpace, and where the
/// IPC buffer for operations on it comes from.
///
/// A capability value is borrowed: copying it copies the address, destroying it does nothing to the
/// kernel object or the slot. It may name an empty slot or an object of another type; the kernel
/// finds out when it is used. Trivially copyable, one word with the default context.
///
/// `Ipc` is sys::ThreadIpc (the calling thread's buffer), sys::GivenIpc or sys::NoIpc.
template <class Ipc>
class Object {
 public:
  /// Which IPC buffer operations use.
  using Context = Ipc;

  /// The null capability: no object, where an invocation allows that.
  constexpr Object() noexcept = default;
  /// The capability at the address `cptr`. The type is the caller's claim; nobody asks the kernel.
  constexpr explicit Object(CPtr cptr) noexcept
    requires std::is_empty_v<Ipc>
      : cptr_(cptr) {}
  /// The same, for contexts that have a state.
  constexpr Object(CPtr cptr, Ipc ipc) noexcept : cptr_(cptr), ipc_(ipc) {}

  /// Its address in the calling thread's CSpace.
  [[nodiscard]] constexpr CPtr cptr() const noexcept { return cptr_; }
  /// Where operations on it take the IPC buffer from.
  [[nodiscard]] constexpr Ipc ipc() const noexcept { return ipc_; }
  /// Whether the address is null. That it is not says nothing of the slot.
  [[nodiscard]] constexpr bool is_null() const noexcept { return cptr_.is_null(); }

  friend constexpr bool operator==(const Object& a, const Object& b) noexcept {
    return a.cptr_ == b.cptr_;
  }

 private:
  CPtr cptr_;
  [[no_unique_address]] Ipc ipc_{};
};

/// A capability class: Kind<Ipc> derived from Object<Ipc>.
template <class T>
concept Capability = std::is_trivially_copyable_v<T> && requires { typename T::Context; } &&
                     std::derived_from<T, Object<typename T::Context>> && requires {
                       { T::kind_name } -> std::convertible_to<const char*>;
                     };

/// What each capability class `template <class Ipc> class BasicX` derives from: adds the ways to
/// name the IPC buffer and to pass the capability as an argument. `Kind` is the class template.
template <template <class> class Kind, class Ipc>
class ObjectOf : public Object<Ipc> {
 public:
  using Object<Ipc>::Object;

  /// The same capability, its operations using `ipc`:
  /// `tcb.with(sys::GivenIpc{&buffer}).resume()`.
  template <class Other>
  [[nodiscard]] constexpr Kind<Other> with(Other ipc) const noexcept {
    return Kind<Other>{this->cptr(), ipc};
  }

  /// As an argument only the address counts. (Not to a context with a state: that is for with().)
  template <class Other>
    requires(!std::same_as<Other, Ipc> && std::is_empty_v<Other>)
  constexpr operator Kind<Other>() const noexcept {  // NOLINT: implicit, it loses nothing
    return Kind<Other>{this->cptr()};
  }
};

/// Any capability, or none, as an argument: only the address counts.
class AnyCap {
 public:
  /// No capability.
  constexpr AnyCap() noexcept = default;
  /// The capability `cap`, of whatever type.
  template <Capability T>
  constexpr AnyCap(T cap) noexcept : cptr_(cap.cptr()) {}  // NOLINT: implicit, it is an argument

  /// The capability's address.
  [[nodiscard]] constexpr CPtr cptr() const noexcept { return cptr_; }

 private:
  CPtr cptr_;
};

/// Reads a capability as one of another type. The kernel checks the type when it is used.
template <Capability To, Capability From>
[[nodiscard]] constexpr To cap_cast(From from) noexcept {
  if constexpr (std::is_empty_v<typename To::Context>) {
    return To{from.cptr()};
  } else {
    return To{from.cptr(), from.ipc()};
  }
}

}  // namespace sel4
