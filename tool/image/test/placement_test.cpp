// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "fixture.hpp"

#include <sel4/image/output.hpp>

#include <doctest/doctest.h>
#include <functional>

namespace {

using namespace sel4;
using namespace sel4::image;
using namespace sel4::image::test;

/// The message for inputs changed by `change`, or what make_image() says of them.
std::string error_of(const std::function<void(Inputs&)>& change) {
  Inputs inputs;
  change(inputs);
  const auto placement = inputs.place();
  if (!placement) return placement.error().text();
  const auto image = make_image(*placement, ImageType::elf);
  REQUIRE_FALSE(image.has_value());
  return image.error().text();
}

}  // namespace

TEST_CASE("kernel, device tree and root task are placed as the kernel wants them") {
  Inputs inputs;
  const auto placement = inputs.place();
  REQUIRE(placement.has_value());
  CHECK(placement->user == Range{0x4fffb000, 0x50000000});
  CHECK(placement->user_pv_offset == 0x4fffb000 - 0x400000);
  CHECK(placement->user_entry == 0x400000);
  CHECK(placement->dtb.start == 0x4fffa000);
  CHECK(placement->dtb.end == 0x4fffa000 + inputs.tree.size());
  CHECK(placement->kernel.phys == Range{0x40000000, 0x40020000});
  CHECK(placement->chunks.size() == 3);
}

TEST_CASE("segments that share pages keep their bytes") {
  Inputs inputs;
  inputs.app = {{rx, 0x400000, 0x400000, filled(0x123, 0xaa), 0x123},
                {rw, 0x400200, 0x400200, filled(0x10, 0xbb), 0x20}};
  const auto placement = inputs.place();
  REQUIRE(placement.has_value());
  const Chunk& chunk = placement->chunks.back();
  CHECK(chunk.size == 0x1000);
  REQUIRE(chunk.data.size() == 0x240);
  CHECK(chunk.data[0x122] == std::byte{0xaa});
  CHECK(chunk.data[0x123] == std::byte{0});
  CHECK(chunk.data[0x200] == std::byte{0xbb});
  CHECK(chunk.data[0x210] == std::byte{0});
}

TEST_CASE("holes between distant segments are cleared") {
  Inputs inputs;
  inputs.app[1].vaddr = inputs.app[1].paddr = 0x600200;
  const auto placement = inputs.place();
  REQUIRE(placement.has_value());
  REQUIRE(placement->chunks.size() == 4);
  CHECK(placement->chunks[2].address + placement->chunks[2].size == placement->chunks[3].address);
}

TEST_CASE("a lower memory range is used when the last has no room") {
  Inputs inputs;
  inputs.platform.memory = {{0x40000000, 0x4fff0000}, {0x4fffe000, 0x50000000}};
  const auto placement = inputs.place();
  REQUIRE(placement.has_value());
  CHECK(placement->user.end == 0x4fff0000);
}

TEST_CASE("root tasks that the kernel would not take") {
  CHECK(error_of([](Inputs& i) { i.app[0].flags = rwx; }) ==
        "error: app.elf: program header 0: the segment is writable and executable; separate code "
        "and data, or give --allow-wx");
  CHECK(error_of([](Inputs& i) { i.app[1].vaddr = 0x7fff'ffff'f200; }) ==
        "error: app.elf: program header 1: the segment [0x7ffffffff200, 0x800000002200) reaches "
        "above the user address space, which ends at 0x800000000000; link the program lower");
  CHECK(error_of([](Inputs& i) {
          i.app = {{rx, 0x7fff'ffff'd000, 0x400000, filled(8, 1), 8}};
          i.app_entry = 0x7fff'ffff'd000;
        }) ==
        "error: app.elf: IPC buffer and bootinfo at [0x7fffffffe000, 0x800000001000) would reach "
        "above the user address space, which ends at 0x800000000000; link the program lower");
  CHECK(error_of([](Inputs& i) {
          i.app = {{rx, 0x100, 0x100, filled(8, 1), 8}};
          i.app_entry = 0x100;
        }) ==
        "error: app.elf: the first page of the address space is in use; link the program at "
        "0x1000 or above");
  CHECK(error_of([](Inputs& i) { i.app[1].mem_size = 0x10000000; }) ==
        "error: app.elf: there is no memory range with 0x10002000 bytes for the root task above "
        "the kernel; make the root task smaller");
  CHECK(error_of([](Inputs& i) { i.app_entry = 0x500000; }) ==
        "error: app.elf: offset 0x18: the entry point is in no loadable segment; give a "
        "statically linked ELF executable");
  CHECK(error_of([](Inputs& i) { i.app[1].vaddr = 0x400100; }) ==
        "error: app.elf: program header 1: the loadable segment overlaps the one before it, or "
        "starts below it; give a statically linked ELF executable");
}

