// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "fixture.hpp"

#include <sel4/image/multiboot.hpp>

#include <doctest/doctest.h>

namespace {

using namespace sel4;
using namespace sel4::image;
using namespace sel4::image::test;

Bytes boot_segment(std::uint32_t magic = 0x1badb002) {
  Bytes data = filled(0x100, 0);
  const std::uint32_t header[3] = {magic, 3, 0U - 0x1badb002U - 3U};
  std::memcpy(data.data() + 0x10, header, sizeof(header));
  return data;
}

Outcome<Bytes> convert(const std::vector<SegmentSpec>& segments) {
  const Bytes bytes = make_elf(elf::Machine::x86_64, segments[0].vaddr, segments);
  return make_multiboot_kernel(SEL4_IMAGE_TRY(parse_program("k", bytes, elf::Machine::x86_64)));
}

template <class T>
T read(const Bytes& bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(value));
  return value;
}

}  // namespace

TEST_CASE("a 64-bit kernel gets a 32-bit container") {
  const auto image = convert({{rwx, 0x100000, 0x100000, boot_segment(), 0x1000},
                              {rwx, 0xffffffff80200123, 0x200123, filled(0x20, 0x55), 0x4000}});
  REQUIRE(image.has_value());
  CHECK(read<std::uint8_t>(*image, 4) == 1);
  CHECK(read<std::uint16_t>(*image, 18) == 3);
  CHECK(read<std::uint32_t>(*image, 24) == 0x100000);
  CHECK(read<std::uint16_t>(*image, 44) == 2);
  const std::size_t second = 52 + 32;
  const auto offset = read<std::uint32_t>(*image, second + 4);
  CHECK(offset % 0x1000 == 0x123);
  CHECK(read<std::uint32_t>(*image, second + 8) == 0x80200123);
  CHECK(read<std::uint32_t>(*image, second + 12) == 0x200123);
  CHECK(read<std::uint32_t>(*image, second + 16) == 0x20);
  CHECK(read<std::uint32_t>(*image, second + 20) == 0x4000);
  CHECK((*image)[offset] == std::byte{0x55});
}

TEST_CASE("kernels that no multiboot loader takes") {
  CHECK(convert({{rwx, 0x100000, 0x100000, boot_segment(0), 0x1000}}).error().text() ==
        "error: k: there is no multiboot header in the first 8 KiB; use the kernel.elf that an "
        "x86_64 build of the kernel installed");
  CHECK(convert({{rwx, 0x100000, 0x100000000, boot_segment(), 0x1000}}).error().text() ==
        "error: k: the kernel at [0x100000000, 0x100001000) is not below 4 GiB; use the kernel.elf "
        "that the kernel's build installed");
  CHECK(convert({{rwx, 0x100000, 0x100000, boot_segment(), 0x1000},
                 {rwx, 0xffffffff80100000, 0x100800, filled(8, 1), 8}})
            .error()
            .what == "two segments overlap in physical memory");
}

TEST_CASE("the GRUB configuration names both files") {
  const std::string text = grub_config("kernel.elf", "root_task.elf");
  CHECK(text.find("multiboot $prefix/../kernel.elf") != std::string::npos);
  CHECK(text.find("module $prefix/../root_task.elf") != std::string::npos);
}
