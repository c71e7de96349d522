// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "bitfield_parser.hpp"
#include "emit.hpp"
#include "input_error.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::codegen;
  const SourceText source{"fuzz", "fuzz", {reinterpret_cast<const char*>(data), size}};
  try {
    check_text(source);
    Inputs inputs;
    read_bitfields(source, 64, inputs.bitfields);
    (void)emit_bitfields(inputs);
  } catch (const InputError&) {
    // What a bad input is answered with.
  }
  return 0;
}
