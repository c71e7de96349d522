// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/output.hpp>
#include <sel4/mk/spec.hpp>

#include <fmt/format.h>
#include <iterator>

namespace sel4::mk {

namespace {

/// The report's sections; their form is the official tool's, which scripts read.
class Report {
 public:
  Report(const Target& target, const capdl::Spec& spec, const Allocation* allocation)
      : target_(target), spec_(spec), allocation_(allocation) {}

  std::string run() {
    text_ = "# Initial Task (CapDL Initialiser) Details\n\n# IRQ Details\n";
    for (const capdl::IrqEntry& irq : spec_.irqs) add_irq(irq);
    text_ += "\n# TCB Details\n";
    for (const capdl::NamedObject& object : spec_.objects) {
      if (const auto* tcb = std::get_if<capdl::object::Tcb>(&object.object)) add_tcb(object, *tcb);
    }
    text_ += "\n# CNode Details\n";
    for (const capdl::NamedObject& object : spec_.objects) {
      if (const auto* cnode = std::get_if<capdl::object::CNode>(&object.object)) {
        add_cnode(object, *cnode);
      }
    }
    text_ += "\n# Architecture Specific Details\n";
    add_architecture();
    add_objects();
    return std::move(text_);
  }

 private:
  template <class... T>
  void line(fmt::format_string<T...> format, T&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<T>(values)...);
    text_ += '\n';
  }

  const std::string& name(capdl::ObjectId id) const { return name(spec_.objects[id]); }
  const std::string& name(const capdl::NamedObject& object) const {
    static const std::string none;
    return object.name ? *object.name : none;
  }

  void add_irq(const capdl::IrqEntry& irq) {
    line("\t- IRQ: '{}'", name(irq.handler));
    const auto trigger = [](std::uint64_t edge) { return edge != 0 ? "edge" : "level"; };
    const capdl::Object& object = spec_.objects[irq.handler].object;
    if (const auto* arm = std::get_if<capdl::object::ArmIrq>(&object)) {
      line("\t\t* Number: {}", irq.irq);
      line("\t\t* Trigger: {}", trigger(arm->extra.trigger));
      line("\t\t* CPU: {}", arm->extra.target);
    } else if (const auto* riscv = std::get_if<capdl::object::RiscvIrq>(&object)) {
      line("\t\t* Number: {}", irq.irq);
      line("\t\t* Trigger: {}", trigger(riscv->extra.trigger));
    } else if (const auto* msi = std::get_if<capdl::object::IrqMsi>(&object)) {
      line("\t\t* Vector: {}", irq.irq);
      line("\t\t* PCI Bus: {}", msi->extra.pci_bus);
      line("\t\t* PCI Device: {}", msi->extra.pci_dev);
      line("\t\t* PCI Function: {}", msi->extra.pci_func);
      line("\t\t* Handle: {}", msi->extra.handle);
    } else if (const auto* ioapic = std::get_if<capdl::object::IrqIOApic>(&object)) {
      line("\t\t* Vector: {}", irq.irq);
      line("\t\t* IOAPIC: {}", ioapic->extra.ioapic);
      line("\t\t* Pin: {}", ioapic->extra.pin);
      line("\t\t* Trigger: {}", ioapic->extra.level != 0 ? "level" : "edge");
      line("\t\t* Polarity: {}", ioapic->extra.polarity != 0 ? "low-triggered" : "high-triggered");
    }
    text_ += '\n';
  }

  void add_tcb(const capdl::NamedObject& object, const capdl::object::Tcb& tcb) {
    line("\t- TCB: '{}'", name(object));
    line("\t\t* IP: {:#x}", tcb.extra.ip);
    line("\t\t* SP: {:#x}", tcb.extra.sp);
    line("\t\t* IPC Buffer: {:#x}", tcb.extra.ipc_buffer_addr);
    line("\t\t* Priority: {}", tcb.extra.prio);
    line("\t\t* CPU Affinity: {}", tcb.extra.affinity);
    line("\t\t* Bound Objects:");
    for (const capdl::SlotEntry& entry : tcb.slots) {
      line("\t\t\t-> {}: '{}'", slot_name(entry.slot), name(capdl::object_of(entry.cap)));
    }
    text_ += '\n';
  }

