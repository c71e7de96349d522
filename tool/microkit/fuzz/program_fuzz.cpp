// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../test/targets.hpp"

#include <sel4/mk/program.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sel4::mk;
  const Target target = test::make_target("aarch64");
  Diagnostics diagnostics;
  const auto bytes = std::as_bytes(std::span(data, size));
  auto program = Program::parse("p", bytes, "p", bytes, target, diagnostics);
  (void)diagnostics.text();
  if (!program) return 0;
  std::uint64_t memory = 0;
  for (const Program::Segment& segment : program->segments()) memory += segment.bytes.size();
  for (const char* symbol : {"microkit_name", "microkit_irqs", "microkit_passive"}) {
    (void)program->write_word(symbol, 0x1234, diagnostics);
  }
  // Time, not memory, is what large programs of zeros take.
  if (memory < 0x100'0000) (void)program->pages();
  return 0;
}
