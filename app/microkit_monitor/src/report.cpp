// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>

#include <bit>
#include <monitor/arch/fault_status.hpp>
#include <monitor/arch/register_names.hpp>
#include <monitor/report.hpp>
#include <monitor/tables.hpp>
#include <string_view>
#include <type_traits>
#include <variant>

using namespace std::string_view_literals;

namespace sel4::monitor {
namespace {

constexpr Word page_size = Word{1} << seL4_PageBits;
// Code is compiled so that a function with more local variables than a page touches each page, and
// no frame is expected to be larger than this beyond the guard.
constexpr Word farthest_frame = Word{1} << 20;

void print_cap_fault(const CapFault& fault) noexcept {
  print(error, "CapFault: ip="sv, hex(fault.ip(), 16), "  fault_addr="sv, hex(fault.addr(), 16),
        "  in_recv_phase="sv, fault.in_recv_phase() != 0, "  lookup_failure_type="sv);
  const auto failure = decode_lookup_failure(fault);
  if (!failure) {
    println("seL4_NoFailure"sv);
    return;
  }
  if (std::holds_alternative<lookup_failure::InvalidRoot>(*failure)) {
    print("seL4_InvalidRoot"sv);
  } else if (const auto* missing = std::get_if<lookup_failure::MissingCapability>(&*failure)) {
    print("seL4_MissingCapability  bits_left="sv, hex(missing->bits_left, 16));
  } else if (const auto* depth = std::get_if<lookup_failure::DepthMismatch>(&*failure)) {
    print("seL4_DepthMismatch  bits_left="sv, hex(depth->bits_left, 16), "  depth_bits_found="sv,
          hex(depth->bits_found, 16));
  } else if (const auto* guard = std::get_if<lookup_failure::GuardMismatch>(&*failure)) {
    print("seL4_GuardMismatch  bits_left="sv, hex(guard->bits_left, 16), "  guard_found="sv,
          hex(guard->guard_found, 16), "  guard_bits_found="sv, hex(guard->bits_found, 16));
  }
  println();
}

void print_vm_fault(const VmFault& fault) noexcept {
  const bool is_fetch = fault.prefetch_fault() != 0;
  println(error, "VMFault: ip="sv, hex(fault.ip(), 16), "  fault_addr="sv, hex(fault.addr(), 16),
          "  fsr="sv, hex(fault.fsr(), 16),
          is_fetch ? "  (instruction fault)"sv : "  (data fault)"sv);
  println(error, "description of fault: "sv, arch::fault_name(fault.fsr()),
          arch::is_write(fault.fsr()) ? ", on a write"sv : ""sv);
}

// For kinds that only some kernels have: nothing where they do not exist.
template <class F>
void print_other(const F& fault, Word label) noexcept {
  if constexpr (requires { fault.hsr(); }) {
    println(error, "received vCPU fault with ESR: "sv, hex(fault.hsr(), 16));
    println(error, arch::exception_name(fault.hsr(), 0));
  } else {
    println(error, "Unknown fault "sv, hex(label));
  }
}

void print_rights(std::uint32_t rights) noexcept {
  print((rights & Region::readable) != 0 ? 'r' : '-', (rights & Region::writable) != 0 ? 'w' : '-',
        (rights & Region::executable) != 0 ? 'x' : '-');
}

void print_region(std::string_view where, const Region& region) noexcept {
  print(error, where, "'"sv, region.name.view(), "' "sv, hex(region.start, 16), " to "sv,
        hex(region.start + region.size, 16), ' ');
  print_rights(region.rights);
  println();
}

}  // namespace

void print_registers(const UserContext& registers) noexcept {
  const auto words =
      std::bit_cast<std::array<Word, UserContext::word_count>>(registers.registers());
  println("Registers:"sv);
  std::string_view names = arch::register_names;
  for (const Word word : words) {
    const std::size_t length = names.find(' ');
    println(names.substr(0, length), " : "sv, hex(word, 16));
    names.remove_prefix(length + 1);
  }
}

void print_fault(const std::optional<Fault>& fault, Word label) noexcept {
  if (!fault) {
    println(error, "Unknown fault "sv, hex(label));
    return;
  }
  std::visit(
      [&]<class F>(const F& f) {
        if constexpr (std::is_same_v<F, CapFault>) {
          print_cap_fault(f);
        } else if constexpr (std::is_same_v<F, VmFault>) {
          print_vm_fault(f);
        } else if constexpr (std::is_same_v<F, UserException>) {
          println(error, "UserException: ip="sv, hex(f.fault_ip(), 16), "  number="sv,
                  hex(f.number()), "  code="sv, hex(f.code()));
          println(error, arch::exception_name(f.number(), f.code()));
        } else if constexpr (std::is_same_v<F, UnknownSyscall>) {
          println(error, "UnknownSyscall: ip="sv, hex(f.fault_ip(), 16), "  number="sv,
                  hex(f.syscall()));
        } else {
          print_other(f, label);
        }
      },
      *fault);
}

bool is_stack_overflow(std::size_t pd, Word address, Word sp) noexcept {
  const Word bottom = pd_stack_bottom_addrs[pd];
  if (bottom == 0 || address >= bottom) return false;
  if (bottom - address <= page_size) return true;
  // Beyond the guard: then the stack pointer is there as well, and the access is on what it claims.
  return sp < bottom && bottom - sp <= farthest_frame && address + page_size >= sp;
}

void print_surroundings(std::size_t pd, Word address) noexcept {
  const std::size_t count = monitor_regions_len < most_regions
                                ? static_cast<std::size_t>(monitor_regions_len)
                                : most_regions;
  const Region* below = nullptr;
  const Region* above = nullptr;
  for (const Region& region : std::span{monitor_regions, count}) {
    if (region.pd != pd) continue;
    if (region.start > address) {
      if (above == nullptr || region.start < above->start) above = &region;
    } else if (address - region.start < region.size) {
      print_region("the address is in "sv, region);
      return;
    } else if (below == nullptr || region.start > below->start) {
      below = &region;
    }
  }
  if (below == nullptr && above == nullptr) return;
  println(error, "nothing is mapped at "sv, hex(address, 16));
  if (below != nullptr) print_region("next below: "sv, *below);
  if (above != nullptr) print_region("next above: "sv, *above);
}

}  // namespace sel4::monitor
