// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

constexpr Channel<1> partner;

struct TooLarge {
  unsigned value;
};

// Says when the stack is unwound through it.
class Guard {
 public:
  explicit Guard(const char* name) noexcept : name_(name) {}
  ~Guard() { debug_println("leaving ", name_); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  const char* name_;
};

unsigned checked(unsigned value) {
  const Guard guard{"checked"};
  if (value > 9) throw TooLarge{value};
  return value;
}

class Thrower {
 public:
  Thrower() {
    try {
      debug_println("checked: ", checked(5));
      debug_println("checked: ", checked(50));
    } catch (const TooLarge& error) {
      debug_println("caught in init: ", error.value);
    }
    partner.notify();
  }

  void notified(AnyChannel) {
    try {
      checked(60);
    } catch (const TooLarge& error) {
      debug_println("caught in a handler: ", error.value);
    }
    // Nobody catches this one: the domain ends with a message.
    throw TooLarge{70};
  }
};

}  // namespace

SEL4_PROTECTION_DOMAIN(Thrower)
