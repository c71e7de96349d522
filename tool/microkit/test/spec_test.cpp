// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// From a description to kernel objects: badges and slots as libmicrokit has them.

#include "elf_maker.hpp"
#include "targets.hpp"

#include <sel4/capdl/validate.hpp>
#include <sel4/mk/boot.hpp>
#include <sel4/mk/output.hpp>
#include <sel4/mk/spec.hpp>

#include <algorithm>
#include <cstring>
#include <doctest/doctest.h>

using namespace sel4::mk;
namespace capdl = sel4::capdl;

namespace {

struct Made {
  Target target;
  std::string xml;
  System system;
  std::vector<Program> programs;
  capdl::Spec spec;

  const capdl::Object& object(const std::string& name) const {
    for (const capdl::NamedObject& candidate : spec.objects) {
      if (candidate.name == name) return candidate.object;
    }
    FAIL("no object ", name);
    return spec.objects.front().object;
  }
  const std::string& name_of(const capdl::Cap& cap) const {
    return *spec.objects[capdl::object_of(cap)].name;
  }
  const capdl::Cap* cap(const std::string& holder, std::uint32_t slot) const {
    for (const capdl::SlotEntry& entry : *capdl::slots_of(object(holder))) {
      if (entry.slot == slot) return &entry.cap;
    }
    return nullptr;
  }
  template <class T>
  T cap_as(const std::string& holder, std::uint32_t slot) const {
    const capdl::Cap* found = cap(holder, slot);
    REQUIRE(found != nullptr);
    REQUIRE(std::holds_alternative<T>(*found));
    return std::get<T>(*found);
  }
};

Made make(const std::string& target_name, const std::string& xml) {
  Made made;
  made.target = test::make_target(target_name);
  made.xml = "<system>" + xml + "</system>";
  Diagnostics diagnostics;
  const Source source("s", made.xml);
  auto system = read_system(source, made.target, SearchPath({}), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(system);
  made.system = std::move(*system);
  const auto machine = made.target.arch == Arch::aarch64   ? sel4::elf::Machine::aarch64
                       : made.target.arch == Arch::riscv64 ? sel4::elf::Machine::riscv
                                                           : sel4::elf::Machine::x86_64;
  for (std::size_t i = 0; i <= made.system.domains.size(); ++i) {
    test::ElfMaker maker =
        i == made.system.domains.size() ? test::monitor_maker() : test::ElfMaker{};
    maker.machine = machine;
    maker.symbols.push_back({"variable", 0x20'1200, 8});
    const test::Bytes bytes = maker.make();
    auto program = Program::parse("p", bytes, "p", bytes, made.target, diagnostics);
    REQUIRE(program);
    made.programs.push_back(std::move(*program));
  }
  patch_programs(source, made.target, made.system, made.programs, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(diagnostics.ok());
  made.spec = build_spec(made.target, made.system, made.programs);
  return made;
}

std::string domain(const std::string& attributes, const std::string& inner = "") {
  return "<protection_domain " + attributes + "><program_image path='x'/>" + inner +
         "</protection_domain>";
}

const std::string everything =
    domain("name='low' priority='1'", "<irq irq='33' id='9'/>") +
    domain("name='server' priority='5' passive='true'") +
    domain("name='parent' priority='3'",
           "<protection_domain name='kid' id='4' priority='2'><program_image path='x'/>"
           "</protection_domain>"
           "<virtual_machine name='guest' priority='1'><vcpu id='7'/></virtual_machine>"
           "<cspace><cap_tcb slot='3' pd='low'/><cap_sc slot='4' pd='low'/>"
           "<cap_vspace slot='5' pd='low'/></cspace>") +
    "<channel><end pd='low' id='1' pp='true'/><end pd='server' id='2' notify='false'/></channel>"
    "<channel><end pd='low' id='3'/><end pd='parent' id='11'/></channel>";

}  // namespace

TEST_CASE("channels, calls and interrupts are where libmicrokit looks for them") {
  const Made made = make("aarch64", everything);
  const auto call = made.cap_as<capdl::cap::Endpoint>("cnode_low", 74 + 1);
  CHECK(call.badge == (std::uint64_t{1} << 63 | 2));
  CHECK(made.name_of(call) == "ep_server");
  CHECK(call.rights == capdl::Rights{true, true, true, false});
  const auto notify = made.cap_as<capdl::cap::Notification>("cnode_low", 10 + 1);
  CHECK(notify.badge == 1 << 2);
  CHECK(made.name_of(notify) == "ntfn_server");
  CHECK(made.cap("cnode_server", 10 + 2) == nullptr);
  CHECK(made.cap_as<capdl::cap::Notification>("cnode_parent", 10 + 11).badge == 1 << 3);
  CHECK(made.name_of(made.cap_as<capdl::cap::ArmIrqHandler>("cnode_low", 138 + 9)) == "irq_33_low");
  CHECK(made.cap_as<capdl::cap::Notification>("irq_33_low", 0).badge == 1 << 9);
  CHECK(made.name_of(made.cap_as<capdl::cap::Notification>("cnode_low", 1)) == "ntfn_low");
  CHECK(made.name_of(made.cap_as<capdl::cap::Endpoint>("cnode_server", 1)) == "ep_server");
  CHECK(made.name_of(made.cap_as<capdl::cap::PageTable>("cnode_low", 3)) == "pgd_low");
  CHECK(made.name_of(made.cap_as<capdl::cap::Reply>("cnode_low", 4)) == "reply_low");
  CHECK(made.cap("cnode_low", 6) == nullptr);
}

TEST_CASE("faults go to the parent, others to the monitor") {
  const Made made = make("aarch64", everything);
  const auto kid = made.cap_as<capdl::cap::Endpoint>("tcb_kid", capdl::tcb_slot::fault_endpoint);
  CHECK(made.name_of(kid) == "ep_parent");
  CHECK(kid.badge == (std::uint64_t{1} << 62 | 4));
  CHECK(made.name_of(made.cap_as<capdl::cap::Tcb>("cnode_parent", 202 + 4)) == "tcb_kid");
  const auto low = made.cap_as<capdl::cap::Endpoint>("tcb_low", capdl::tcb_slot::fault_endpoint);
  CHECK(made.name_of(low) == "ep_fault_monitor");
  CHECK(low.badge == 1);
  CHECK(made.cap_as<capdl::cap::Endpoint>("cnode_low", 2) == low);
  CHECK(made.cap_as<capdl::cap::Endpoint>("cnode_server", 5).badge == 2);
  CHECK(made.name_of(made.cap_as<capdl::cap::Tcb>("cnode_monitor", 10 + 1)) == "tcb_server");
  CHECK(made.name_of(made.cap_as<capdl::cap::SchedContext>("cnode_monitor", 138 + 1)) ==
        "sched_context_server");
  CHECK(made.cap("cnode_monitor", 138) == nullptr);
}

TEST_CASE("virtual machines and capabilities of others") {
  const Made made = make("aarch64", everything);
  CHECK(made.name_of(made.cap_as<capdl::cap::VCpu>("cnode_parent", 330 + 7)) == "vcpu_guest_7");
  CHECK(made.name_of(made.cap_as<capdl::cap::Tcb>("cnode_parent", 266 + 7)) == "tcb_guest_7");
  CHECK(made.cap_as<capdl::cap::Endpoint>("tcb_guest_7", capdl::tcb_slot::fault_endpoint).badge ==
        (std::uint64_t{1} << 62 | 7));
  CHECK_FALSE(std::get<capdl::object::Tcb>(made.object("tcb_guest_7")).extra.resume);
  CHECK(made.name_of(made.cap_as<capdl::cap::Tcb>("cnode_parent_root", 3)) == "tcb_low");
  CHECK(made.name_of(made.cap_as<capdl::cap::SchedContext>("cnode_parent_root", 4)) ==
        "sched_context_low");
  CHECK(made.name_of(made.cap_as<capdl::cap::PageTable>("cnode_parent_root", 5)) == "pgd_low");
  const auto own = made.cap_as<capdl::cap::CNode>("cnode_parent_root", 0);
  CHECK(own.guard_size == 64 - 9 - 6);
}

TEST_CASE("threads have stack, IPC buffer and budget of the description") {
  const Made made = make("aarch64", domain("name='d' priority='7' budget='30' period='90' "
                                           "stack_size='0x3000' fpu='false'"));
  const auto& tcb = std::get<capdl::object::Tcb>(made.object("tcb_d"));
  CHECK(tcb.extra.ipc_buffer_addr == 0xfff'ffff'f000);
  CHECK(tcb.extra.sp == 0xfff'ffff'e000);
  CHECK(tcb.extra.ip == 0x20'0000);
  CHECK(tcb.extra.prio == 7);
  CHECK(tcb.extra.fpu_disabled);
  CHECK(tcb.extra.resume);
  const auto& sc = std::get<capdl::object::SchedContext>(made.object("sched_context_d"));
  CHECK(sc.extra.budget == 30);
  CHECK(sc.extra.period == 90);
  CHECK(sc.extra.badge == 0x100);
  CHECK(made.object("frame_d_stack_000000002").index() ==
        capdl::Object(capdl::object::Frame{}).index());
}

TEST_CASE("objects are in the order that the initializer wants") {
  const Made made = make("aarch64",
                         "<memory_region name='r' size='0x2000' phys_addr='0x9001000'/>"
                         "<memory_region name='l' size='0x200000'/>" +
                             domain("name='d'",
                                    "<map mr='r' vaddr='0x1000000'/>"
                                    "<map mr='l' vaddr='0x2000000'/>"));
  CHECK(made.spec.objects[0].name == "frame_mr_r_000000000");
  CHECK(made.spec.objects[1].name == "frame_mr_r_000000001");
  CHECK(made.spec.objects[2].name == "frame_mr_l_000000000");
  for (std::size_t i = 3; i < made.spec.objects.size(); ++i) {
    CHECK(object_size_bits(made.target, made.spec.objects[i - 1].object) >=
          object_size_bits(made.target, made.spec.objects[i].object));
  }
  CHECK(made.spec.root_objects.end == made.spec.objects.size());
  CHECK(capdl::check_references(made.spec).has_value());
}

TEST_CASE("every architecture has its tables") {
  const Made riscv = make("riscv64", domain("name='d'"));
  CHECK(riscv.name_of(riscv.cap_as<capdl::cap::PageTable>("cnode_d", 3)) == "pgd_d");
  (void)riscv.object("pte_d_vaddr_0x200000");
  const Made x86 = make("x86_64",
                        "<memory_region name='r' size='0x1000'/>"
                        "<io_address_space name='dma' peripheral_id='0:3.0' domain_id='1'>"
                        "<iomap mr='r' iovaddr='0x40201000'/></io_address_space>" +
                            domain("name='d'",
                                   "<ioport id='2' addr='0x3f8' size='8'/>"
                                   "<irq pin='4' vector='3' id='0'/>"
                                   "<irq pcidev='1:2.3' handle='0' vector='5' id='1'/>"));
  const auto& ports = std::get<capdl::object::IOPorts>(x86.object("ioports_0x3f8_d"));
  CHECK(ports.end_port == 0x3ff);
  CHECK(x86.name_of(x86.cap_as<capdl::cap::IOPorts>("cnode_d", 394 + 2)) == "ioports_0x3f8_d");
  CHECK(x86.name_of(x86.cap_as<capdl::cap::IOPageTable>("iospace_dma", 0)) ==
        "iopt_level_0_dma_ioaddr_0x0");
  CHECK(x86.cap("iospace_dma", 3) != nullptr);
  CHECK(x86.cap("iopt_level_0_dma_ioaddr_0x0", 1) != nullptr);
  CHECK(x86.cap("iopt_level_1_dma_ioaddr_0x40000000", 1) != nullptr);
  CHECK(x86.cap("iopt_level_2_dma_ioaddr_0x40200000", 1) != nullptr);
  CHECK(x86.spec.irqs.size() == 2);
}

TEST_CASE("programs are told of channels, and the monitor of everyone") {
  const Made made = make("aarch64", everything);
  const auto word = [&](std::size_t program, std::uint64_t address) {
    const Program::Segment& data = made.programs[program].segments()[1];
    std::uint64_t value = 0;
    std::memcpy(&value, data.bytes.data() + (address - data.address), sizeof(value));
    return value;
  };
  CHECK(word(0, 0x20'1050) == (1 << 1 | 1 << 3));
  CHECK(word(0, 0x20'1058) == 1 << 1);
  CHECK(word(0, 0x20'1048) == 1 << 9);
  CHECK(word(1, 0x20'1050) == 0);
  const std::size_t monitor = made.programs.size() - 1;
  CHECK(word(monitor, 0x20'1000) == 4);
  CHECK(word(monitor, 0x20'1008) == 1);
  CHECK(word(monitor, 0x20'4000) == made.target.stack_bottom(0x2000));
  // As many regions as there is room for.
  CHECK(word(monitor, 0x20'1010) == 6);
  CHECK(word(monitor, 0x20'5000) == 0x20'0000);
}

TEST_CASE("the kernel's memory becomes untypeds, and objects find places") {
  const Made made =
      make("aarch64", "<memory_region name='r' size='0x2000' phys_addr='0x9001000'/>" +
                          domain("name='d'", "<map mr='r' vaddr='0x1000000'/>"));
  const BootInputs inputs{.kernel = {0x4000'0000, 0x4024'7000},
                          .kernel_boot = {0x4000'0000, 0x4001'0000},
                          .device_tree = {},
                          .task = {0x7ff0'0000, 0x8000'0000},
                          .task_virtual = {0x20'0000, 0x30'0000},
                          .tree_bytes = 0};
  Diagnostics diagnostics;
  const auto state = emulate_boot(made.target, inputs, diagnostics);
  REQUIRE(state);
  std::uint64_t total = 0;
  for (const Untyped& untyped : state->untypeds) {
    CHECK(untyped.range.start % untyped.range.size() == 0);
    CHECK_FALSE(untyped.range.overlaps(inputs.task));
    CHECK_FALSE(untyped.range.overlaps({0x4001'0000, 0x4024'7000}));
    if (!untyped.device) total += untyped.range.size();
  }
  CHECK(total > 0x3f00'0000);
  const auto allocation = allocate(made.target, *state, made.spec, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(allocation);
  CHECK(allocation->addresses[0] == 0x900'1000);
  std::vector<Range> used;
  for (std::size_t i = 0; i < made.spec.objects.size(); ++i) {
    if (!allocation->addresses[i]) continue;
    const std::uint64_t size = std::uint64_t{1}
                               << object_size_bits(made.target, made.spec.objects[i].object);
    CHECK(*allocation->addresses[i] % size == 0);
    used.push_back({*allocation->addresses[i], *allocation->addresses[i] + size});
  }
  std::ranges::sort(used, {}, &Range::start);
  for (std::size_t i = 1; i < used.size(); ++i) CHECK(used[i - 1].end <= used[i].start);

  const std::string text = report(made.target, made.spec, &*allocation);
  CHECK(text.find("\t- TCB: 'tcb_d'\n\t\t* IP: 0x200000\n") != std::string::npos);
  CHECK(text.find("\t0 - Page(4 KiB): 'frame_mr_r_000000000' @ 0x000009001000\n") !=
        std::string::npos);
}

TEST_CASE("a lack of memory and impossible addresses are reported") {
  Made made = make("aarch64", "<memory_region name='r' size='0x40000000'/>" +
                                  domain("name='d'", "<map mr='r' vaddr='0x10000000'/>"));
  const BootInputs inputs{.kernel = {0x4000'0000, 0x4020'0000},
                          .kernel_boot = {},
                          .device_tree = {},
                          .task = {0x7ff0'0000, 0x8000'0000},
                          .task_virtual = {0x20'0000, 0x30'0000},
                          .tree_bytes = 0};
  Diagnostics diagnostics;
  const auto state = emulate_boot(made.target, inputs, diagnostics);
  REQUIRE(state);
  CHECK_FALSE(allocate(made.target, *state, made.spec, diagnostics));
  CHECK(diagnostics.text().find("memory is too small") != std::string::npos);
  Diagnostics others;
  made = make("aarch64", "<memory_region name='r' size='0x1000' phys_addr='0x9000000000'/>" +
                             domain("name='d'", "<map mr='r' vaddr='0x10000000'/>"));
  CHECK_FALSE(allocate(made.target, *state, made.spec, others));
  CHECK(others.text().find("neither free memory nor a device's") != std::string::npos);
  Diagnostics physical;
  const Source source("s", made.xml);
  check_physical(source, made.target, made.system, {}, physical);
  CHECK(physical.text().find("is neither memory nor a device of testboard") != std::string::npos);
}

TEST_CASE("pictures and maps name everything") {
  const Made made =
      make("aarch64", "<memory_region name='r&amp;s' size='0x1000'/>" + everything +
                          domain("name='d'", "<map mr='r&amp;s' vaddr='0x1000000'/>"));
  const std::string dot = diagram_dot(made.system);
  const std::string svg = diagram_svg(made.system);
  for (const ProtectionDomain& domain : made.system.domains) {
    CHECK(dot.find(domain.name) != std::string::npos);
    CHECK(svg.find(domain.name) != std::string::npos);
  }
  CHECK(svg.find("r&amp;s") != std::string::npos);
  CHECK(dot.find("1 call+notify") != std::string::npos);
  const MemoryMap map = memory_map(made.target, made.system, made.programs, {});
  CHECK(memory_map_text(map).find("rw-  region: r&s\n") != std::string::npos);
  CHECK(memory_map_json(map).find("\"IPC buffer\"") != std::string::npos);
  const std::string viper = viper_text(made.system, 0, made.spec, "s");
  CHECK(viper.find("define mk_is_ppcall_target(x) (x in Set(1))\n") != std::string::npos);
  CHECK(viper.find("define mk_is_child(x) (false)\n") != std::string::npos);
  CHECK(viper.find("define pansel4_has_irq_handler_cap(x) (x in Set(147))\n") != std::string::npos);
}
