// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "sample.hpp"

#include <sel4/capdl/json.hpp>

#include <doctest/doctest.h>

using namespace capdl_sample;

namespace {

std::string refused(std::string_view text) {
  const auto spec = read_json("x.json", text);
  return spec ? "accepted" : spec.error().text();
}

/// A whole document around the object, as small as it can be.
std::string around(const std::string& object) {
  return R"({"objects":[{"name":null,"object":)" + object +
         R"(}],"irqs":[],"asid_slots":[],"root_objects":{"start":0,"end":1},"untyped_covers":[]})";
}

/// One object of each kind, with members that differ.
Spec every_kind() {
  Spec spec = basic();
  const auto add = [&](Object object) {
    spec.objects.push_back({std::nullopt, std::move(object)});
  };
  add(object::Irq{{{0, cap::Notification{notification, 0, all_rights}}}});
  add(object::VCpu{});
  add(object::AsidPool{5});
  add(object::IOSpace{{{0, cap::IOPageTable{{3}}}}, 6, {1, 2, 3}});
  add(object::IOPageTable{{}, 2});
  add(object::IrqMsi{{}, {1, 2, 3, 4}});
  add(object::IrqIOApic{{}, {1, 2, 3, 4}});
  add(object::RiscvIrq{{}, {1}});
  add(object::IOPorts{1, 2});
  add(object::Reply{});
  add(object::ArmSmc{});
  add(object::DomainSet{});
  add(object::CNode{5,
                    {{0, cap::IrqHandler{{1}}},
                     {1, cap::VCpu{{2}}},
                     {2, cap::AsidPool{{3}}},
                     {3, cap::IOSpace{{4}}},
                     {4, cap::IrqMsiHandler{{5}}},
                     {5, cap::IrqIOApicHandler{{6}}},
                     {6, cap::RiscvIrqHandler{{7}}},
                     {7, cap::IOPorts{{8}}},
                     {8, cap::Reply{{9}}},
                     {9, cap::ArmSmc{{10}}},
                     {10, cap::DomainSet{{11}}},
                     {11, cap::Tcb{{12}}},
                     {12, cap::SchedContext{{13}}},
                     {13, cap::PageTable{{14}}}}});
  add(object::PageTable{true, true, 1, {}});
  get<object::Frame>(spec, device).init = {{0, 4096, fill::File{"a/b.elf", 77}}};
  spec.asid_slots = {18};
  spec.log_level = 4;
  spec.cached_orig_cap_slots = {7, {1, {}, 3}};
  return spec;
}

}  // namespace

TEST_CASE("what is written is read again") {
  for (const Spec& spec : {basic(), every_kind(), Spec{}}) {
    const auto again = read_json("x.json", write_json(spec));
    REQUIRE_MESSAGE(again.has_value(), again.error().text());
    CHECK(*again == spec);
  }
}

TEST_CASE("the form of rust-sel4's tools is read") {
  const auto spec = read_json("x.json", R"({
    "objects": [
      {"name": "cn", "object": {"CNode": {"size_bits": 2, "slots": [{"slot": 1, "cap":
        {"Notification": {"object": 1, "badge": 4, "rights":
          {"read": false, "write": true, "grant": false, "grant_reply": false}}}}]}}},
      {"name": null, "object": "Notification"},
      {"name": "f", "object": {"Frame": {"size_bits": 12, "paddr": null, "init": {"entries":
        [{"range": {"start": 0, "end": 8}, "content": {"Data": {"file": "x", "file_offset": 3}}},
         {"range": {"start": 8, "end": 16}, "content": {"BootInfo": {"id": "Fdt", "offset": 0}}}]}}}}
    ],
    "irqs": [],
    "domain_schedule": [{"domain": 1, "duration": {"Us": 10}}, {"domain": 0, "duration": "EndMarker"}],
    "domain_set_start": null, "domain_idx_shift": null,
    "asid_slots": [], "root_objects": {"start": 0, "end": 3}, "untyped_covers": []})");
  REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
  REQUIRE(spec->objects.size() == 3);
  CHECK(std::get<object::CNode>(spec->objects[0].object).slots[0].cap ==
        Cap{cap::Notification{1, 4, write_only}});
  CHECK(std::get<object::Frame>(spec->objects[2].object).init[1].content ==
        fill::Content{fill::BootInfo{fill::BootInfoId::Fdt, 0}});
  CHECK(spec->domain_schedule->size() == 2);
}

TEST_CASE("what is not as it must be is refused with its place") {
  CHECK(refused(around(R"("Endpoint")")) == "accepted");
  CHECK(refused("{\n \"objects\": [}") == "error: x.json: line 2, column 14: this is not JSON");
  CHECK(refused("[]") == "error: x.json: $: this is no object");
  CHECK(refused("") == "error: x.json: line 1, column 1: this is not JSON");
  CHECK(refused(R"({"a":1,"a":2})") == "error: x.json: an object has the key \"a\" twice");
  CHECK(refused(std::string(100, '[')) ==
        "error: x.json: values are nested deeper than specifications are");
  CHECK(refused(R"({"objekts":[]})")
            .starts_with(
                "error: x.json: $: the key \"objekts\" is unknown; known are objects, irqs"));
  CHECK(refused(R"({"objects":[]})") == "error: x.json: $: the key \"irqs\" is missing");
  CHECK(refused(around(R"("Endpunkt")")) ==
        "error: x.json: $.objects[0].object: \"Endpunkt\" is no kind of object");
  CHECK(refused(around(R"({"Endpoint":{}})")) ==
        "error: x.json: $.objects[0].object: \"Endpoint\" takes no value");
  CHECK(refused(around(R"("CNode")")) ==
        "error: x.json: $.objects[0].object: \"CNode\" needs a value");
  CHECK(refused(around(R"({"CNode":{"size_bits":256,"slots":[]}})")) ==
        "error: x.json: $.objects[0].object.CNode.size_bits: 256 is more than 255");
  CHECK(refused(around(R"({"CNode":{"size_bits":-1,"slots":[]}})")) ==
        "error: x.json: $.objects[0].object.CNode.size_bits: this is no integer from 0 to 255");
  CHECK(refused(around(R"({"CNode":{"size_bits":1.0,"slots":[]}})")) ==
        "error: x.json: $.objects[0].object.CNode.size_bits: this is no integer from 0 to 255");
  CHECK(refused(around(R"({"CNode":{"size_bits":1,"slots":[{"slot":0,"cap":{"Tcb":{}}}]}})")) ==
        "error: x.json: $.objects[0].object.CNode.slots[0].cap.Tcb: the key \"object\" is missing");
  CHECK(refused(around(R"({"CNode":{"size_bits":1,"slots":[],"color":1}})")) ==
        "error: x.json: $.objects[0].object.CNode: the key \"color\" is unknown; known are "
        "size_bits, slots");
}
