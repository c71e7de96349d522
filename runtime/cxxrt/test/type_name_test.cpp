// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../src/unwind/type_name.hpp"

#include <array>
#include <doctest/doctest.h>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <vector>

namespace outer::inner {
struct Error {
  enum class Kind {};
};
}  // namespace outer::inner
namespace {
struct Hidden {};
}  // namespace
struct Global {};

namespace {
std::string name(const std::string& mangled) {
  std::array<char, 64> memory;
  return std::string(sel4::cxxrt::type_name(mangled, memory));
}
}  // namespace

TEST_CASE("names that exceptions have") {
  CHECK(name(typeid(std::runtime_error).name()) == "std::runtime_error");
  CHECK(name(typeid(outer::inner::Error).name()) == "outer::inner::Error");
  CHECK(name(typeid(outer::inner::Error::Kind).name()) == "outer::inner::Error::Kind");
  CHECK(name(typeid(Global).name()) == "Global");
  CHECK(name(typeid(Hidden).name()) == "(anonymous namespace)::Hidden");
  CHECK(name(typeid(int).name()) == "int");
  CHECK(name(typeid(unsigned long).name()) == "unsigned long");
  CHECK(name("NSt3abcE") == "std::abc");
}

TEST_CASE("other names come back as they are") {
  for (const char* mangled :
       {typeid(std::vector<int>).name(), typeid(const char*).name(), "", "N", "NE", "St", "5abc",
        "0", "99999999999a", "3abc3def", "N3abc", "z", "*"}) {
    CHECK(name(mangled) == mangled);
  }
  const std::string lengthy = "100" + std::string(100, 'x');
  CHECK(name(lengthy) == lengthy);
}
