// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fake/kernel.hpp>
#include <sel4/print.hpp>

#include <cstring>
#include <doctest/doctest.h>
#include <monitor/monitor.hpp>
#include <monitor/report.hpp>
#include <monitor/tables.hpp>
#include <string>
#include <vector>

using namespace sel4;
using namespace sel4::monitor;
using Label = sel4::sys::InvocationLabel;

namespace {

std::string output;

void collect(std::string_view text) noexcept { output += text; }

/// A system of two domains, and the monitor's output.
class System {
 public:
  System() {
    output.clear();
    set_print_sink(collect);
    pd_names_len = 2;
    name(pd_names[0], "first");
    name(pd_names[1], "second");
    pd_stack_bottom_addrs[1] = 0x10'0000;
  }
  ~System() {
    set_print_sink(nullptr);
    std::memset(pd_names, 0, sizeof pd_names);
    pd_names_len = 0;
    monitor_regions_len = 0;
  }
  System(const System&) = delete;
  System& operator=(const System&) = delete;

  template <std::size_t Room>
  static void name(Name<Room>& to, std::string_view text) {
    std::memcpy(to.text, text.data(), text.size());
  }
  static void add_region(Region region, std::string_view text) {
    name(region.name, text);
    monitor_regions[monitor_regions_len++] = region;
  }
};

bool says(std::string_view text) { return output.find(text) != std::string::npos; }

/// Hands the monitor a message, and registers of which pc, sp and x30 are given.
void send(fake::Kernel& kernel, Word badge, Word label, std::vector<Word> words,
          std::vector<Word> registers = {}) {
  registers.resize(UserContext::word_count);
  kernel.expect({.label = Label::tcb_read_registers, .service = CPtr{9 + badge}},
                {.words = std::move(registers)});
  for (std::size_t i = 0; i < words.size(); ++i) kernel.ipc_buffer().msg[i] = words[i];
  const MessageInfo info{{.label = label, .length = words.size()}};
  words.resize(4);
  handle(badge, microkit::Message{sys::Registers{badge, info.words()[0], words[0], words[1],
                                                 words[2], words[3]}});
  kernel.verify();
}

}  // namespace

TEST_CASE("a domain that asks is made passive") {
  fake::Kernel kernel;
  const System system;
  kernel.expect(
      {.label = Label::sched_context_bind, .service = CPtr{139}, .caps = std::vector<Word>{203}});
  handle(2, microkit::Message{});
  CHECK(output == "MON|INFO: PD 'second' is now passive!\n");
  output.clear();
  kernel.expect({.label = Label::sched_context_bind}, {.error = Error::illegal_operation});
  handle(1, microkit::Message{});
  CHECK(says("MON|ERROR: PD 'first': could not bind scheduling context to notification object"));
  CHECK(says("IllegalOperation"));
  kernel.verify();
}