TEST_CASE("writable code is accepted on demand") {
  Inputs inputs;
  inputs.app[0].flags = rwx;
  inputs.allow_wx = true;
  CHECK(inputs.place().has_value());
}

TEST_CASE("the last pages that fit, fit") {
  Inputs inputs;
  inputs.app = {{rx, 0x7fff'ffff'c000, 0x400000, filled(8, 1), 8}};
  inputs.app_entry = 0x7fff'ffff'c000;
  CHECK(inputs.place().has_value());
}

TEST_CASE("kernels and loaders that do not fit") {
  CHECK(error_of([](Inputs& i) {
          i.kernel.push_back({rw, 0xffffffffc0100000, 0x40200000, filled(8, 1), 8});
        }) ==
        "error: kernel.elf: program header 1: virtual minus physical address differs from that of "
        "the lowest segment; use the kernel.elf that the kernel's build installed");
  CHECK(error_of([](Inputs& i) { i.kernel[0].mem_size = 0x21000; }) ==
        "error: loader.elf: the loader was built for a kernel at [0x40000000, 0x40020000), but "
        "kernel.elf is at [0x40000000, 0x40021000); build the kernel loader for this kernel");
  CHECK(error_of([](Inputs& i) { i.info.hypervisor = 1; }) ==
        "error: loader.elf: the loader was built for another kernel configuration (hypervisor or "
        "cores); build the kernel loader for this kernel");
  CHECK(error_of([](Inputs& i) { i.info.magic = 0; }) ==
        "error: loader.elf: offset 0x1040: there is no loader description; give the kernel loader "
        "of this project");
  CHECK(error_of([](Inputs& i) { i.info.payload_version = 7; }) ==
        "error: loader.elf: the loader takes payloads of version 7, this tool writes version 1; "
        "build the kernel loader again");
  CHECK(error_of([](Inputs& i) { i.info.payload_address = 0x40061000; }) ==
        "error: loader.elf: the payload's address is not right behind the image; build the kernel "
        "loader again");
  CHECK(error_of([](Inputs& i) {
          i.info.link_address = 0x4001e000;
          i.info.payload_address = 0x40020000;
        }) ==
        "error: kernel: [0x40000000, 0x40020000): overlaps the kernel loader at [0x4001e000, "
        "0x40020000); make the root task smaller or build the kernel for more memory");
  CHECK(error_of([](Inputs& i) {
          i.info.link_address = 0x3001e000;
          i.info.payload_address = 0x30020000;
        }) ==
        "error: kernel loader: [0x3001e000, 0x30020000): outside the platform's memory; build the "
        "kernel for a platform with more memory");
}

TEST_CASE("platform and device tree that do not fit") {
  CHECK(error_of([](Inputs& i) { i.platform.memory = {{0x40000000, 0x60000000}}; }) ==
        "error: platform_gen.yaml: memory: the range [0x40000000, 0x60000000) is not in the memory "
        "of kernel.dtb; take both files from the same build of the kernel");
  CHECK(error_of([](Inputs& i) { i.platform.memory = {{0x40010000, 0x50000000}}; }) ==
        "error: kernel.elf: the kernel at [0x40000000, 0x40020000) is outside the memory of "
        "platform_gen.yaml; take both files from the same build of the kernel");
  CHECK(error_of([](Inputs& i) { i.tree = make_tree({.reserved = {0x40001000, 0x1000}}); }) ==
        "error: kernel: [0x40000000, 0x40020000): overlaps the memory [0x40001000, 0x40002000) "
        "that the device tree reserves");
  CHECK(error_of([](Inputs& i) { i.tree.resize(100); }) ==
        "error: kernel.dtb: offset 0x4: totalsize is larger than the file or too small; use the "
        "kernel.dtb that the kernel's build installed");
  CHECK(error_of([](Inputs& i) { i.tree = make_tree({.memory_size = 0}); }) ==
        "error: kernel.dtb: offset 0x60: a range is empty");
}
