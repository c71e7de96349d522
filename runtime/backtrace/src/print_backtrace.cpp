// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/backtrace.hpp>
#include <sel4/backtrace_line.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace {

std::string_view image_name() noexcept {
  if (sel4_image_name == nullptr) return "-";
  std::size_t length = 0;
  while (length < 40 && sel4_image_name[length] != '\0') ++length;
  return {sel4_image_name, length};
}

}  // namespace

void sel4::print_backtrace(std::span<const std::uintptr_t> frames) noexcept {
  print_backtrace_line(image_name(), frames);
}

void sel4::print_backtrace() noexcept {
  std::array<std::uintptr_t, backtrace_detail::most_frames> memory;
  print_backtrace(backtrace(memory));
}
