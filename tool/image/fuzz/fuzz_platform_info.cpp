// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/image/inputs.hpp>

#include <cstddef>
#include <cstdint>

/// The YAML and the two JSON readers, by turns of the first byte: no crash, and ranges as promised.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::image;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] == '1') {
    (void)parse_kernel_config("fuzz", text);
  } else if (data[0] == '2') {
    (void)parse_loader_settings("fuzz", text);
  } else if (const auto info = parse_platform_info("fuzz", text)) {
    std::uint64_t end = 0;
    for (const Range& range : info->memory) {
      if (range.start < end || range.start >= range.end) __builtin_trap();
      end = range.end;
    }
  }
  return 0;
}
