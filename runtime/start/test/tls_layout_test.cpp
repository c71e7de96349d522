// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/tls_layout.hpp>

#include <cstddef>
#include <cstdint>
#include <doctest/doctest.h>
#include <limits>
#include <string_view>

namespace {

using sel4::runtime::aarch64_tls;
using sel4::runtime::riscv64_tls;
using sel4::runtime::tls_layout;
using sel4::runtime::TlsAbi;
using sel4::runtime::TlsError;
using sel4::runtime::TlsLayout;
using sel4::runtime::TlsSegment;
using sel4::runtime::x86_64_tls;

TlsLayout layout_of(const TlsSegment& segment, const TlsAbi& abi) {
  const auto layout = tls_layout(segment, abi);
  REQUIRE(layout.has_value());
  return *layout;
}

TlsError error_of(const TlsSegment& segment) {
  const TlsError error = tls_layout(segment, aarch64_tls).error();
  CHECK(tls_layout(segment, riscv64_tls).error() == error);
  CHECK(tls_layout(segment, x86_64_tls).error() == error);
  return error;
}

// Distance from thread pointer to segment, signed.
std::int64_t segment_from_thread_pointer(const TlsSegment& segment, const TlsAbi& abi) {
  const TlsLayout layout = layout_of(segment, abi);
  return static_cast<std::int64_t>(layout.segment_offset) -
         static_cast<std::int64_t>(layout.thread_pointer_offset);
}

constexpr TlsSegment segment(std::uintptr_t address, std::size_t memory, std::size_t align) {
  return {.address = address, .file_size = 0, .memory_size = memory, .alignment = align};
}

TEST_CASE("no thread-local variables: still a thread pointer, and what belongs to it") {
  CHECK(layout_of({}, aarch64_tls) == TlsLayout{16, 16, 16, 0});
  CHECK(layout_of({}, riscv64_tls) == TlsLayout{0, 16, 0, 0});
  CHECK(layout_of({}, x86_64_tls) == TlsLayout{48, 16, 0, 0});
}

TEST_CASE("a small segment") {
  const TlsSegment s = segment(0x401000, 5, 4);
  CHECK(layout_of(s, aarch64_tls) == TlsLayout{21, 16, 16, 0});
  CHECK(layout_of(s, riscv64_tls) == TlsLayout{5, 16, 0, 0});
  // 5 bytes end, rounded up to 8, at the thread pointer.
  CHECK(layout_of(s, x86_64_tls) == TlsLayout{64, 16, 8, 16});
}

TEST_CASE("alignment 0 means 1") {
  for (const TlsAbi& abi : {aarch64_tls, riscv64_tls, x86_64_tls}) {
    CHECK(layout_of(segment(0x401001, 5, 0), abi) == layout_of(segment(0x401001, 5, 1), abi));
  }
}

TEST_CASE("where GNU ld puts aligned variables, by its own rules") {
  for (const std::size_t align : {16U, 64U, 4096U, 8192U, 65536U}) {
    for (const std::size_t size : {1U, 100U, 8192U, 8193U}) {
      const TlsSegment s = segment(0x400000, size, align);
      const auto signed_align = static_cast<std::int64_t>(align);
      CHECK(segment_from_thread_pointer(s, aarch64_tls) == signed_align);
      CHECK(segment_from_thread_pointer(s, riscv64_tls) == 0);
      // The size is not rounded in the program header; the linker rounds when it counts.
      const auto rounded = static_cast<std::int64_t>((size + align - 1) / align * align);
      CHECK(segment_from_thread_pointer(s, x86_64_tls) == -rounded);
    }
  }
}

TEST_CASE("a segment that does not start at its alignment keeps its offset within it") {
  const TlsSegment s = segment(0x401030, 0x20, 64);
  for (const TlsAbi& abi : {aarch64_tls, riscv64_tls, x86_64_tls}) {
    const TlsLayout layout = layout_of(s, abi);
    CHECK(layout.segment_offset % 64 == 0x30);
  }
}

TEST_CASE("whatever the segment, it lies in its block, congruent to its address") {
  for (const TlsAbi& abi : {aarch64_tls, riscv64_tls, x86_64_tls}) {
    for (std::size_t align = 1; align <= 16384; align *= 2) {
      for (const std::size_t address : {0x400000U, 0x400008U, 0x401234U}) {
        for (const std::size_t size : {0U, 1U, 7U, 8U, 48U, 5000U}) {
          const TlsLayout layout = layout_of(segment(address, size, align), abi);
          CHECK(layout.alignment >= align);
          CHECK(layout.alignment % 16 == 0);
          CHECK((layout.segment_offset - address) % align == 0);
          CHECK(layout.segment_offset + size <= layout.size);
          CHECK(layout.thread_pointer_offset + abi.control_size <= layout.size);
          CHECK(layout.thread_pointer_offset % 16 == 0);
          const bool apart =
              layout.segment_offset >= layout.thread_pointer_offset + abi.control_size ||
              layout.segment_offset + size <= layout.thread_pointer_offset;
          CHECK(apart);
        }
      }
    }
  }
}

TEST_CASE("segments that make no sense are refused") {
  CHECK(error_of(segment(0, 16, 3)) == TlsError::alignment);
  CHECK(error_of(segment(0, 16, std::numeric_limits<std::size_t>::max())) == TlsError::alignment);
  CHECK(error_of({.address = 0, .file_size = 17, .memory_size = 16, .alignment = 1}) ==
        TlsError::file_size);
  CHECK(error_of(segment(0, std::numeric_limits<std::size_t>::max(), 1)) == TlsError::size);
  CHECK(error_of(segment(0, 16, std::size_t{1} << 63)) == TlsError::size);
  CHECK(std::string_view{describe(TlsError::alignment)}.find("power of two") !=
        std::string_view::npos);
}

TEST_CASE("the largest that is accepted does not wrap") {
  constexpr std::size_t limit = std::size_t{1} << 61;
  for (const TlsAbi& abi : {aarch64_tls, riscv64_tls, x86_64_tls}) {
    const TlsLayout layout = layout_of(segment(0x1fff, limit, limit), abi);
    CHECK(layout.size >= limit);
    CHECK(layout.segment_offset + limit <= layout.size);
  }
}

static_assert(tls_layout(segment(0x1000, 8, 8), x86_64_tls).has_value());

}  // namespace
