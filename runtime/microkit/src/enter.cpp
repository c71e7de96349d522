// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/microkit/place/ipc_address.hpp>
#include <sel4/runtime/hooks.hpp>
#include <sel4/runtime/lifecycle.hpp>
#include <sel4/runtime/program_headers.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#if SEL4_RUNTIME_TLS
  #include <sel4/microkit/arch/tls_place.hpp>
  #include <sel4/runtime/arch/thread_pointer.hpp>
#endif

extern "C" {
// The linker script's.
extern std::byte sel4_domain_tls_start[];
extern std::byte sel4_domain_tls_end[];
extern std::byte sel4_domain_bss_start[];
extern std::byte sel4_domain_bss_end[];
extern const std::byte sel4_domain_eh_frame_hdr[];
extern const std::byte sel4_domain_eh_frame_hdr_end[];

/// The program proper; SEL4_PROTECTION_DOMAIN defines it.
[[noreturn]] void sel4_domain_main();

/// Where _start goes. `restarted` is not 0 if the domain has run before.
[[noreturn]] void sel4_domain_enter(std::uintptr_t restarted);
}

namespace {

// A loop that compilers do not turn into a call of memset(), which not every program has.
void clear_variables() noexcept {
  for (std::byte* at = sel4_domain_bss_start; at != sel4_domain_bss_end; ++at) {
    *at = std::byte{0};
    __asm__("" : "+r"(at));
  }
}

}  // namespace

[[gnu::no_stack_protector]] void sel4_domain_enter(std::uintptr_t restarted) {
  if (restarted != 0) clear_variables();
#if SEL4_RUNTIME_TLS
  // The variables are used where the linker has put them: there is one thread. 64 as in
  // microkit.ld.
  const std::uintptr_t pointer = sel4::microkit::arch::thread_pointer_for(
      reinterpret_cast<std::uintptr_t>(sel4_domain_tls_start),
      reinterpret_cast<std::uintptr_t>(sel4_domain_tls_end), 64);
  sel4::runtime::arch::fill_thread_control(reinterpret_cast<std::byte*>(pointer));
  sel4::runtime::arch::set_thread_pointer(pointer);
#endif
  sel4_runtime_set_ipc_buffer(&sel4::microkit::detail::ipc_buffer());
  sel4_runtime_relocate();
  sel4::runtime::run_constructors();
  sel4_domain_main();
}

// A domain's ELF header is not in memory: its image begins with code. Exceptions ask for the
// headers to find the unwind tables, and only for that. In this file, which every domain has, so
// that the linker does not come upon the root task's definition first.
std::span<const sel4::elf::ProgramHeader> sel4::runtime::program_headers() noexcept {
  constexpr std::uint32_t pt_gnu_eh_frame = 0x6474e550;
  static std::array<elf::ProgramHeader, 1> headers;
  const auto size =
      static_cast<std::uint64_t>(sel4_domain_eh_frame_hdr_end - sel4_domain_eh_frame_hdr);
  headers[0] = {};
  headers[0].type = pt_gnu_eh_frame;
  headers[0].vaddr = reinterpret_cast<std::uintptr_t>(sel4_domain_eh_frame_hdr);
  headers[0].file_size = size;
  headers[0].mem_size = size;
  return headers;
}
