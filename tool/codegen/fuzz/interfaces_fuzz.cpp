// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "input_error.hpp"
#include "interface_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::codegen;
  const SourceText source{"fuzz", "fuzz", {reinterpret_cast<const char*>(data), size}};
  try {
    check_text(source);
    for (const std::size_t word_bits : {std::size_t{64}, std::size_t{32}}) {
      Inputs inputs;
      inputs.word_bits = word_bits;
      inputs.config.add({"KERNEL_MCS", true, {}});
      inputs.api = read_interfaces({source}, inputs.config, inputs.bitfields, word_bits);
      (void)emit_labels(inputs);
      (void)emit_invocations(inputs);
    }
  } catch (const InputError&) {
    // What a bad input is answered with.
  }
  return 0;
}
