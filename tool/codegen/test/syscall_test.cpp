// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

using namespace sel4::codegen;
using namespace sel4::codegen::test;

namespace {

constexpr std::string_view file = R"(<syscalls>
<api-master><config><syscall name="Call"/><syscall name="Reply"/></config></api-master>
<api-mcs><config><syscall name="Call"/><syscall name="NBSendWait"/><syscall name="Yield"/></config>
</api-mcs>
<debug>
 <config><condition><config var="CONFIG_PRINTING"/></condition><syscall name="DebugPutChar"/></config>
 <config><syscall name="VMEnter"/></config>
</debug></syscalls>)";

std::string syscall_error(std::string_view xml) {
  return error_of([&] { (void)read_syscalls(text("s.xml", xml), {}); });
}

}  // namespace

TEST_CASE("system calls are numbered through both lists") {
  const auto calls = read_syscalls(text("s.xml", file), config_of(R"({"KERNEL_MCS": true})"));
  REQUIRE(calls.size() == 6);
  CHECK(calls[0].function == "call");
  CHECK(calls[0].number == -1);
  CHECK(calls[1].function == "nb_send_wait");
  CHECK(calls[3].function == "debug_put_char");
  CHECK(calls[3].number == -4);
  CHECK_FALSE(calls[3].enabled);
  // The disabled one before it used up a number.
  CHECK(calls[4].number == -5);
  CHECK(calls[4].enabled);
  CHECK(calls[5].function == "reply");
  CHECK_FALSE(calls[5].enabled);
  CHECK(calls[5].condition == "not CONFIG_KERNEL_MCS");
}

TEST_CASE("without MCS the other list counts") {
  const auto calls = read_syscalls(text("s.xml", file), config_of(R"({"PRINTING": true})"));
  REQUIRE(calls.size() == 6);
  CHECK(calls[1].function == "reply");
  CHECK(calls[2].function == "debug_put_char");
  CHECK(calls[2].number == -3);
  CHECK(calls[2].enabled);
  CHECK_FALSE(calls[4].enabled);
}

TEST_CASE("the header of system calls") {
  Inputs inputs;
  inputs.syscall_file = "api/syscall.xml";
  inputs.syscalls = read_syscalls(text("s.xml", file), {});
  const std::string header = emit_syscalls(inputs).text;
  CHECK(header.find("/// seL4_SysReply\n"
                    "inline constexpr Syscall reply{.number = static_cast<Word>(-2), .enabled = "
                    "true};\n") != std::string::npos);
  CHECK(header.find("/// seL4_SysDebugPutChar: not in this kernel, needs CONFIG_PRINTING\n"
                    "inline constexpr Syscall debug_put_char{.number = 0, .enabled = false};\n") !=
        std::string::npos);
}

TEST_CASE("bad lists of system calls") {
  CHECK(
      syscall_error("<a/>") ==
      "s.xml:1: a: the outermost element is not <syscalls>; give the file that the kernel's build "
      "installed");
  CHECK(syscall_error("<syscalls/>").find("has no <api-master>") != std::string::npos);
  CHECK(syscall_error("<syscalls>\n<extra/></syscalls>") ==
        "s.xml:2: syscalls/extra: an element that must not be here; remove it, or teach the "
        "generator what it means");
  CHECK(syscall_error("<syscalls").starts_with("s.xml:1: not XML: "));
  CHECK(
      syscall_error("<syscalls><api-master><config><syscall name=\"A\"/>\n<syscall name=\"A\"/>"
                    "</config></api-master><api-mcs/><debug/></syscalls>") ==
      "s.xml:2: syscalls/api-master/config/syscall A: is in this list twice; keep one of the two");
  CHECK(
      syscall_error(
          "<syscalls><api-master><config><syscall name=\"A\"/></config></api-master>"
          "<api-mcs/><debug><config>\n<syscall name=\"a\"/></config></debug></syscalls>") ==
      "s.xml:2: syscalls/debug/config/syscall a: its C++ name 'a' is that of A too; rename one of "
      "the two");
  CHECK(syscall_error("<syscalls><api-master/><api-master/></syscalls>").find("is there twice") !=
        std::string::npos);
}
