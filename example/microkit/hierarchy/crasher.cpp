// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

#include <cstdint>

using namespace sel4::microkit;

namespace {

// Starts as zero, so each start finds it zero.
constinit unsigned starts_since_restart = 0;
// Does not, so it keeps what it had.
constinit unsigned starts = 100;

class Member {
 public:
  Member() noexcept : value_(starts_since_restart + 1) {}
  [[nodiscard]] unsigned value() const noexcept { return value_; }

 private:
  unsigned value_;
};

// Constructors run at each start.
const Member member;

void init() {
  ++starts_since_restart;
  ++starts;
  debug_println("start ", starts_since_restart, " of ", starts - 100, ", member ", member.value());
  // Page 0 is mapped in no domain. By way of a number, lest the compiler see a null pointer.
  std::uintptr_t address = 0x10 * starts;
  __asm__("" : "+r"(address));
  *reinterpret_cast<volatile int*>(address) = 1;
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