TEST_CASE("a fault in memory is told with the domain, the kind and the address") {
  fake::Kernel kernel;
  const System system;
  // A data abort from below: a write, translation fault at level 3.
  send(kernel, 1, VmFault::tag, {0x20'0010, 0xdead'0000, 0, 0x9200'0047}, {0x20'0010, 0x11'0000});
  CHECK(
      says("MON|ERROR: received message 0x00000006  badge: 0x0000000000000001  "
           "tcb cap: 0x000000000000000a\n"));
  CHECK(says("MON|ERROR: faulting PD: first\n"));
  CHECK(says("pc : 0x0000000000200010\nsp : 0x0000000000110000\n"));
  CHECK(says("tpidrro_el0 : 0x0000000000000000\n"));
  CHECK(
      says("MON|ERROR: VMFault: ip=0x0000000000200010  fault_addr=0x00000000dead0000  "
           "fsr=0x0000000092000047  (data fault)\n"));
  CHECK(says("translation fault: nothing is mapped there, on a write\n"));
  CHECK(!says("stack overflow"));
  CHECK(says("backtrace first: 0x200011 (1 frames, check "));
}

TEST_CASE("an access below the stack is a stack overflow") {
  const System system;
  CHECK(is_stack_overflow(1, 0x0f'ffff, 0x10'0100));
  CHECK(is_stack_overflow(1, 0x0f'f000, 0x10'0100));
  CHECK(!is_stack_overflow(1, 0x0f'efff, 0x10'0100));
  CHECK(!is_stack_overflow(1, 0x10'0000, 0x10'0100));
  // A frame larger than the guard: the stack pointer is out, too.
  CHECK(is_stack_overflow(1, 0x0c'0000, 0x0c'0000));
  CHECK(!is_stack_overflow(1, 0x10, 0x0c'0000));
  // The tool has said nothing of this domain's stack.
  CHECK(!is_stack_overflow(0, 0, 0));
  fake::Kernel kernel;
  send(kernel, 2, VmFault::tag, {0x20'0010, 0x0f'fff8, 0, 0x9200'0047}, {0x20'0010, 0x0f'fff8});
  CHECK(
      says("MON|ERROR: stack overflow: the access is below the stack, which ends at "
           "0x0000000000100000\n"));
}

TEST_CASE("what is mapped around the address is told") {
  const System system;
  using R = Region;
  System::add_region({0x20'0000, 0x1000, 0, R::readable | R::executable, {}}, "program");
  System::add_region({0x40'0000, 0x2000, 0, R::readable | R::writable, {}}, "buffer");
  System::add_region({0x30'0000, 0x1000, 1, R::readable, {}}, "of another");
  System::add_region({0x38'0000, 0x1000, 0, R::readable, {}}, "near");
  print_surroundings(0, 0x20'0fff);
  CHECK(output ==
        "MON|ERROR: the address is in 'program' 0x0000000000200000 to 0x0000000000201000 r-x\n");
  output.clear();
  print_surroundings(0, 0x3f'ffff);
  CHECK(says("nothing is mapped at 0x00000000003fffff\n"));
  CHECK(says("next below: 'near' 0x0000000000380000 to 0x0000000000381000 r--\n"));
  CHECK(says("next above: 'buffer' 0x0000000000400000 to 0x0000000000402000 rw-\n"));
  output.clear();
  print_surroundings(0, 0x10);
  CHECK(!says("next below"));
  CHECK(says("next above: 'program'"));
  output.clear();
  // The tool says more than there is room for.
  monitor_regions_len = ~Word{0};
  print_surroundings(2, 0);
  CHECK(output.empty());
}

TEST_CASE("faults of capabilities say why the lookup failed") {
  fake::Kernel kernel;
  const System system;
  send(kernel, 2, CapFault::tag, {0x20'0010, 76, 0, ::seL4_MissingCapability, 49});
  CHECK(
      says("MON|ERROR: CapFault: ip=0x0000000000200010  fault_addr=0x000000000000004c  "
           "in_recv_phase=false  lookup_failure_type=seL4_MissingCapability  "
           "bits_left=0x0000000000000031\n"));
  output.clear();
  send(kernel, 2, CapFault::tag, {0, 76, 1, ::seL4_GuardMismatch, 58, 3, 49});
  CHECK(says("in_recv_phase=true"));
  CHECK(says("guard_found=0x0000000000000003  guard_bits_found=0x0000000000000031\n"));
}

TEST_CASE("exceptions are named") {
  fake::Kernel kernel;
  const System system;
  send(kernel, 1, UserException::tag, {0x20'0010, 0, 0, 0xf200'03e8, 0}, {0x20'0010});
  CHECK(says("MON|ERROR: UserException: ip=0x0000000000200010  number=0xf20003e8  code=0x0\n"));
  CHECK(says("the program has ended itself (trap)\n"));
  output.clear();
  send(kernel, 1, UserException::tag, {0, 0, 0, 0xf200'5512, 0});
  CHECK(says("MON|ERROR: an index is out of bounds\n"));
  output.clear();
  send(kernel, 1, 99, {});
  CHECK(says("MON|ERROR: Unknown fault 0x63\n"));
}

TEST_CASE("a badge of no domain is told and survived") {
  fake::Kernel kernel;
  const System system;
  for (const Word badge : {Word{0}, Word{3}, Word{65}, ~Word{0}}) {
    output.clear();
    handle(badge, microkit::Message::of(VmFault::tag, 1, 2, 3, 4));
    CHECK(says("MON|ERROR: unknown/invalid badge\n"));
  }
  output.clear();
  handle(0, microkit::Message{});
  CHECK(says("unknown/invalid badge"));
}

TEST_CASE("names without an end are read to their room's end") {
  Name<4> name{{'a', 'b', 'c', 'd'}};
  CHECK(name.view() == "abcd");
}