  static const char* slot_name(capdl::SlotIndex slot) {
    switch (slot) {
      case capdl::tcb_slot::cspace:
        return "CSpace";
      case capdl::tcb_slot::vspace:
        return "VSpace";
      case capdl::tcb_slot::ipc_buffer:
        return "IPC Buffer";
      case capdl::tcb_slot::fault_endpoint:
        return "Fault Endpoint";
      case capdl::tcb_slot::sched_context:
        return "Scheduling Context";
      case capdl::tcb_slot::bound_notification:
        return "Notification";
      case capdl::tcb_slot::vcpu:
        return "VCpu";
      case capdl::tcb_slot::ept_root:
        return "x86 EPT PML4";
      default:
        return "Object";
    }
  }

  void add_cnode(const capdl::NamedObject& object, const capdl::object::CNode& cnode) {
    line("\t- CNode: '{}'", name(object));
    for (const capdl::SlotEntry& entry : cnode.slots) {
      line("\t\t* Slot: {}", entry.slot);
      line("\t\t\t-> Object: '{}'", name(capdl::object_of(entry.cap)));
      std::visit(
          [&](const auto& cap) {
            if constexpr (requires { cap.rights; }) add_rights(cap.rights);
            if constexpr (requires { cap.badge; }) line("\t\t\t-> Badge: {:#x}", cap.badge);
          },
          entry.cap);
    }
    text_ += '\n';
  }

  void add_rights(const capdl::Rights& rights) {
    std::string words;
    const auto add = [&](bool allowed, const char* word) {
      if (!allowed) return;
      if (!words.empty()) words += ", ";
      words += word;
    };
    add(rights.read, "Read");
    add(rights.write, "Write");
    add(rights.grant, "Grant");
    add(rights.grant_reply, "Grant Reply");
    line("\t\t\t-> Rights: {}", words);
  }

  void add_architecture() {
    for (const capdl::NamedObject& object : spec_.objects) {
      if (std::holds_alternative<capdl::object::ArmSmc>(object.object)) {
        line("ARM SMC access is granted to userspace.");
      }
      if (const auto* ports = std::get_if<capdl::object::IOPorts>(&object.object)) {
        line("\t- x86 I/O Ports: '{}'", name(object));
        line("\t\t* Start Port: {:#x}", ports->start_port);
        line("\t\t* End Port: {:#x}", ports->end_port);
      }
    }
  }

  void add_objects() {
    line("\n# Kernel Objects Details: ID, Type, Name{}",
         target_.arch == Arch::x86_64 ? "" : ", Physical Address");
    for (std::size_t id = 0; id < spec_.objects.size(); ++id) {
      const capdl::NamedObject& object = spec_.objects[id];
      if (object_size_bits(target_, object.object) == 0) continue;
      std::string address;
      if (allocation_ != nullptr && allocation_->addresses[id]) {
        address = fmt::format(" @ {:#014x}", *allocation_->addresses[id]);
      }
      line("\t{} - {}: '{}'{}", id, kind_name(object.object), name(object), address);
    }
  }

  static std::string kind_name(const capdl::Object& object) {
    if (const auto* frame = std::get_if<capdl::object::Frame>(&object)) {
      return frame->size_bits == 12 ? "Page(4 KiB)" : "Page(2 MiB)";
    }
    if (std::holds_alternative<capdl::object::Tcb>(object)) return "TCB";
    if (std::holds_alternative<capdl::object::VCpu>(object)) return "VCPU";
    if (std::holds_alternative<capdl::object::IOPageTable>(object)) return "x86 IOPageTable";
    return capdl::object_kind_names[object.index()];
  }

  const Target& target_;
  const capdl::Spec& spec_;
  const Allocation* allocation_;
  std::string text_;
};

}  // namespace

std::string report(const Target& target, const capdl::Spec& spec, const Allocation* allocation) {
  return Report(target, spec, allocation).run();
}

}  // namespace sel4::mk
