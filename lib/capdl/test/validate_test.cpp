// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "sample.hpp"

#include <sel4/capdl/validate.hpp>

#include <doctest/doctest.h>
#include <functional>

using namespace capdl_sample;

namespace {

std::string verdict(const Spec& spec, const TargetInfo& target = aarch64_target(),
                    const PlatformMemory* platform = nullptr) {
  const auto result = validate(spec, target, platform);
  return result ? "accepted" : result.error().text();
}

/// What is said of basic() with a change.
std::string changed(const std::function<void(Spec&)>& change,
                    const TargetInfo& target = aarch64_target()) {
  Spec spec = basic();
  change(spec);
  return verdict(spec, target);
}

}  // namespace

TEST_CASE("a system without faults is accepted") { CHECK(verdict(basic()) == "accepted"); }

TEST_CASE("references") {
  CHECK(changed([](Spec& s) {
          get<object::CNode>(s, cnode).slots.push_back({6, cap::Tcb{{99}}});
        }) == "error: object 0 (cnode): slot 6: there is no object 99; the last is 15");
  CHECK(
      changed([](Spec& s) { get<object::CNode>(s, cnode).slots.push_back({6, cap::Tcb{{9}}}); }) ==
      "error: object 0 (cnode): slot 6: a capability of kind Tcb names object 9 (endpoint), which "
      "is of kind Endpoint");
  CHECK(changed([](Spec& s) {
          get<object::CNode>(s, cnode).slots.push_back({5, cap::Tcb{{1}}});
        }) == "error: object 0 (cnode): slot 5: the slot is given twice; remove one of the two");
  CHECK(changed([](Spec& s) {
          get<object::CNode>(s, cnode).slots.push_back({16, cap::Tcb{{1}}});
        }) == "error: object 0 (cnode): slot 16: the object has only 16 slots");
  CHECK(changed([](Spec& s) { s.objects[endpoint].name = "tcb"; }) ==
        "error: object 9 (tcb): name: object 1 has the same name");
  CHECK(changed([](Spec& s) { s.root_objects.end = 99; }) ==
        "error: root_objects: the range 0..99 is none of the 16 objects");
  CHECK(changed([](Spec& s) { s.root_objects.end = 13; }) ==
        "error: untyped_covers[0]: parent: object 13 (parent) is made neither from root memory nor "
        "by an earlier cover; list covers of parents before those of their children");
  CHECK(changed([](Spec& s) { s.untyped_covers.clear(); }) ==
        "error: object 14 (child0): is neither a root object nor a child of a cover; extend "
        "root_objects or untyped_covers");
  CHECK(changed([](Spec& s) { s.untyped_covers[0].children.start = 12; }) ==
        "error: untyped_covers[0]: children: object 12 (device) is also a root object or another "
        "cover's child");
}

