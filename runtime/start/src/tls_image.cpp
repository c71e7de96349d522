// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/program_headers.hpp>
#include <sel4/runtime/tls_image.hpp>

namespace sel4::runtime {
namespace {

// memcpy and memset in a form that compilers do not turn into calls of them: thread-local storage
// is set up for programs without a C library too.
void copy_bytes(std::byte* to, const std::byte* from, std::size_t count) noexcept {
  for (; count != 0; --count) {
    *to++ = *from++;
    __asm__("" : "+r"(to));
  }
}

void clear_bytes(std::byte* to, std::size_t count) noexcept {
  for (; count != 0; --count) {
    *to++ = std::byte{0};
    __asm__("" : "+r"(to));
  }
}

}  // namespace

TlsSegment program_tls_segment() noexcept {
  for (const elf::ProgramHeader& header : program_headers()) {
    if (header.type == elf::pt_tls) {
      return {.address = header.vaddr,
              .file_size = header.file_size,
              .memory_size = header.mem_size,
              .alignment = header.align};
    }
  }
  return {};
}

std::uintptr_t fill_tls_block(const TlsSegment& segment, const TlsLayout& layout,
                              std::byte* block) noexcept {
  clear_bytes(block, layout.size);
  copy_bytes(block + layout.segment_offset, reinterpret_cast<const std::byte*>(segment.address),
             segment.file_size);
  std::byte* const thread_pointer = block + layout.thread_pointer_offset;
  arch::fill_thread_control(thread_pointer);
  return reinterpret_cast<std::uintptr_t>(thread_pointer);
}

}  // namespace sel4::runtime
