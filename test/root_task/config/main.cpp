// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The constants of sel4::config against the kernel's own configuration file, which comes here by
// another way (write_checks.cmake).

#include <sel4/config.hpp>
#include <sel4/sys/types.hpp>
#include <sel4/test/root_task.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace {

template <class Wanted, class Value>
void check(const Value& value, const Wanted& wanted, std::string_view name) {
  static_assert(std::same_as<Value, Wanted>, "a key has another kind of value");
  if (value != wanted) sel4::println("wrong: ", name);
  SEL4_CHECK_EQ(value, wanted);
}

unsigned keys_checked = 0;
unsigned keys_listed = 0;

// A number with a leading zero would be octal in C++.
constexpr std::uint64_t number(std::string_view text) {
  const bool is_hex = text.starts_with("0x");
  if (is_hex) text.remove_prefix(2);
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value * (is_hex ? 16 : 10) + static_cast<std::uint64_t>(digit);
  }
  return value;
}

SEL4_TEST(every_key_has_its_value) {
#define CONFIG_FLAG(name, value) check<bool>(sel4::config::name, value, #name), ++keys_checked;
#define CONFIG_NUMBER(name, value) \
  check<std::uint64_t>(sel4::config::name, number(#value), #name), ++keys_checked;
#define CONFIG_TEXT(name, value) \
  check<std::string_view>(sel4::config::name, value, #name), ++keys_checked;
#define CONFIG_COUNT(count) keys_listed = count;
#include "config_checks.inc"
  SEL4_CHECK_EQ(keys_checked, keys_listed);
  SEL4_CHECK(keys_checked > 50);
  sel4::println(keys_checked, " keys");
}

SEL4_TEST(the_running_kernel_agrees) {
  const sel4::BootInfo info = sel4::test::boot_info();
  SEL4_CHECK_EQ(sel4::config::word_size, sizeof(sel4::Word) * 8);
  SEL4_CHECK_EQ(info.cnode_size_bits(), sel4::config::root_cnode_size_bits);
  SEL4_CHECK(info.num_nodes() <= sel4::config::max_num_nodes);
  SEL4_CHECK(info.untypeds().size() <= sel4::config::max_num_bootinfo_untyped_caps);
}

}  // namespace

SEL4_TEST_MAIN()
