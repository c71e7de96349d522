// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/print.hpp>
#include <sel4/runtime/hooks.hpp>

#include <capdl_initializer/context.hpp>

namespace capdl_initializer {

namespace {

// Until a specification has said otherwise, errors are printed.
constinit std::uint32_t current_level = static_cast<std::uint32_t>(Level::info);

constexpr std::string_view prefix(Level level) {
  switch (level) {
    case Level::error:
      return "ERROR [sel4_capdl_initializer::initialize] ";
    case Level::warn:
      return "WARN  [sel4_capdl_initializer::initialize] ";
    case Level::info:
      return "INFO  [sel4_capdl_initializer::initialize] ";
    case Level::debug:
      return "DEBUG [sel4_capdl_initializer::initialize] ";
    case Level::trace:
      return "TRACE [sel4_capdl_initializer::initialize] ";
  }
  return {};
}

bool wanted(Level level) { return static_cast<std::uint32_t>(level) <= current_level; }

[[noreturn]] void fail_with(const Context* context, std::string_view what, Ref ref,
                            std::string_view why) {
  if (wanted(Level::error)) {
    sel4::print(prefix(Level::error));
    if (context != nullptr && ref != no_ref) {
      const std::uint32_t object = context->image.object(ref);
      const std::string_view name = context->image.name(object);
      sel4::print("object ", object);
      if (!name.empty()) sel4::print(" (", name, ')');
      sel4::print(": ");
    }
    sel4::println(what, ": ", why);
  }
  sel4_runtime_halt();
}

}  // namespace

void set_level(std::uint32_t level) { current_level = level; }

void log(Level level, std::string_view text) {
  if (wanted(level)) sel4::println(prefix(level), text);
}

void fail(const Context& context, std::string_view what, Ref ref, Error error) {
  fail_with(&context, what, ref, describe(error));
}

void fail(const Context& context, std::string_view what, Ref ref, std::string_view why) {
  fail_with(&context, what, ref, why);
}

void fail(std::string_view what, std::string_view why) { fail_with(nullptr, what, no_ref, why); }

}  // namespace capdl_initializer