TEST_CASE("objects") {
  CHECK(
      changed([](Spec& s) { get<object::Frame>(s, code).size_bits = 13; }) ==
      "error: object 5 (table3): slot 0: object 6 (code) is a frame of 2^13 bytes, but entries at "
      "depth 3 of a VSpace are for 2^12; put it into a table of the level for its size");
  CHECK(changed([](Spec& s) { get<object::Frame>(s, device).paddr = 0x900'0800; }) ==
        "error: object 12 (device): paddr: 0x9000800 is no multiple of the size 0x1000");
  CHECK(changed([](Spec& s) { get<object::Frame>(s, device).paddr = 0x6200'2000; }) ==
        "error: object 12 (device): paddr: 0x62002000 is inside object 13 (parent), which ends at "
        "0x62003fff");
  CHECK(changed([](Spec& s) { get<object::Frame>(s, code).init[0].end = 4097; }) ==
        "error: object 6 (code): init.entries[0].range: 0x10..0x1001 is not inside the frame of "
        "0x1000 bytes");
  CHECK(changed([](Spec& s) { get<object::Frame>(s, code).init[0].end = 21; }) ==
        "error: object 6 (code): init.entries[0].content: there are 4 bytes for a range of 5");
  CHECK(
      changed([](Spec& s) { get<object::Frame>(s, child1).paddr = 0x6200'2000; }) ==
      "error: object 15 (child1): paddr: is 0x62002000, but in object 13 (parent) the object comes "
      "to lie at 0x62001000; put the cover's children in order, and padding between them");
  CHECK(
      changed([](Spec& s) { get<object::Untyped>(s, parent).size_bits = 12; }) ==
      "error: object 15 (child1): does not fit into object 13 (parent) of 0x1000 bytes behind the "
      "children before it, which end at 0x1000");
  CHECK(
      changed([](Spec& s) {
        get<object::CNode>(s, cnode).slots.push_back({6, cap::CNode{cnode, 0, 61}});
      }) ==
      "error: object 0 (cnode): slot 6: a guard of 61 bits and a CNode of 4 are more than a word");
  CHECK(changed([](Spec& s) {
          get<object::CNode>(s, cnode).slots.push_back({6, cap::CNode{cnode, 4, 2}});
        }) == "error: object 0 (cnode): slot 6: the guard 0x4 has more than 2 bits");
  CHECK(changed([](Spec& s) {
          s.objects[endpoint].object = object::IOPageTable{};
        }).find("is of kind IOPageTable") != std::string::npos);
}

TEST_CASE("address spaces") {
  CHECK(changed([](Spec& s) {
          get<object::PageTable>(s, table3).slots.push_back({9, cap::PageTable{{table1}}});
        }) ==
        "error: object 5 (table3): slot 9: object 3 (table1) is a table below the last level of a "
        "VSpace");
  CHECK(changed([](Spec& s) {
          get<object::PageTable>(s, table2).slots.push_back({9, cap::PageTable{{table1}}});
        }) ==
        "error: object 3 (table1): the table is in two places; the second is slot 9 of object 4 "
        "(table2); map a table once");
  CHECK(changed([](Spec& s) {
          get<object::PageTable>(s, table3).slots.push_back({512, cap::Frame{code}});
        }) == "error: object 5 (table3): slot 512: the table has only 512 entries");
  CHECK(changed([](Spec& s) {
          get<object::PageTable>(s, vspace).slots.push_back({32, cap::Frame{code}});
        }) ==
        "error: object 2 (vspace): slot 32: the address 0x100000000000 is not one of user threads, "
        "which end at 0x100000000000");
  CHECK(changed([](Spec& s) { get<object::PageTable>(s, vspace).level = 1; }) ==
        "error: object 2 (vspace): level: is 1, but roots start at level 0 on this kernel");
  CHECK(changed([](Spec& s) { get<object::PageTable>(s, table2).level = 1; }) ==
        "error: object 4 (table2): level: is 1, but the table is at level 2");
}

TEST_CASE("threads") {
  CHECK(changed([](Spec& s) { get<object::Tcb>(s, tcb).extra.affinity = 2; }) ==
        "error: object 1 (tcb): extra.affinity: is 2, but the kernel has 2 cores");
  CHECK(changed([](Spec& s) { get<object::Tcb>(s, tcb).extra.domain = 4; }) ==
        "error: object 1 (tcb): extra.domain: is 4, but the kernel has 4 domains");
  CHECK(changed([](Spec& s) { get<object::Tcb>(s, tcb).extra.ipc_buffer_addr = 0x201100; }) ==
        "error: object 1 (tcb): extra.ipc_buffer_addr: 0x201100 is no multiple of 0x400");
  CHECK(changed([](Spec& s) { get<object::Tcb>(s, tcb).extra.gprs.resize(9); }) ==
        "error: object 1 (tcb): extra.gprs: 9 arguments, but only 8 fit in registers");
  CHECK(changed([](Spec& s) {
          get<object::Tcb>(s, tcb).slots.erase(get<object::Tcb>(s, tcb).slots.begin());
        }) == "error: object 1 (tcb): slot 0: a thread needs a CNode there");
  CHECK(changed([](Spec& s) {
          get<object::Tcb>(s, tcb).slots.push_back(
              {tcb_slot::timeout_endpoint, cap::Endpoint{endpoint, 1, all_rights}});
        }) ==
        "error: object 1 (tcb): slot 7: the capability has a badge; the initializer cannot give "
        "timeouts one; set badge to 0");
  CHECK(changed([](Spec& s) { get<object::SchedContext>(s, sched).extra.budget = 1001; }) ==
        "error: object 8 (sched): extra.budget: is 1001 us, more than the period of 1000 us");
  CHECK(changed([](Spec& s) { get<object::SchedContext>(s, sched).extra.budget = 0; }) ==
        "error: object 8 (sched): extra.budget: is 0: threads with it never run; give it a budget");
  CHECK(changed([](Spec&) {}, classic_target()) ==
        "error: object 8 (sched): this kernel has no objects of kind SchedContext; use a kernel of "
        "the right architecture and configuration");
}

TEST_CASE("interrupts, domains and hardware") {
  CHECK(changed([](Spec& s) { s.irqs.push_back({33, irq}); }) ==
        "error: irqs[1]: irq: interrupt 33 is given twice");
  CHECK(changed([](Spec& s) { s.irqs.clear(); }) ==
        "error: object 11 (irq): the interrupt has no number; add it to irqs");
  CHECK(changed([](Spec& s) { get<object::ArmIrq>(s, irq).extra.trigger = 2; }) ==
        "error: object 11 (irq): extra.trigger: is 2, but at most 1 is possible");
  CHECK(
      changed([](Spec& s) { s.domain_idx_shift = 6; }) ==
      "error: domain_schedule: 3 entries from index 6 on, but the kernel has 8; configure it with "
      "KernelNumDomainSchedules=9");
  CHECK(changed([](Spec& s) { s.domain_set_start = 2; }) ==
        "error: domain_set_start: names an EndMarker");
  CHECK(changed([](Spec& s) { s.objects.push_back({"ports", object::IOPorts{9, 8}}); }) ==
        "error: object 16 (ports): this kernel's architecture has no objects of kind IOPorts");
  Spec ports;
  ports.objects = {{"ports", object::IOPorts{9, 8}}};
  CHECK(verdict(ports, x86_target()) ==
        "error: object 0 (ports): end_port: is 0x8, less than start_port, 0x9");
}

TEST_CASE("memory of the platform") {
  PlatformMemory platform{{{0x4000'0000, 0x8000'0000}}, {{0, 0x4000'0000}}};
  CHECK(verdict(basic(), aarch64_target(), &platform) == "accepted");
  platform.memory = {{0x4000'0000, 0x6200'1000}};
  CHECK(verdict(basic(), aarch64_target(), &platform) ==
        "error: object 13 (parent): paddr: 0x62000000 to 0x62003fff is not inside one range of the "
        "platform's memory or devices");
  Spec large;
  large.objects = {{"large", object::Untyped{40, {}}}};
  large.root_objects = {0, 1};
  CHECK(verdict(large, aarch64_target(), &platform) ==
        "error: objects: together they take 0x10000000000 bytes, but the platform has 0x22001000");
}
