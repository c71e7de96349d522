// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "validate.hpp"

namespace sel4::capdl::detail {

namespace {

/// What may be bound to one thread only, and to whom it is.
struct Owners {
  explicit Owners(std::size_t objects) : thread(objects, none) {}
  static constexpr ObjectId none = ~ObjectId{0};
  std::vector<ObjectId> thread;
};

class Threads {
 public:
  Threads(const Spec& spec, const TargetInfo& target)
      : spec_(spec), target_(target), owners_(spec.objects.size()) {}

  Outcome<> check(ObjectId id, const object::Tcb& tcb) {
    SEL4_CAPDL_TRY(slots(id, tcb));
    return extra(id, tcb);
  }

 private:
  Outcome<> own(ObjectId id, ObjectId object) {
    if (owners_.thread[object] != Owners::none) {
      return fail(describe(spec_, id), {},
                  describe(spec_, object) + " is already that of " +
                      describe(spec_, owners_.thread[object]),
                  "give each thread its own");
    }
    owners_.thread[object] = id;
    return {};
  }

  template <class C>
  Outcome<const C*> take(ObjectId id, const object::Tcb& tcb, SlotIndex slot, bool needed) {
    const SlotEntry* found = nullptr;
    for (const SlotEntry& entry : tcb.slots) {
      if (entry.slot == slot) found = &entry;
    }
    const C* cap = found == nullptr ? nullptr : std::get_if<C>(&found->cap);
    if (found != nullptr && cap == nullptr) {
      return fail(describe(spec_, id), slot_place(slot),
                  std::string("a capability of kind ") + cap_kind_names[found->cap.index()] +
                      " has no place there; it must be " + cap_kind_names[Cap{C{}}.index()]);
    }
    if (needed && cap == nullptr) {
      return fail(describe(spec_, id), slot_place(slot),
                  std::string("a thread needs a ") + cap_kind_names[Cap{C{}}.index()] + " there");
    }
    return cap;
  }

  Outcome<> slots(ObjectId id, const object::Tcb& tcb) {
    const std::string what = describe(spec_, id);
    SEL4_CAPDL_TRY(take<cap::CNode>(id, tcb, tcb_slot::cspace, true));
    const auto* vspace = SEL4_CAPDL_TRY(take<cap::PageTable>(id, tcb, tcb_slot::vspace, true));
    const auto& root = std::get<object::PageTable>(spec_.objects[vspace->object].object);
    if (!root.is_root || root.x86_ept) {
      return fail(what, slot_place(tcb_slot::vspace),
                  describe(spec_, vspace->object) + " is not the root of a VSpace");
    }
    const auto* buffer = SEL4_CAPDL_TRY(take<cap::Frame>(id, tcb, tcb_slot::ipc_buffer, true));
    if (std::get<object::Frame>(spec_.objects[buffer->object].object).size_bits <
        target_.ipc_buffer_bits) {
      return fail(what, slot_place(tcb_slot::ipc_buffer), "the frame is too small");
    }
    for (const SlotIndex slot : {SlotIndex{2}, SlotIndex{3}}) {
      for (const SlotEntry& entry : tcb.slots) {
        if (entry.slot == slot) {
          return fail(what, slot_place(slot), "the kernel keeps its own capabilities there");
        }
      }
    }
    const auto* notification =
        SEL4_CAPDL_TRY(take<cap::Notification>(id, tcb, tcb_slot::bound_notification, false));
    if (notification != nullptr) SEL4_CAPDL_TRY(own(id, notification->object));
    const auto* vcpu = SEL4_CAPDL_TRY(take<cap::VCpu>(id, tcb, tcb_slot::vcpu, false));
    if (vcpu != nullptr) SEL4_CAPDL_TRY(own(id, vcpu->object));
    const auto* ept = SEL4_CAPDL_TRY(take<cap::PageTable>(id, tcb, tcb_slot::ept_root, false));
    if (target_.arch == Arch::x86_64 && (vcpu == nullptr) != (ept == nullptr)) {
      return fail(what, slot_place(vcpu == nullptr ? tcb_slot::vcpu : tcb_slot::ept_root),
                  "a thread with a guest has both a VCpu and an EPT root");
    }
    if (ept != nullptr) {
      const auto& table = std::get<object::PageTable>(spec_.objects[ept->object].object);
      if (!table.is_root || !table.x86_ept) {
        return fail(what, slot_place(tcb_slot::ept_root),
                    describe(spec_, ept->object) + " is not the root of a guest's address space");
      }
    }
    const auto* fault =
        SEL4_CAPDL_TRY(take<cap::Endpoint>(id, tcb, tcb_slot::fault_endpoint, false));
    const auto* sched =
        SEL4_CAPDL_TRY(take<cap::SchedContext>(id, tcb, tcb_slot::sched_context, false));
    const auto* timeout =
        SEL4_CAPDL_TRY(take<cap::Endpoint>(id, tcb, tcb_slot::timeout_endpoint, false));
    if (target_.mcs == 0 && (fault != nullptr || sched != nullptr || timeout != nullptr)) {
      return fail(what,
                  slot_place(fault != nullptr   ? tcb_slot::fault_endpoint
                             : sched != nullptr ? tcb_slot::sched_context
                                                : tcb_slot::timeout_endpoint),
                  "the kernel has no MCS scheduler, and threads no such slot");
    }
    if (sched != nullptr) SEL4_CAPDL_TRY(own(id, sched->object));
    if (timeout != nullptr && timeout->badge != 0) {
      return fail(what, slot_place(tcb_slot::timeout_endpoint),
                  "the capability has a badge; the initializer cannot give timeouts one",
                  "set badge to 0");
    }
    return {};
  }

