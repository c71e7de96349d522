// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What std::terminate ends in: one line that says why. In place of libstdc++'s handler, which
// brings in a demangler of 47 KB.

#include "type_name.hpp"

#include <sel4/base/panic.hpp>

#include <array>
#include <cstdint>
#include <cxxabi.h>
#include <exception>
#include <string_view>
#include <typeinfo>
#include <unwind.h>

extern "C" {
// Functions whose frames tell how the handler was reached.
void __gxx_personality_v0();
void __cxa_call_terminate(void*);
}

namespace {

enum class Way { unknown, thrown, personality };

_Unwind_Reason_Code look(_Unwind_Context* context, void* found) noexcept {
  auto& way = *static_cast<Way*>(found);
  const auto ip = static_cast<std::uintptr_t>(_Unwind_GetIP(context));
  const void* const function = _Unwind_FindEnclosingFunction(reinterpret_cast<void*>(ip - 1));
  const auto is = [&](auto* candidate) { return function == reinterpret_cast<void*>(candidate); };
  if (is(__gxx_personality_v0) || is(__cxa_call_terminate)) {
    way = Way::personality;
    return _URC_END_OF_STACK;
  }
  if (is(abi::__cxa_throw) || is(abi::__cxa_rethrow) || is(std::rethrow_exception)) {
    way = Way::thrown;
    return _URC_END_OF_STACK;
  }
  return _URC_NO_REASON;
}

std::string_view reason() noexcept {
  Way way = Way::unknown;
  _Unwind_Backtrace(look, &way);
  switch (way) {
    case Way::thrown:
      return "uncaught exception";
    case Way::personality:
      return "exception in a noexcept function";
    case Way::unknown:
      break;
  }
  return "std::terminate called during an exception (noexcept function or destructor?)";
}

/// "type: what()", in memory of its own: the heap may be what failed.
class Description {
 public:
  void add(std::string_view part) noexcept {
    for (const char c : part) {
      // One line, whatever the exception says.
      if (used_ < text_.size()) text_[used_++] = c == '\n' ? ' ' : c;
    }
  }
  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), used_}; }

 private:
  std::array<char, 320> text_;
  std::size_t used_ = 0;
};

}  // namespace

namespace __gnu_cxx {

void __verbose_terminate_handler() {
  // what() and the constructor of a caught copy may throw in turn.
  static constinit bool entered = false;
  if (entered) sel4::panic("std::terminate called", "while describing an exception");
  entered = true;

  const std::type_info* const type = abi::__cxa_current_exception_type();
  if (type == nullptr) sel4::panic("std::terminate called", "no exception is being handled");
  const std::string_view why = reason();
  std::array<char, 128> memory;
  Description description;
  description.add(sel4::cxxrt::type_name(type->name(), memory));
  try {
    throw;
  } catch (const std::exception& exception) {
    description.add(": ");
    description.add(exception.what());
  } catch (...) {
  }
  sel4::panic(why, description.view());
}

}  // namespace __gnu_cxx
