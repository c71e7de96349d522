// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The table of this very program, against what libgcc finds in it.

#include "../src/unwind/fde_table.hpp"

#include <cstdint>
#include <doctest/doctest.h>
#include <link.h>
#include <string>
#include <utility>

struct Bases {
  void* text;
  void* data;
  void* function;
};
extern "C" const void* _Unwind_Find_FDE(void* pc, Bases* bases);

namespace {

struct Own {
  const std::byte* tables = nullptr;
  std::uintptr_t text_begin = 0;
  std::uintptr_t text_end = 0;
};

Own own() {
  Own result;
  dl_iterate_phdr(
      [](dl_phdr_info* info, std::size_t, void* data) {
        auto& own = *static_cast<Own*>(data);
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          const auto& header = info->dlpi_phdr[i];
          const auto address = info->dlpi_addr + header.p_vaddr;
          if (header.p_type == PT_GNU_EH_FRAME) {
            own.tables = reinterpret_cast<const std::byte*>(address);
          } else if (header.p_type == PT_LOAD && (header.p_flags & PF_X) != 0) {
            own.text_begin = address;
            own.text_end = address + header.p_memsz;
          }
        }
        return 1;  // the program comes first
      },
      &result);
  return result;
}

}  // namespace

TEST_CASE("every address of the program's code is found as libgcc finds it") {
  const Own program = own();
  REQUIRE(program.tables != nullptr);
  std::size_t found = 0;
  std::size_t different = 0;
  for (std::uintptr_t pc = program.text_begin; pc < program.text_end; pc += 5) {
    Bases bases{};
    const void* const expected = _Unwind_Find_FDE(reinterpret_cast<void*>(pc), &bases);
    const auto ours = sel4::cxxrt::find_fde(program.tables, pc);
    found += ours.fde != nullptr ? 1 : 0;
    const bool same =
        ours.fde == expected &&
        (ours.fde == nullptr || ours.function == reinterpret_cast<std::uintptr_t>(bases.function));
    different += same ? 0 : 1;
  }
  CHECK(found > 1000);
  CHECK(different == 0);
}

TEST_CASE("addresses elsewhere, and tables of a form that linkers do not write") {
  const Own program = own();
  REQUIRE(program.tables != nullptr);
  CHECK(sel4::cxxrt::find_fde(program.tables, 0).fde == nullptr);
  CHECK(sel4::cxxrt::find_fde(program.tables, UINTPTR_MAX).fde == nullptr);
  CHECK(sel4::cxxrt::find_fde(program.tables, program.text_end + 0x10000).fde == nullptr);
  for (int broken = 0; broken < 4; ++broken) {
    unsigned char header[20] = {1, 0x1b, 0x03, 0x3b};
    header[broken] = 0x7f;
    CHECK(sel4::cxxrt::find_fde(reinterpret_cast<const std::byte*>(header), 1).fde == nullptr);
  }
}