  Outcome<> extra(ObjectId id, const object::Tcb& tcb) {
    const std::string what = describe(spec_, id);
    const object::TcbExtra& extra = tcb.extra;
    const auto below = [&](const char* field, std::uint64_t value, std::uint64_t limit,
                           const char* unit) -> Outcome<> {
      if (value < limit) return {};
      return fail(what, std::string("extra.") + field,
                  "is " + std::to_string(value) + ", but the kernel has " + std::to_string(limit) +
                      " " + unit);
    };
    SEL4_CAPDL_TRY(below("affinity", extra.affinity, target_.cores, "cores"));
    SEL4_CAPDL_TRY(below("prio", extra.prio, target_.priorities, "priorities"));
    SEL4_CAPDL_TRY(below("max_prio", extra.max_prio, target_.priorities, "priorities"));
    SEL4_CAPDL_TRY(below("domain", extra.domain.value_or(0), target_.domains, "domains"));
    if (extra.ipc_buffer_addr % (std::uint64_t{1} << target_.ipc_buffer_bits) != 0) {
      return fail(what, "extra.ipc_buffer_addr",
                  hex(extra.ipc_buffer_addr) + " is no multiple of " +
                      hex(std::uint64_t{1} << target_.ipc_buffer_bits));
    }
    if (extra.ipc_buffer_addr >= target_.user_top) {
      return fail(what, "extra.ipc_buffer_addr",
                  hex(extra.ipc_buffer_addr) + " is not an address of user threads");
    }
    if (extra.gprs.size() > target_.argument_count) {
      return fail(what, "extra.gprs",
                  std::to_string(extra.gprs.size()) + " arguments, but only " +
                      std::to_string(target_.argument_count) + " fit in registers");
    }
    return {};
  }

  const Spec& spec_;
  const TargetInfo& target_;
  Owners owners_;
};

Outcome<> check_sched(const Spec& spec, ObjectId id, const object::SchedContext& sched) {
  const std::string what = describe(spec, id);
  if (sched.extra.budget == 0) {
    return fail(what, "extra.budget", "is 0: threads with it never run", "give it a budget");
  }
  if (sched.extra.budget > sched.extra.period) {
    return fail(what, "extra.budget",
                "is " + std::to_string(sched.extra.budget) + " us, more than the period of " +
                    std::to_string(sched.extra.period) + " us");
  }
  return {};
}

}  // namespace

Outcome<> check_threads(const Spec& spec, const TargetInfo& target) {
  Threads threads{spec, target};
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    if (const auto* tcb = std::get_if<object::Tcb>(&spec.objects[id].object)) {
      SEL4_CAPDL_TRY(threads.check(id, *tcb));
    } else if (const auto* sched = std::get_if<object::SchedContext>(&spec.objects[id].object)) {
      SEL4_CAPDL_TRY(check_sched(spec, id, *sched));
    }
  }
  return {};
}

}  // namespace sel4::capdl::detail
